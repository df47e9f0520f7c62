"""The key to a chart, computed from its marks: new data cannot leave an old key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

NUMBERS = {"value_of", "ratio", "difference"}
"""The rules that read off a number; the others find a mark."""


class Marked(Protocol):
    """A mark, as far as a rule has to know it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def value(self) -> float:
        """How high it stands."""


def right_marks(rule: dict[str, Any], marks: Sequence[Marked]) -> list[str]:
    """Return the ids of the marks that a rule finds: several where they are level."""
    if "mark" in rule:
        return [rule["mark"]]
    if "first_above" in rule:
        return [m.id for m in marks if m.value > rule["first_above"]][:1]
    values = [m.value for m in marks]
    if "rank" in rule:
        ranked = sorted(values, reverse=True)
        wanted = ranked[rule["rank"] - 1 if rule["rank"] > 0 else rule["rank"]]
        return [m.id for m in marks if m.value == wanted]
    near = min(abs(v - rule["nearest"]) for v in values)
    return [m.id for m in marks if abs(m.value - rule["nearest"]) == near]


def right_value(rule: dict[str, Any], marks: Sequence[Marked]) -> float:
    """Return the number that a rule reads off."""
    at = {m.id: m.value for m in marks}
    if "value_of" in rule:
        return at[rule["value_of"]]
    if "ratio" in rule:
        one, other = rule["ratio"]
        return at[one] / at[other]
    one, other = rule["difference"]
    return at[one] - at[other]
