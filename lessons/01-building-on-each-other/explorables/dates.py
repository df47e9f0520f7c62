"""A date as a place on the scale of years."""

from __future__ import annotations

from datetime import date


def decimal_year(day: date) -> float:
    """Return a day as a part of its year, so that a quarter is a quarter."""
    start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - start).days / (end - start).days
