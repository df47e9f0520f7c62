"""The weights that Moodle knows: it refuses a file with any other."""

from __future__ import annotations

from kholapath.editions._lms.report import Losses

_DIVISORS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20)
_OTHERS = (90, 250 / 3, 80, 75, 70, 200 / 3, 60, 40, 30, 0)
_KNOWN = sorted({round(p, 5) for p in (*(100 / n for n in _DIVISORS), *_OTHERS)})
_NEAR = 0.001


def percent(fraction: float, item: str, losses: Losses) -> str:
    """Write a fraction as the nearest percentage that Moodle knows; tell if that is another."""
    wanted = 100 * abs(fraction)
    nearest = min(_KNOWN, key=lambda known: abs(known - wanted))
    if abs(nearest - wanted) > _NEAR:
        why = f"Moodle's nearest is {nearest:g} %"
        losses.part(item, f"the exact weight of an option, {wanted:.4g} %, is", why)
    sign = "-" if fraction < 0 and nearest else ""
    return f"{sign}{nearest:.8g}"
