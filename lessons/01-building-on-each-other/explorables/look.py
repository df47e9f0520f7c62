"""What both figures share: their colours, and how they place words."""

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

INK, MUTED, PAPER, LINE = (variable(name) for name in ("ink", "muted", "paper", "line"))
HUE = variable("open")


def looked_up(entries: dict[str, Any] | list[Any], at: str) -> str:
    """Return a Vega expression: the entry that the expression `at` names."""
    return f"({json.dumps(entries, ensure_ascii=False)})[{at}]"


def with_halo(text: Row) -> list[Row]:
    """Return a layer of words twice: first as a rim in the paper's colour, so that lines pass behind."""
    rim = {"stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round", "color": PAPER, "opacity": 1}
    return [{**text, "mark": {**text["mark"], **rim}}, text]


def decimal_year(day: date) -> float:
    """Return a day as a part of its year, so that a quarter is a quarter."""
    start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - start).days / (end - start).days
