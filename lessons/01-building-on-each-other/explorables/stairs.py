"""The chart of the records: stairs on a scale whose every line is half the one above."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from kholapath.charts.layers import Row, Words, looked_up, sums, with_halo
from kholapath.charts.theme import INK, MUTED, OPEN, PAPER
from kholapath.charts.words import fill

from .dates import decimal_year

RULES_CHANGED_AFTER = 21  # a record's number; the README says so
HALVINGS = 5
START, END = 2024.36, 2026.62  # years, from edge to edge

UNIT = {"en": "min", "bn": "মিনিট"}
# Of how many halvings a stretch is, and how many days it took; a line each.
SPANS: dict[str, tuple[str, str]] = {
    "en": ("{n:.0f} halvings", "{days:.0f} days"),
    "bn": ("{n:.0f} বার অর্ধেক", "{days:.0f} দিনে"),
}
RULES = {"en": "the rules change", "bn": "নিয়ম বদলায়"}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "bn": "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
}


def halved(rows: list[Row], times: int) -> Row:
    """The first record at or below the start, halved so many times."""
    return next(r for r in rows if r["minutes"] <= rows[0]["minutes"] / 2**times)


def day(row: Row) -> date:
    """Return the day of a record."""
    return date.fromisoformat(str(row["date"])[:10])


def days(start: Row, end: Row) -> float:
    """Return how many days lie between two records."""
    return float((day(end) - day(start)).days)


def chart(rows: list[Row], tag: str) -> Row:
    """Return the stairs, up to the record that the reader has reached and beyond."""
    start = rows[0]["minutes"]
    known = [
        [day(r).day, day(r).month - 1, day(r).year, r["minutes"], r["people_so_far"]] for r in rows
    ]
    month = looked_up(MONTHS[tag].split(), "now[1]")
    points = [
        {
            "n": r["record"],
            "year": round(decimal_year(day(r)), 3),
            "minutes": r["minutes"],
            "new": r["newcomers"] > 0,
        }
        for r in rows
    ]
    unit = UNIT[tag]
    place = {"x": _x(), "y": _y(start)}
    ahead, done = "datum.n > record", "datum.n <= record"
    return {
        "data": {"values": points},
        "height": 350,
        "params": [
            {"name": "now", "expr": looked_up(known, "record - 1")},
            {
                "name": "when",
                "expr": f"format(now[0], '.0f') + ' ' + {month} + ' ' + format(now[2], '.0f')",
            },
            {"name": "minutes", "expr": "now[3]"},
            {"name": "people", "expr": "now[4]"},
            {"name": "first", "value": start},
        ],
        "layer": [
            *_rules_changed(points, place, RULES[tag]),
            _stairs("true", place, color=MUTED, strokeWidth=1, opacity=0.5),
            _stairs(done, place, color=OPEN, strokeWidth=2.5),
            _dots(ahead, place, {"value": PAPER}, {"value": MUTED}, 26),
            _dots(done, place, {"value": OPEN}, {"value": OPEN}, 40),
            _dots("datum.n == record", place, {"value": PAPER}, {"value": INK}, 150),
            *_spans(rows, place, tag),
            *with_halo(_value(place, unit)),
        ],
    }


def _x() -> Row:
    axis = {"values": [2025, 2026], "format": ".0f", "title": None, "grid": False, "ticks": True}
    scale = {"domain": [START, END], "nice": False, "zero": False}
    return {"field": "year", "type": "quantitative", "scale": scale, "axis": axis}


def _y(start: float) -> Row:
    steps = [start / 2**i for i in range(HALVINGS + 1)]
    scale = {
        "type": "log",
        "base": 2,
        "domain": [start / 2 ** (HALVINGS + 1.2), start * 1.12],
        "nice": False,
    }
    axis = {
        "values": steps,
        "tickCount": len(steps),
        "format": ",.3~r",
        "title": None,
        "grid": True,
    }
    return {"field": "minutes", "type": "quantitative", "scale": scale, "axis": axis}


def _stairs(test: str, place: Row, **mark: object) -> Row:
    return {
        "transform": [{"filter": test}],
        "mark": {"type": "line", "interpolate": "step-after", **mark},
        "encoding": {**place, "order": {"field": "n", "type": "quantitative"}},
    }


def _dots(test: str, place: Row, fill: Row, stroke: Row, size: int) -> Row:
    shape = {"condition": {"test": "datum.new", "value": "diamond"}, "value": "circle"}
    return {
        "transform": [{"filter": test}],
        "mark": {"type": "point", "strokeWidth": 1.5, "opacity": 1},
        "encoding": {
            **place,
            "shape": shape,
            "size": {"condition": {"test": "datum.new", "value": size * 1.6}, "value": size},
            "fill": fill,
            "stroke": stroke,
        },
    }


def _rules_changed(points: list[Row], place: Row, words: str) -> list[Row]:
    after = points[RULES_CHANGED_AFTER]
    data = {"values": [{**after, "said": words}]}
    at = {"x": place["x"]}
    rule = {"type": "rule", "strokeDash": [3, 3], "color": MUTED}
    text = {
        "type": "text",
        "align": "left",
        "dx": 6,
        "baseline": "top",
        "fontSize": 13,
        "color": MUTED,
    }
    said: Words = {"field": "said"}
    return [
        {"data": data, "mark": rule, "encoding": {**at, "y": {"value": 0}, "y2": {"value": 290}}},
        {"data": data, "mark": text, "encoding": {**at, "y": {"value": 26}, "text": said}},
    ]


def _spans(rows: list[Row], place: Row, tag: str) -> list[Row]:
    """Under the stairs: how long the first three halvings took, and the last two."""
    marks = [halved(rows, times) for times in (0, 3, HALVINGS)]
    spans = [
        {
            "year": decimal_year(day(start)),
            "end": decimal_year(day(end)),
            "middle": (decimal_year(day(start)) + decimal_year(day(end))) / 2,
            "n": float(n),
            "days": days(start, end),
        }
        for (start, end), n in zip(pairwise(marks), (3, HALVINGS - 3), strict=True)
    ]
    data = {
        "values": [
            {**span, "said": [fill({tag: w}, **span)[tag] for w in SPANS[tag]]} for span in spans
        ]
    }
    x, low = place["x"], {"value": 340}
    rule = {"type": "rule", "strokeWidth": 2, "color": MUTED}
    tick = {"type": "tick", "orient": "vertical", "height": 9, "thickness": 2, "color": MUTED}
    text = {"type": "text", "dy": -29, "lineHeight": 17, "fontSize": 13, "align": "center"}
    ends = [{**x, "field": name} for name in ("year", "end")]
    return [
        {"data": data, "mark": rule, "encoding": {"x": ends[0], "x2": {"field": "end"}, "y": low}},
        *({"data": data, "mark": tick, "encoding": {"x": at, "y": low}} for at in ends),
        {
            "data": data,
            "mark": text,
            "encoding": {"x": {**x, "field": "middle"}, "y": low, "text": {"field": "said"}},
        },
    ]


def _value(place: Row, unit: str) -> Row:
    """The time of the record, right of it, where the stairs leave room; at the end over it."""
    last = f"datum.year > (narrow ? {END - 0.65} : {END - 0.3})"
    side = {"align": {"expr": f"{last} ? 'right' : 'left'"}, "dx": {"expr": f"{last} ? 0 : 12"}}
    lift = {"dy": {"expr": f"{last} ? -31 : -18"}}
    return {
        "transform": [
            {"filter": "datum.n == record"},
            *sums(
                said=f"format(datum.minutes, ',.4~r') + ' {unit}'",
                beside=f"{last} ? {END} : datum.year",
            ),
        ],
        "mark": {"type": "text", "fontSize": 15, "fontWeight": 600, **side, **lift},
        "encoding": {**place, "x": {**place["x"], "field": "beside"}, "text": {"field": "said"}},
    }
