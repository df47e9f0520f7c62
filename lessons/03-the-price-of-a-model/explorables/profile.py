"""The chart of the four bills: a row a bill, a line through the dots of each model."""

from __future__ import annotations

from typing import Any

from kholapath.charts.layers import Row, Words, looked_up, with_halo
from kholapath.charts.theme import MUTED, PAPER

from .runs import HUE, IS_OPEN

BILLS: dict[str, Words] = {
    "run": {
        "en": "Final run: its GPU hours at $2",
        "bn": "চূড়ান্ত রান: জিপিইউ-ঘণ্টা, ঘণ্টায় $২",
    },
    "amortised": {
        "en": "Amortised: wear and power",
        "bn": "অবচয়: যন্ত্রের ক্ষয় আর বিদ্যুৎ",
    },
    "cloud": {"en": "Cloud: the same hours, rented", "bn": "ক্লাউড: একই ঘণ্টা ভাড়ায় নিলে"},
    "purchase": {"en": "Purchase: all the machines, bought", "bn": "কেনা: সব যন্ত্র কিনে নিলে"},
}

# Vega expressions, in which `datum` is a bill.
WORDS: dict[str, Words] = {
    "en": {
        "missing": "'nobody has worked it out'",
        "money": "format(datum.cost, '$,.3~r') + ' M'",
        "range": "format(datum.cost, '$,.2~r') + '–' + format(datum.later, ',.2~r') + ' M, two estimates'",
        "times": "' · ' + format(datum.times, ',.0f') + ' times the lowest'",
        "axis": "million dollars; each line is ten times the one before",
    },
    "bn": {
        "missing": "'কেউ হিসাব করেনি'",
        "money": "format(datum.cost, '$,.3~r') + ' মিলিয়ন'",
        "range": "format(datum.cost, '$,.2~r') + '–' + format(datum.later, ',.2~r') + ' মিলিয়ন, দুই হিসাবে'",
        "times": "' · সবচেয়ে কমের ' + format(datum.times, ',.0f') + ' গুণ'",
        "axis": "মিলিয়ন ডলার; প্রতিটি রেখা আগেরটির দশ গুণ",
    },
}

_CHOSEN = {"filter": "datum.model == model"}
_KNOWN = {"filter": "isValid(datum.cost)"}
# Words stand on the side where there is more room.
_RIGHT = "datum.cost > 40"


def profile(models: list[Row], summaries: dict[str, Any], tag: str) -> Row:
    """Return the chart: the chosen model's dots with their values, the others' as thin lines.

    Parameters
    ----------
    models
        A row a model: ``model``, ``open``, ``estimate``, ``costs`` by bill, ``later``.
    summaries
        By model, what the sentence needs: the chart's parameter ``bill``.
    """
    words = WORDS[tag]
    place = {"x": _x(models, words["axis"]), "y": _y(tag)}
    at_left = {**place, "x": {"value": 0}}
    return {
        "data": {"values": [point for m in models for point in _points(m, tag)]},
        "height": {"step": 70},
        "params": [{"name": "bill", "expr": looked_up(summaries, "model")}],
        "layer": [
            *_others(place),
            _joined(place),
            *_later(place),
            _dots(place),
            *with_halo(_names(at_left)),
            *with_halo(_values(place, words)),
            *with_halo(_missing(at_left, words)),
        ],
    }


def _points(m: Row, tag: str) -> list[Row]:
    low, high = min(m["costs"].values()), max(m["costs"].values())
    return [
        {
            "model": m["model"],
            "open": m["open"],
            "row": row,
            "bill": words[tag],
            "cost": m["costs"].get(bill),
            "later": m["later"] if bill == "amortised" else None,
            "estimate": bill != "run" or m["estimate"],
            "times": high / low if m["costs"].get(bill) == high > low else None,
        }
        for row, (bill, words) in enumerate(BILLS.items())
    ]


def _x(models: list[Row], title: str) -> Row:
    costs = [cost for m in models for cost in m["costs"].values()]
    return {
        "field": "cost",
        "type": "quantitative",
        "scale": {"type": "log", "domain": [min(costs) * 0.8, max(costs) * 1.25], "nice": False},
        "axis": {
            "values": [10**n for n in range(7)],
            "tickCount": 7,
            "format": "$,.0f",
            "title": title,
            "grid": True,
        },
    }


def _y(tag: str) -> Row:
    order = [words[tag] for words in BILLS.values()]
    return {"field": "bill", "type": "nominal", "axis": None, "sort": order}


# Layers, from the back

_DOWN = {"field": "row", "type": "quantitative"}  # joins dots from row to row, not by cost


def _others(place: Row) -> list[Row]:
    rest = [{"filter": "datum.model != model"}, _KNOWN]
    line = {"type": "line", "strokeWidth": 1, "color": MUTED, "opacity": 0.45}
    dot = {"type": "point", "size": 26, "color": MUTED, "opacity": 0.6}
    by_model = {**place, "detail": {"field": "model"}, "order": _DOWN}
    return [
        {"transform": rest, "mark": line, "encoding": by_model},
        {"transform": rest, "mark": dot, "encoding": place},
    ]


def _joined(place: Row) -> Row:
    mark = {"type": "line", "strokeWidth": 2, "opacity": 0.55}
    encoding = {**place, "order": _DOWN, "color": HUE}
    return {"transform": [_CHOSEN, _KNOWN], "mark": mark, "encoding": encoding}


def _later(place: Row) -> list[Row]:
    """Where a later estimate put the same bill: dashed, with a small ring at its end."""
    known = [_CHOSEN, {"filter": "isValid(datum.later)"}]
    rule = {"type": "rule", "strokeDash": [3, 3], "strokeWidth": 2}
    ring = {"type": "point", "size": 70, "strokeWidth": 2, "opacity": 1, "fill": PAPER}
    at_end = {**place, "x": {**place["x"], "field": "later"}}
    return [
        {"transform": known, "mark": rule, "encoding": {**place, "x2": {"field": "later"}, "color": HUE}},
        {"transform": known, "mark": ring, "encoding": {**at_end, "stroke": HUE}},
    ]  # fmt: skip


def _dots(place: Row) -> Row:
    hollow = {"test": "datum.estimate", "value": PAPER}
    fill = {"condition": [hollow, IS_OPEN], "value": HUE["value"]}
    return {
        "transform": [_CHOSEN, _KNOWN],
        "mark": {"type": "point", "size": 190, "strokeWidth": 2.5, "opacity": 1},
        "encoding": {**place, "stroke": HUE, "fill": fill},
    }


def _names(at_left: Row) -> Row:
    return {
        "transform": [_CHOSEN],
        "mark": {"type": "text", "align": "left", "dy": -20, "fontSize": 14},
        "encoding": {**at_left, "text": {"field": "bill"}},
    }


def _values(place: Row, words: Words) -> Row:
    said = (
        f"(datum.later ? {words['range']} : {words['money']})"
        f" + (datum.times ? {words['times']} : '')"
    )
    side = {"align": {"expr": f"{_RIGHT} ? 'right' : 'left'"}, "dx": {"expr": f"{_RIGHT} ? 8 : -8"}}
    return {
        "transform": [_CHOSEN, _KNOWN, {"calculate": said, "as": "said"}],
        "mark": {"type": "text", "dy": 19, "fontSize": 14, "fontWeight": 600, **side},
        "encoding": {**place, "text": {"field": "said"}},
    }


def _missing(at_left: Row, words: Words) -> Row:
    return {
        "transform": [
            _CHOSEN,
            {"filter": "!isValid(datum.cost)"},
            {"calculate": words["missing"], "as": "said"},
        ],
        "mark": {"type": "text", "align": "left", "dy": 2, "fontSize": 14, "color": MUTED},
        "encoding": {**at_left, "text": {"field": "said"}},
    }
