"""The chart of the network: a lane for each maker, and under them a dot for every model there is."""

from __future__ import annotations

from typing import Any

from kholapath.charts.layers import Row, Words, down, looked_up, sums, with_halo
from kholapath.charts.theme import INK, LINE, MUTED, OPEN, PAPER

from .family import Family
from .places import (
    CHAIN,
    DRAWN,
    EARLIER,
    FIRST,
    LANE,
    LAST,
    TIGHT,
    TOP,
    at,
    paths,
    signs,
    small_dots,
)

NOTHING = "none"
WORDS: dict[str, Words] = {
    "en": {
        "all": "All models, a dot each",
        "lost": "'. Hollow: loses an ancestor'",
        "before": "older",
        "back": "and back",
    },
    "bn": {
        "all": "পুরো জাল, এক মডেলে এক বিন্দু",
        "lost": "'। ফাঁপা: পূর্বসূরি হারায়'",
        "before": "আগে",
        "back": "আবার ফেরা",
    },
}

_LOST = "indexof(datum.from, cut) >= 0"
_GONE = "datum.sign == cut"


def chart(whole: Family, facts: dict[str, Row], tag: str) -> Row:
    """Return the lanes, the lines from model to model, and the small dots below."""
    lanes = list(dict.fromkeys(whole.models[name].maker for name in DRAWN))
    level = {name: TOP + LANE * lanes.index(whole.models[name].maker) for name in DRAWN}
    under = TOP + LANE * len(lanes)
    dots, deepest = small_dots(whole, under + 14)
    words = WORDS[tag]
    fact = f"gone == '{NOTHING}' ? {{}} : {looked_up(facts, 'gone')}"
    return {
        "height": deepest + 22,
        "params": [
            {
                "name": "cut",
                "expr": looked_up({NOTHING: "-", **{n: signs([n]) for n in DRAWN}}, "gone"),
            },
            {"name": "fact", "expr": fact},
            {"name": "others", "value": len(whole.models) - 1},
        ],
        "layer": [
            _lane_lines(lanes),
            *_lines(paths(whole, level)),
            *with_halo(_lane_names(lanes)),
            *_nodes(whole, level),
            _back(level, words["back"]),
            *_below(dots, under, deepest, words),
        ],
    }


# Layers, from the back


_SCALE = {"domain": [EARLIER - 0.03, LAST], "nice": False, "zero": False}
_PLACE: Row = {
    "x": {"field": "x", "type": "quantitative", "scale": _SCALE, "axis": None},
    "y": down(),
}


def _lane_lines(lanes: list[str]) -> Row:
    rows = [{"x": EARLIER, "end": LAST, "y": TOP + LANE * i} for i in range(len(lanes))]
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "color": LINE},
        "encoding": {**_PLACE, "x2": {"field": "end"}},
    }


def _lane_names(lanes: list[str]) -> Row:
    rows = [{"said": lane, "y": TOP + LANE * i - 14} for i, lane in enumerate(lanes)]
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "align": "left", "fontSize": 13, "color": MUTED},
        "encoding": {"x": {"value": 0}, "y": down(), "text": {"field": "said"}},
    }


def _lines(points: list[Row]) -> list[Row]:
    """The lines in four lots: thin or of the chain, each whole or broken. A line has one dash only."""

    def lot(test: str, **mark: Any) -> Row:
        return {
            "data": {"values": points},
            "transform": [{"filter": test}],
            "mark": {"type": "line", "interpolate": "basis", **mark},
            "encoding": {
                **_PLACE,
                "detail": {"field": "line"},
                "order": {"value": None},
            },
        }

    thin = {"color": MUTED, "strokeWidth": 1.2}
    thick = {"color": OPEN, "strokeWidth": 4, "strokeCap": "round"}
    return [
        lot(f"!datum.chain && {_LOST}", **thin, opacity=0.35, strokeDash=[2, 4]),
        lot(f"!datum.chain && !({_LOST})", **thin, opacity=0.6),
        lot(
            f"datum.chain && {_LOST}",
            **{**thick, "strokeWidth": 2},
            opacity=0.55,
            strokeDash=[2, 5],
        ),
        lot(f"datum.chain && !({_LOST})", **thick),
    ]


def _nodes(whole: Family, level: dict[str, int]) -> list[Row]:
    """The drawn models: a disc, a ring if an ancestor is lost, a cross if taken away; and names."""
    rows = [_node(whole, name, level[name]) for name in DRAWN]
    lost = {"test": _LOST, "value": PAPER}
    disc: Row = {
        "data": {"values": rows},
        "transform": [{"filter": f"!({_GONE})"}],
        "mark": {"type": "point", "size": 130, "strokeWidth": 2, "opacity": 1, "stroke": OPEN},
        "encoding": {**_PLACE, "fill": {"condition": lost, "value": OPEN}},
    }
    cross: Row = {
        "data": {"values": rows},
        "transform": [{"filter": _GONE}],
        "mark": {
            "type": "point",
            "shape": "M-1,-1L1,1M1,-1L-1,1",
            "size": 130,
            "strokeWidth": 3.5,
            "opacity": 1,
            "stroke": INK,
            "fill": None,
        },
        "encoding": _PLACE,
    }
    layers = [{**disc, "mark": {**disc["mark"], "stroke": PAPER, "strokeWidth": 7}}, disc, cross]
    return [*layers, *with_halo(_names(rows))]


def _node(whole: Family, name: str, y: int) -> Row:
    model = whole.models[name]
    side, align = DRAWN[name]
    early = model.year is not None and model.year < FIRST
    return {
        "sign": signs([name]),
        "said": f"{model.name}, {int(model.year or 0)}" if early else model.name,
        "from": signs(whole.ancestors(name)),
        "x": round(at(model), 3),
        "y": y,
        "under": side == "under",
        "align": align,
        "chain": name in CHAIN,
        "tight": name in TIGHT,
    }


def _names(rows: list[Row]) -> Row:
    """Each name on its side of its dot, one end at it, in bold if it is of the chain."""
    said: Row = {
        "type": "text",
        "align": {"expr": "datum.align"},
        "dx": {"expr": "datum.align == 'left' ? -7 : datum.align == 'right' ? 7 : 0"},
        "dy": {"expr": "datum.under ? 18 : -16"},
        "fontSize": 13,
        "fontWeight": {"expr": "datum.chain ? 600 : 400"},
    }
    return {
        "data": {"values": rows},
        "transform": [{"filter": f"!(narrow && datum.tight) || {_GONE}"}],
        "mark": said,
        "encoding": {**_PLACE, "text": {"field": "said"}},
    }


def _back(level: dict[str, int], words: str) -> Row:
    """The one point that matters: the line comes home."""
    row = {"x": 2025.72, "y": level["deepseek_v3"] + 14, "said": words}
    return {
        "data": {"values": [row]},
        "transform": [{"filter": f"gone == '{NOTHING}' && !narrow"}],
        "mark": {"type": "text", "align": "left", "fontSize": 13, "fontWeight": 600, "color": OPEN},
        "encoding": {**_PLACE, "text": {"field": "said"}},
    }


def _below(dots: list[Row], under: int, deepest: float, words: Words) -> list[Row]:
    fill = {
        "condition": [{"test": _LOST, "value": PAPER}, {"test": _GONE, "value": INK}],
        "value": OPEN,
    }
    head = [{"y": under - 12, "said": words["all"]}]
    lost = f"datum.said + (gone == '{NOTHING}' ? '' : {words['lost']})"
    years = [
        {"x": y + 0.01, "y": deepest + 16, "year": y} for y in range(int(FIRST), int(LAST) + 1)
    ]
    before = [{"y": deepest + 16, "said": words["before"]}]
    small = {"type": "text", "align": "left", "fontSize": 13, "color": MUTED}
    at_left = {"x": {"value": 0}, "y": down(), "text": {"field": "said"}}
    return [
        {
            "data": {"values": head},
            "transform": sums(shown=lost),
            "mark": {**small, "color": INK},
            "encoding": {**at_left, "text": {"field": "shown"}},
        },
        {
            "data": {"values": dots},
            "mark": {
                "type": "point",
                "size": {"expr": "narrow ? 13 : 24"},
                "opacity": 1,
                "strokeWidth": 1.2,
            },
            "encoding": {**_PLACE, "fill": fill, "stroke": {"value": OPEN}},
        },
        {
            "data": {"values": years},
            "mark": small,
            "encoding": {
                **_PLACE,
                "text": {"field": "year", "type": "quantitative", "format": ".0f"},
            },
        },
        {
            "data": {"values": before},
            "mark": small,
            "encoding": at_left,
        },
    ]
