"""The chart of the race: two stairs, and at the chosen month the gap in points and in time."""

from __future__ import annotations

from typing import Any

from kholapath.charts.layers import Row, looked_up, sums, with_halo
from kholapath.charts.theme import CLOSED, INK, OPEN

from .look import HUE, SHAPE

TICKS = {
    "en": {
        2024.0: "2024",
        2024.5: "Jul",
        2025.0: "2025",
        2025.5: "Jul",
        2026.0: "2026",
    },
    "bn": {
        2024.0: "২০২৪",
        2024.5: "জুলাই",
        2025.0: "২০২৫",
        2025.5: "জুলাই",
        2026.0: "২০২৬",
    },
}


def _name_of(kind: str, model: str, score: str) -> str:
    """Return a Vega expression: who holds a record, on two lines where `datum.short`."""
    value = f"format({score}, '.1f')"
    return (
        f"datum.short ? ['{kind} ' + {value} + ':', {model}] : '{kind}: ' + {model} + ' ' + {value}"
    )


# Vega expressions
WORDS = {
    "en": {
        "closed": _name_of("closed", "at.leader", "at.closed"),
        "open": _name_of("open", "at.holder", "at.open"),
        "points": "format(abs(at.gap), '.1f') + ' points'",
        "months": "(at.least ? '≥ ' : '') + format(at.behind, '.1f') + ' months'",
    },
    "bn": {
        "closed": _name_of("বন্ধ", "at.leader", "at.closed"),
        "open": _name_of("ওপেন", "at.holder", "at.open"),
        "points": "format(abs(at.gap), '.1f') + ' পয়েন্ট'",
        "months": "(at.least ? '≥ ' : '') + format(at.behind, '.1f') + ' মাস'",
    },
}
START, END = 2023.15, 2026.4
# Where the name of a record starts at the month and runs to the right; later it ends at the right.
TURNS = {"closed": "(narrow ? 2024.9 : 2024.4)", "open": "(narrow ? 2025.36 : 2025.3)"}
ROOM = "(!at.ahead && at.passed > 2023.9)"
FULL = "(narrow && at.t > 2025.36)"
LATE = 20  # the month whose open mark is the lowest over a name that ends at the right
LEAST = 1.0  # points: below that no upright line can be seen


def chart(records: list[Row], moments: dict[str, list[Row]], tag: str) -> Row:
    """Return the two stairs, pale after the chosen month, with its two gaps measured."""
    words = WORDS[tag]
    return {
        "data": {"values": records},
        "height": 380,
        "params": [
            {"name": "race", "expr": looked_up(moments, "test")},
            {"name": "at", "expr": "race[month - 1]"},
        ],
        "transform": [{"filter": "datum.test == test"}],
        "layer": [
            *_stairs(tag, later=True),
            *_stairs(tag, later=False),
            _behind(tag),
            _apart(tag),
            *with_halo(_months(words["months"], tag)),
            *with_halo(_points(words["points"], words["months"], tag)),
            *with_halo(_name(words["closed"], "at.closed", "!at.ahead", CLOSED, tag)),
            *with_halo(_name(words["open"], "at.open", "at.ahead", OPEN, tag)),
        ],
    }


def _x(tag: str, field: str = "start") -> Row:
    names = {f"{at:g}": words for at, words in TICKS[tag].items()}
    axis = {
        "values": list(TICKS[tag]),
        "labelExpr": looked_up(names, "toString(datum.value)"),
        "title": None,
        "grid": False,
        "ticks": True,
    }
    scale = {"domain": [START, END], "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": axis}


def _y(field: str = "score") -> Row:
    axis = {
        "values": [0, 25, 50, 75, 100],
        "labelExpr": "format(datum.value, '.0f') + ' %'",
        "title": None,
        "grid": True,
    }
    scale = {"domain": [-6, 112], "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": axis}


# Layers, from the back


def _stairs(tag: str, *, later: bool) -> list[Row]:
    """Treads, risers and records: all of them pale, and up to the chosen month in full."""
    kept = [] if later else [{"filter": "datum.start <= at.t"}]
    until = "datum.end" if later else "min(datum.end, at.t)"
    place = {"x": _x(tag), "y": _y()}
    rule = {"type": "rule", "strokeWidth": 1.5 if later else 3, "opacity": 0.3 if later else 1}
    tread = {**place, "x2": {"field": "until"}, "color": HUE}
    riser = {**place, "y2": {"field": "old"}, "color": HUE}
    dot = {"type": "point", "size": 40 if later else 75, "opacity": 0.3 if later else 1}
    return [
        {"transform": [*kept, *sums(until=until)], "mark": rule, "encoding": tread},
        {"transform": [*kept, {"filter": "isValid(datum.old)"}], "mark": rule, "encoding": riser},
        {
            "transform": kept,
            "mark": dot,
            "encoding": {**place, "shape": SHAPE, "fill": HUE, "stroke": HUE},
        },
    ]


def _here(tag: str, *only: str, **how: str) -> Row:
    """A layer of one row, placed by expressions of the chosen month."""
    return {
        "data": {"values": [{"one": 1}]},
        "transform": [*sums(**how), *({"filter": test} for test in only)],
        "encoding": {"x": _x(tag, "x"), "y": _y("y")},
    }


def _behind(tag: str) -> Row:
    """The level dashed line: from the day a closed model passed the open mark until now."""
    layer = _here(tag, "!at.ahead", x="at.ahead ? at.t : at.passed", y="at.open", end="at.t")
    layer["encoding"]["x2"] = {"field": "end"}
    mark = {"type": "rule", "strokeDash": [4, 3], "strokeWidth": 2, "color": INK}
    return {**layer, "mark": mark}


def _apart(tag: str) -> Row:
    """The upright line between the two at the chosen month."""
    layer = _here(tag, f"abs(at.gap) > {LEAST}", x="at.t", y="at.closed", low="at.open")
    layer["encoding"]["y2"] = {"field": "low"}
    return {**layer, "mark": {"type": "rule", "strokeWidth": 2, "color": INK}}


def _text(layer: Row, **mark: Any) -> Row:
    layer["encoding"]["text"] = {"field": "said"}
    base = {"type": "text", "fontSize": 13.5, "fontWeight": 600, "baseline": "middle"}
    return {**layer, "mark": {**base, **mark}}


def _months(words: str, tag: str) -> Row:
    """How long behind, left of where the dashed line starts; no line runs there so high."""
    layer = _here(tag, ROOM, x="at.passed", y="at.open", said=words)
    return _text(layer, align="right", dx=-7, dy=-7)


def _points(words: str, months: str, tag: str) -> Row:
    """How many points; and how long behind, where the dashed line starts too far left for words."""
    said = f"{words} + (at.ahead || {ROOM} ? '' : ' · ' + {months})"
    # on a narrow chart the late months leave no room beside the line: over the upper name there is
    layer = _here(
        tag,
        x=f"{FULL} ? {END} : at.t",
        y=f"{FULL} ? at.closed : (at.open + at.closed) / 2",
        said=said,
    )
    return _text(
        layer,
        align={"expr": f"{FULL} ? 'right' : 'left'"},
        dx={"expr": f"{FULL} ? 0 : 8"},
        dy={"expr": f"{FULL} ? -39 : 0"},
        fontWeight=700,
        fontSize=15,
    )


def _name(words: str, y: str, above: str, hue: Any, tag: str) -> Row:
    """Who holds the record: above the upper line, below the lower one, where the stairs leave room."""
    early = f"at.t < ({above} ? {TURNS['closed']} : {TURNS['open']})"
    # the upper name ends at the month, the lower one at the edge: the stairs rise to the right
    x = f"{early} || ({above}) ? at.t : {END}"
    # a late lower name goes under all the stairs that it would cross
    low = f"!({early} || ({above})) ? race[{LATE - 1}].open : {y}"
    # two lines are short enough to run to the right
    short = f"narrow && ({early} || !({above}))"
    return _text(
        _here(tag, x=x, y=low, short=short, said=words),
        align={"expr": f"{early} ? 'left' : 'right'"},
        dx={"expr": f"{early} ? (({above}) ? -4 : 8) : ({above}) ? 4 : 0"},
        dy={"expr": f"({above}) ? (narrow && {early} ? -37 : -19) : 15"},
        lineHeight=18,
        color=hue,
    )
