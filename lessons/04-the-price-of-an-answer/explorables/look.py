"""What the figures share: the looks of open and closed, dates, and their words for money."""

from __future__ import annotations

from datetime import date
from typing import Any

from kholapath.charts.theme import CLOSED, OPEN
from kholapath.charts.words import fill

IS_OPEN = {"test": "datum.open", "value": OPEN}
HUE = {"condition": IS_OPEN, "value": CLOSED}
SHAPE = {"condition": {"test": "datum.open", "value": "circle"}, "value": "diamond"}


def money(dollars: float, tag: str) -> str:
    """Return dollars in the digits of a language, with cents where there are any."""
    places = 0 if float(dollars).is_integer() else 2
    return fill({tag: f"${{x:.{places}f}}"}, x=float(dollars))[tag]


def times(ratio: float, tag: str) -> str:
    """Return how many times, in the digits of a language; small ratios with one decimal."""
    places = 0 if ratio >= 10 or abs(ratio - round(ratio)) < 0.05 else 1  # noqa: PLR2004
    return fill({tag: f"{{x:.{places}f}}"}, x=ratio)[tag]


def decimal_year(day: Any) -> float:
    """Return a date as a year with its fraction."""
    at = date.fromisoformat(str(day)[:10])
    return at.year + (at.timetuple().tm_yday - 1) / 365.25
