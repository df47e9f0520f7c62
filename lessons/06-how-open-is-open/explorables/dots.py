"""The chart of the sieve: a dot a model, in a column for each half point."""

from __future__ import annotations

from typing import Any

from kholapath.charts.layers import Row, Words, down, looked_up
from kholapath.charts.theme import HAIR, MUTED, OPEN, PAPER

from .marks import Model, passed

NAMED = {  # the model, how high its name stands (in dots, over the line), and its side of the thread
    "Qwen": (6.4, "center"),
    "Llama 3.1": (14.6, "right"),
    "DeepSeek R1": (15, "left"),
    "GPT OSS": (13.2, "left"),
    "Apertus": (7.6, "right"),
    "OLMo": (9.6, "right"),
}
PITCH, ABOVE = 14, 22  # px: a dot, room over the tallest column
FOOT = 26  # px under the dots, for the figures of the line
FEW = 10  # as many names the sentence can take

AXIS: dict[str, Words] = {
    "least": {"en": "0 points", "bn": "০ পয়েন্ট"},
    "half": {"en": "6", "bn": "৬"},
    "most": {"en": "12", "bn": "১২"},
}


def dots(known: list[Model], asked: list[str], strictly: list[str], tag: str) -> Row:
    """Return the chart; `ask` (1 to 4) and `least` (2 open, 1 partial) are its parameters.

    Parameters
    ----------
    known
        Every model.
    asked, strictly
        What the sentence says for each value of `ask`, and for each of `least` from 2 down.
    """
    columns = _columns(known)
    tall = max(len(column) for column in columns.values())
    floor = ABOVE + tall * PITCH
    rows = [
        _row(model, place, floor)
        for column in columns.values()
        for place, model in enumerate(column)
    ]
    return {
        "data": {"values": rows},
        "height": floor + FOOT,
        "params": _params(known, asked, strictly),
        "transform": [{"calculate": "(least == 2 ? datum.fully : datum.partly) >= ask", "as": "left"}],
        "layer": [*_threads(columns, floor), *_dots(), *_names(columns, floor), *_line(floor, tag)],
    }  # fmt: skip


def _columns(known: list[Model]) -> dict[float, list[Model]]:
    """The models of each number of points, from the line up: whoever is left longest below, named ones on top."""
    columns: dict[float, list[Model]] = {}
    for model in sorted(known, key=lambda m: (m.name in NAMED, -passed(m, 2), -passed(m, 1))):
        columns.setdefault(model.points, []).append(model)
    return columns


def _row(model: Model, place: int, floor: float) -> Row:
    return {
        "points": model.points,
        "y": floor - (place + 0.5) * PITCH,
        "fully": passed(model, 2),
        "partly": passed(model, 1),
    }


def _params(known: list[Model], asked: list[str], strictly: list[str]) -> list[Row]:
    """What the sentence says: what is asked, how strictly, how many are left and, if few, who."""
    steps = range(1, len(asked) + 1)
    left = {
        least: [[m.name for m in known if passed(m, least) >= step] for step in steps]
        for least in (1, 2)
    }
    counts = {str(least): [len(names) for names in by_step] for least, by_step in left.items()}
    named = {
        str(least): [", ".join(names) if len(names) <= FEW else "" for names in by_step]
        for least, by_step in left.items()
    }
    return [
        {"name": "asked", "expr": looked_up(asked, "ask - 1")},
        {"name": "strictly", "expr": looked_up(strictly, "2 - least")},
        {"name": "all", "value": len(known)},
        {"name": "left", "expr": f"{looked_up(counts, 'least')}[ask - 1]"},
        {"name": "names", "expr": f"{looked_up(named, 'least')}[ask - 1]"},
    ]


# Layers

_SIZE = {"expr": f"pow(min({PITCH - 2}, (width - 20) / 26.5), 2) * 0.8"}
_X = {
    "field": "points",
    "type": "quantitative",
    "scale": {"domain": [-0.4, 12.4], "nice": False, "zero": False},
    "axis": None,
}


def _dots() -> list[Row]:
    mark = {"type": "point", "size": _SIZE, "opacity": 1, "filled": True}
    place = {"x": _X, "y": down()}
    return [
        {
            "transform": [{"filter": "!datum.left"}],
            "mark": {**mark, "fill": PAPER, "stroke": HAIR, "strokeWidth": 1.2},
            "encoding": place,
        },
        {
            "transform": [{"filter": "datum.left"}],
            "mark": {**mark, "fill": OPEN, "stroke": OPEN, "strokeWidth": 1.2},
            "encoding": place,
        },
    ]


def _heads(columns: dict[float, list[Model]], floor: float) -> list[Row]:
    """Where each name stands, and the top of its column."""
    return [
        {
            "said": model.name,
            "points": points,
            "y": floor - NAMED[model.name][0] * PITCH,
            "top": floor - len(column) * PITCH - 2,
        }
        for points, column in columns.items()
        for model in column
        if model.name in NAMED
    ]


def _threads(columns: dict[float, list[Model]], floor: float) -> list[Row]:
    return [
        {
            "data": {"values": _heads(columns, floor)},
            "transform": [{"calculate": "datum.y + 8", "as": "from"}],
            "mark": {"type": "rule", "color": HAIR},
            "encoding": {"x": _X, "y": down("from"), "y2": {"field": "top"}},
        }
    ]


def _names(columns: dict[float, list[Model]], floor: float) -> list[Row]:
    """Names at the ends of their threads."""
    lean = {"left": -4, "center": 0, "right": 8}
    sides = [(head, NAMED[head["said"]][1]) for head in _heads(columns, floor)]
    return [_said([head], align=side, dx=lean[side]) for head, side in sides]


def _said(rows: list[Row], **mark: Any) -> Row:
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "baseline": "middle", "fontSize": 13, **mark},
        "encoding": {"x": _X, "y": down(), "text": {"field": "said"}},
    }


def _line(floor: float, tag: str) -> list[Row]:
    """The line of points, from none to all twelve."""
    y = floor + 15
    ends = [("least", 0, "left"), ("half", 6, "center"), ("most", 12, "center")]
    return [
        {
            "data": {"values": [{"y": floor + 2}]},
            "mark": {"type": "rule", "color": HAIR},
            "encoding": {"x": {"value": 0}, "x2": {"value": {"expr": "width"}}, "y": down()},
        },
        *(
            _said([{"said": AXIS[name][tag], "points": points, "y": y}], align=align, color=MUTED,
                  dx=-6 if align == "left" else 0)
            for name, points, align in ends
        ),
    ]  # fmt: skip
