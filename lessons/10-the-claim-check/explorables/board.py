"""The board: a column for each verdict, a tile for each claim, placed in pixels."""

from __future__ import annotations

from typing import Any

from kholapath.charts.layers import Row, across, down, looked_up
from kholapath.charts.theme import INK, LINE, MUTED, PAPER, RIGHT

HEAD = 62  # px over the tiles, for a column's count and its name
STEP, WIDE = 35, 48  # px from one tile to the next, at least and at most
GAP = 5
SIZE = "tight ? 12 : 14"

# On a phone, and in the narrow column of a sheet of paper.
_TIGHT = {"name": "tight", "expr": "width < 600"}
# A verdict is told by its column; how full a tile is says it once more.
_FULL = {"test": "datum.shown && datum.verdict == 'supported'", "value": RIGHT}
_DARK = {"test": "datum.shown && datum.verdict == 'unsupported'", "value": INK}


def board(
    tiles: list[Row], heads: list[Row], params: list[Row], most: dict[str, int], notes: list[Row]
) -> Row:
    """Return the chart.

    Parameters
    ----------
    tiles
        A row a claim and a way of judging: ``strict``, ``column``, ``row``, ``verdict``,
        ``group``, ``wide`` and ``short`` (its words), ``tag`` (its restriction, or nothing).
    heads
        A row a column and a way of judging: ``strict``, ``column``, ``wide`` and ``short`` (its
        name), ``counts``, how many tiles by group.
    params
        The parameters of the sentence.
    most
        How many tiles the fullest column has, by the way of judging.
    notes
        What is said under a column: ``lines``, ``column``, ``row``, ``groups``, ``strict`` (None
        for either way), and ``wide`` if it needs room.
    """
    height = HEAD + STEP * max(most.values())
    return {
        "data": {"values": tiles},
        "height": height,
        "params": [
            {"name": "col", "expr": "width / 4"},
            # fewer tiles stand wider apart
            {"name": "step", "expr": f"min({WIDE}, {height - HEAD} / {looked_up(most, 'strict')})"},
            _TIGHT,
            *params,
        ],
        "transform": [
            {"filter": "datum.strict == strict"},
            {"calculate": "group == 'all' || datum.group == group", "as": "shown"},
            {"calculate": "datum.column * col", "as": "x"},
            {"calculate": f"(datum.column + 1) * col - {GAP}", "as": "x2"},
            {"calculate": f"{HEAD} + datum.row * step", "as": "y"},
            {"calculate": f"datum.y + step - {GAP}", "as": "y2"},
            {"calculate": "datum.x + (tight ? 6 : 10)", "as": "in"},
            {"calculate": "datum.x2 - (tight ? 5 : 9)", "as": "end"},
            {"calculate": f"datum.y + (step - {GAP}) / 2", "as": "middle"},
            {
                "calculate": "format(datum.id, 'd') + ' ' + (tight ? datum.short : datum.wide)",
                "as": "said",
            },
        ],
        "layer": [
            _tiles("datum.verdict != 'open'", [1, 0]),
            _tiles("datum.verdict == 'open'", [4, 3]),
            _words("in", "said", "left"),
            _words("end", "tag", "right"),
            *_heads(heads),
            _notes(notes),
        ],
    }


def _tiles(only: str, dash: list[int]) -> Row:
    rim = [
        {"test": "!datum.shown", "value": LINE},
        {"test": "datum.verdict == 'supported' || datum.verdict == 'mixed'", "value": RIGHT},
    ]
    return {
        "transform": [{"filter": only}],
        "mark": {"type": "rect", "cornerRadius": 5, "strokeWidth": 2, "strokeDash": dash},
        "encoding": {
            "x": across("x"),
            "x2": {"field": "x2"},
            "y": down("y"),
            "y2": {"field": "y2"},
            "fill": {"condition": [_FULL, _DARK], "value": PAPER},
            "stroke": {"condition": rim, "value": INK},
        },
    }


def _words(x: str, field: str, align: str) -> Row:
    full = "datum.verdict == 'supported' || datum.verdict == 'unsupported'"
    ink = [{"test": "!datum.shown", "value": MUTED}, {"test": full, "value": PAPER}]
    mark = {"type": "text", "baseline": "middle", "fontSize": {"expr": SIZE}, "align": align}
    return {
        "mark": {**mark, "limit": {"expr": f"col - {GAP} - 8"}},
        "encoding": {
            "x": across(x),
            "y": down("middle"),
            "text": {"field": field},
            "color": {"condition": ink, "value": INK},
        },
    }


def _heads(heads: list[Row]) -> list[Row]:
    """Over each column how many of the chosen claims stand in it, and its verdict."""
    shared = [
        {"filter": "datum.strict == strict"},
        {"calculate": "datum.column * col", "as": "x"},
        {"calculate": "format(datum.counts[group], 'd')", "as": "count"},
        {"calculate": "tight ? datum.short : datum.wide", "as": "name"},
    ]

    def said(field: str, y: int, **mark: Any) -> Row:
        return {
            "data": {"values": heads},
            "transform": [*shared, {"calculate": str(y), "as": "y"}],
            "mark": {"type": "text", "align": "left", "baseline": "middle", **mark},
            "encoding": {"x": across("x"), "y": down("y"), "text": {"field": field}},
        }

    return [
        said("count", 15, fontSize=26, fontWeight=700, color=INK),
        said("name", 44, fontSize={"expr": SIZE}, fontWeight=600, color=MUTED),
    ]


def _notes(notes: list[Row]) -> Row:
    """What an "if" means, and how clear the one refutation is."""
    now = "(!datum.strict || datum.strict == strict) && indexof(datum.groups, group) >= 0"
    return {
        "data": {"values": notes},
        "transform": [
            {"filter": f"{now} && !(tight && datum.wide)"},
            {"calculate": "datum.column * col", "as": "x"},
            {"calculate": f"{HEAD} + datum.row * step + 8", "as": "y"},
        ],
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "fontSize": 13,
            "lineHeight": 19,
            "color": MUTED,
        },
        "encoding": {"x": across("x"), "y": down("y"), "text": {"field": "lines"}},
    }
