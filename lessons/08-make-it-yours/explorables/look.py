"""What the figure is made of: its colours, and how it places boxes and words in pixels."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kholapath.charts.theme import variable

if TYPE_CHECKING:
    from pandas import DataFrame

Data = Callable[[str], "DataFrame"]
Row = dict[str, Any]
Words = dict[str, str]

INK, MUTED, OPEN, CLOSED = (variable(name) for name in ("ink", "muted", "open", "closed"))
_ACROSS = {"domain": [0, {"expr": "width"}], "range": [0, {"expr": "width"}], "nice": False}


def looked_up(entries: dict[str, Any] | list[Any], at: str) -> str:
    """Return a Vega expression: the entry that the expression `at` names."""
    return f"({json.dumps(entries, ensure_ascii=False)})[{at}]"


def records(data: Data, table: str) -> list[Row]:
    """Return the rows of a table."""
    rows = data(table).to_dict("records")
    return [{str(name): cell for name, cell in row.items()} for row in rows]


def sums(**how: str) -> list[Row]:
    """Return transforms that calculate fields, each from those before it."""
    return [{"calculate": expression, "as": name} for name, expression in how.items()]


def box(height: int, corners: tuple[str, str, str, str], *only: str, **channels: Any) -> Row:
    """Return rectangles from (left, top) to (right, low), each an expression in pixels.

    `only` filters the rows that have one; `channels` are a mark's own properties.
    """
    left, top, right, low = corners
    return {
        "transform": [*({"filter": t} for t in only), *sums(l=left, t=top, r=right, b=low)],
        "mark": {"type": "rect", "opacity": 1, **channels},
        "encoding": {
            "x": _x("l"),
            "x2": {"field": "r"},
            "y": _y("t", height),
            "y2": {"field": "b"},
        },
    }


def said(height: int, words: str, at: tuple[str, str], *only: str, **mark: Any) -> Row:
    """Return words, an expression, at a place in pixels."""
    x, y = at
    return {
        "transform": [*({"filter": t} for t in only), *sums(said=words, sx=x, sy=y)],
        "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 13.5, **mark},
        "encoding": {"x": _x("sx"), "y": _y("sy", height), "text": {"field": "said"}},
    }


def _x(field: str) -> Row:
    return {"field": field, "type": "quantitative", "scale": _ACROSS, "axis": None}


def _y(field: str, height: int) -> Row:
    scale = {"domain": [0, height], "range": [0, height], "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}
