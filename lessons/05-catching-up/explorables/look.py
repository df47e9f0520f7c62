"""Colours and shapes of open and closed, and a date as a place on the scale."""

from __future__ import annotations

from datetime import date
from typing import Any

from kholapath.charts.theme import CLOSED, OPEN

IS_OPEN = {"test": "datum.open", "value": OPEN}
HUE = {"condition": IS_OPEN, "value": CLOSED}
SHAPE = {"condition": {"test": "datum.open", "value": "circle"}, "value": "diamond"}


def decimal_year(day: Any) -> float:
    """Return a date as a year with its fraction."""
    at = date.fromisoformat(str(day)[:10])
    return round(at.year + (at.timetuple().tm_yday - 1) / 365.25, 3)
