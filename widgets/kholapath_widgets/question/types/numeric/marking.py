"""Read a typed number with its unit, and compare it."""

from __future__ import annotations

import math
from typing import Any

from kholapath_widgets._shared.graphemes import fold
from kholapath_widgets._shared.numbers import NOT_A_NUMBER, Reading, read_number

WRONG_UNIT = "@wrong_unit"
_LONGEST = 200


def read_response(response: Any, units: list[str]) -> Reading:
    """Read what was typed (or a JSON number); what stands after it must belong to the unit."""
    if isinstance(response, bool) or not isinstance(response, str | int | float):
        return Reading(None, problem="@empty")
    if isinstance(response, int | float):
        text = repr(float(response)) if abs(response) < 1e300 else ""  # noqa: PLR2004 - no JSON number is longer
    else:
        text = response
    if not text.strip():
        return Reading(None, problem="@empty")
    if len(text) > _LONGEST:
        return Reading(None, problem=NOT_A_NUMBER)
    reading = read_number(text)
    if reading.value is None:
        return reading
    if not math.isfinite(reading.value):
        return Reading(None, problem=NOT_A_NUMBER)
    if reading.rest and not _belongs(reading.rest, units):
        return Reading(None, problem=WRONG_UNIT if units else NOT_A_NUMBER)
    return reading


def _belongs(rest: str, units: list[str]) -> bool:
    """Tell whether `rest` is the unit or some of its words, in any of its languages."""
    words = set(fold(rest).split())
    return any(words <= set(fold(unit).split()) for unit in units)


def within(value: float, target: float, tolerance: float | str) -> bool:
    """Tell whether `value` is close enough; a hair is allowed for the arithmetic of doubles."""
    if isinstance(tolerance, str):
        allowed = abs(target) * float(tolerance.rstrip("% ")) / 100
    else:
        allowed = tolerance
    return abs(value - target) <= allowed + 1e-9 * max(1.0, abs(target))
