"""What a lesson puts a chart together from: rows of a table, expressions, layers placed in pixels."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kholapath.charts.theme import PAPER

if TYPE_CHECKING:
    from pandas import DataFrame

Data = Callable[[str], "DataFrame"]
"""What an explorable is made from: a lesson's table by its name."""
Row = dict[str, Any]
"""A row of a table, or a piece of a Vega-Lite specification."""
Words = dict[str, str]
"""A text by language."""

Corners = tuple[str, str, str, str]
"""Left, top, right and low of a rectangle: Vega expressions in pixels."""


def records(data: Data, table: str) -> list[Row]:
    """Return the rows of a table."""
    rows = data(table).to_dict("records")
    return [{str(name): cell for name, cell in row.items()} for row in rows]


def looked_up(entries: Row | list[Any], at: str) -> str:
    """Return a Vega expression: the entry that the expression `at` names."""
    return f"({json.dumps(entries, ensure_ascii=False)})[{at}]"


def three_figures(value: str) -> str:
    """Return a Vega expression: the number `value` as text, whole from a hundred on, else of three figures."""
    return f"format({value}, {value} >= 100 ? ',.0f' : ',.3~r')"


def sums(**how: str) -> list[Row]:
    """Return transforms that calculate fields, each from those before it."""
    return [{"calculate": expression, "as": name} for name, expression in how.items()]


def across(field: str = "x") -> Row:
    """Return the channel x: a field in pixels from the left."""
    return _placed(field, "width")


def down(field: str = "y") -> Row:
    """Return the channel y: a field in pixels from the top, as a page is read."""
    return _placed(field, "height")


def box(corners: Corners, *only: str, **mark: Any) -> Row:
    """Return a layer of rectangles, one for each row that passes the filters `only`."""
    left, top, right, low = corners
    return {
        "transform": [*_filters(only), *sums(l=left, t=top, r=right, b=low)],
        "mark": {"type": "rect", "opacity": 1, **mark},
        "encoding": {
            "x": across("l"),
            "x2": {"field": "r"},
            "y": down("t"),
            "y2": {"field": "b"},
        },
    }


def said(words: str, at: tuple[str, str], *only: str, **mark: Any) -> Row:
    """Return a layer of words at a place, one for each row that passes the filters `only`.

    `words` and both parts of `at` (pixels across and down) are Vega expressions.
    """
    x, y = at
    return {
        "transform": [*_filters(only), *sums(said=words, sx=x, sy=y)],
        "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 13.5, **mark},
        "encoding": {"x": across("sx"), "y": down("sy"), "text": {"field": "said"}},
    }


def with_halo(text: Row) -> list[Row]:
    """Return a layer of words twice, first as a rim in the paper's colour: lines pass behind it."""
    rim = {"stroke": PAPER, "strokeWidth": 5, "strokeJoin": "round", "color": PAPER}
    return [{**text, "mark": {**text["mark"], **rim}}, text]


def _filters(only: tuple[str, ...]) -> list[Row]:
    return [{"filter": test} for test in only]


def _placed(field: str, extent: str) -> Row:
    whole = [0, {"expr": extent}]
    scale = {"domain": whole, "range": whole, "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}
