"""The chart of the sieve: a dot a model, in a column for each half point."""

from __future__ import annotations

from typing import Any

from .marks import HAIR, HUE, MUTED, PAPER, Model, Row, Words, looked_up, passed

NAMED = {  # the model, and how high its name stands over its column: in steps of a line
    "Qwen": 2,
    "Llama 3.1": 2,
    "DeepSeek R1": 3,
    "GPT OSS": 1,
    "Apertus": 3,
    "OLMo": 1.6,
}
PITCH, LINE, ABOVE = 15, 21, 84  # px: a dot, a line of names, room over the tallest column
FOOT = 26  # px under the dots, for the figures of the line
RIGHT = 9  # points from which a name would leave the chart
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


def _y(field: str = "y") -> Row:
    scale = {"domain": [0, {"expr": "height"}], "range": [0, {"expr": "height"}], "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _dots() -> list[Row]:
    mark = {"type": "point", "size": _SIZE, "opacity": 1, "filled": True}
    place = {"x": _X, "y": _y()}
    return [
        {
            "transform": [{"filter": "!datum.left"}],
            "mark": {**mark, "fill": PAPER, "stroke": HAIR, "strokeWidth": 1.2},
            "encoding": place,
        },
        {
            "transform": [{"filter": "datum.left"}],
            "mark": {**mark, "fill": HUE, "stroke": HUE, "strokeWidth": 1.2},
            "encoding": place,
        },
    ]


def _heads(columns: dict[float, list[Model]], floor: float) -> list[Row]:
    """Where each name stands: over the top of its column."""
    heads: dict[float, Row] = {}
    for points, column in columns.items():
        for model in column:
            if model.name in NAMED:
                top = floor - len(column) * PITCH
                heads[points] = {
                    "said": model.name,
                    "points": points,
                    "top": top - 2,
                    "y": top - NAMED[model.name] * LINE,
                }
    return list(heads.values())


def _threads(columns: dict[float, list[Model]], floor: float) -> list[Row]:
    return [
        {
            "data": {"values": _heads(columns, floor)},
            "transform": [{"calculate": "datum.y + 8", "as": "from"}],
            "mark": {"type": "rule", "color": HAIR},
            "encoding": {"x": _X, "y": _y("from"), "y2": {"field": "top"}},
        }
    ]


def _names(columns: dict[float, list[Model]], floor: float) -> list[Row]:
    """Names over their columns; at the right end they lean inwards."""
    rows = [
        (head, "right" if head["points"] > RIGHT else "center") for head in _heads(columns, floor)
    ]
    return [_said([head], align=align, dx=6 if align == "right" else 0) for head, align in rows]


def _said(rows: list[Row], **mark: Any) -> Row:
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "baseline": "middle", "fontSize": 13, **mark},
        "encoding": {"x": _X, "y": _y(), "text": {"field": "said"}},
    }


def _line(floor: float, tag: str) -> list[Row]:
    """The line of points, from none to all twelve."""
    y = floor + 15
    ends = [("least", 0, "left"), ("half", 6, "center"), ("most", 12, "center")]
    return [
        {
            "data": {"values": [{"y": floor + 2}]},
            "mark": {"type": "rule", "color": HAIR},
            "encoding": {"x": {"value": 0}, "x2": {"value": {"expr": "width"}}, "y": _y()},
        },
        *(
            _said([{"said": AXIS[name][tag], "points": points, "y": y}], align=align, color=MUTED,
                  dx=-6 if align == "left" else 0)
            for name, points, align in ends
        ),
    ]  # fmt: skip
