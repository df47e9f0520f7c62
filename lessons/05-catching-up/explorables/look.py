"""Colours and shapes of open and closed, and how the figure places things."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from kholapath.charts.theme import variable

if TYPE_CHECKING:
    from pandas import DataFrame

Data = Callable[[str], "DataFrame"]
Row = dict[str, Any]
Words = dict[str, str]

INK, MUTED, PAPER, OPEN, CLOSED = (
    variable(name) for name in ("ink", "muted", "paper", "open", "closed")
)
IS_OPEN = {"test": "datum.open", "value": OPEN}
HUE = {"condition": IS_OPEN, "value": CLOSED}
SHAPE = {"condition": {"test": "datum.open", "value": "circle"}, "value": "diamond"}


def looked_up(entries: dict[str, Any] | list[Any], at: str) -> str:
    """Return a Vega expression: the entry that the expression `at` names."""
    return f"({json.dumps(entries, ensure_ascii=False)})[{at}]"


def records(data: Data, table: str) -> list[Row]:
    """Return the rows of a table."""
    rows = data(table).to_dict("records")
    return [{str(name): cell for name, cell in row.items()} for row in rows]


def decimal_year(day: Any) -> float:
    """Return a date as a year with its fraction."""
    at = date.fromisoformat(str(day)[:10])
    return round(at.year + (at.timetuple().tm_yday - 1) / 365.25, 3)


def sums(**how: str) -> list[Row]:
    """Return transforms that calculate fields, each from those before it."""
    return [{"calculate": expression, "as": name} for name, expression in how.items()]


def with_halo(text: Row) -> list[Row]:
    """Return a layer of words twice: first as a rim in the paper's colour, so that lines pass behind."""
    mark = text["mark"]
    rim = {"stroke": PAPER, "strokeWidth": 5, "strokeJoin": "round", "color": PAPER}
    return [{**text, "mark": {**mark, **rim}}, text]
