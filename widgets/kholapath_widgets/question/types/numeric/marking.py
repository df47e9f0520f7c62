"""Read a typed number with its unit, and compare it."""

from __future__ import annotations

import math
from typing import Any

from kholapath_widgets._shared.graphemes import fold
from kholapath_widgets._shared.numbers import EMPTY, NOT_A_NUMBER, Reading, json_number, read_number

WRONG_UNIT = "@wrong_unit"
_LONGEST = 200

Tolerance = float | str


def read_response(response: Any, units: list[str]) -> Reading:
    """Read what was typed (or a JSON number); what stands after it must belong to the unit."""
    if not isinstance(response, str):
        number = json_number(response)
        return Reading(number, problem=EMPTY if number is None else None)
    if len(response) > _LONGEST:
        return Reading(None, problem=NOT_A_NUMBER)
    reading = read_number(response)
    if reading.value is None:
        return reading
    if not math.isfinite(reading.value):
        return Reading(None, problem=NOT_A_NUMBER)
    if reading.rest and not _belongs(reading.rest, units):
        return Reading(None, problem=WRONG_UNIT if units else NOT_A_NUMBER)
    return reading


# Bengali counts with them: ২৬টি, ২৬ জন; a unit is neither right nor wrong by them.
_CLASSIFIERS = {"টি", "টা", "খানা", "জন"}


def _belongs(rest: str, units: list[str]) -> bool:
    """Tell whether `rest` is the unit or some of its words, in any of its languages."""
    said = set(fold(rest).split())
    words = said - _CLASSIFIERS
    return words != said if not words else any(words <= set(fold(u).split()) for u in units)


def margin(target: float, tolerance: Tolerance) -> float:
    """Return how far from `target` still counts: a percentage is of the target."""
    if isinstance(tolerance, str):
        return abs(target) * float(tolerance.rstrip("% ")) / 100
    return tolerance


def within(value: float, target: float, tolerance: Tolerance) -> bool:
    """Tell whether `value` is close enough; a hair is allowed for the arithmetic of doubles."""
    return abs(value - target) <= margin(target, tolerance) + 1e-9 * abs(target)


def echo(value: float) -> str:
    """Write a value as plain digits, the shortest that read back the same."""
    return repr(value + 0.0).removesuffix(".0")  # adding 0.0 takes the sign of -0.0 away
