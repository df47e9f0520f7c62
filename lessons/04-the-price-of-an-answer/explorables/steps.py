"""The chart of the prices: a line as long as a price stood, and a step where it changed."""

from __future__ import annotations

from dataclasses import dataclass

from kholapath.charts.layers import Row, Words, looked_up, sums, with_halo
from kholapath.charts.theme import INK, MUTED

from .look import HUE, SHAPE, times

LATE = 2025.0  # prices seen from then on carry their name at the right end
END = 2025.67
# Whose name stands below its line, by kind of price: there is no room above.
_BOTH = {("DeepSeek R1", 0), ("GPT-5", 0), ("DeepSeek chat", 0), ("o3", 0)}
BELOW = {
    "usd_in": {*_BOTH, ("GPT-4o mini", 0), ("Gemini 2.0 Flash", 0)},
    "usd_out": {*_BOTH, ("Mistral NeMo", 0)},
}
CLOSE = "Gemini 2.0 Flash"  # its name stands just between two lines, on a phone without the price

TICKS = {
    "en": {2024.0: "Jan 2024", 2025.0: "Jan 2025", END: "Sep 2025"},
    "bn": {2024.0: "জানু. ২০২৪", 2025.0: "জানু. ২০২৫", END: "সেপ্টে. ২০২৫"},
}
APART = {"en": "{n} times", "bn": "{n} গুণ"}


@dataclass(frozen=True)
class Price:
    """One price of one model: the how-manieth, how long it stood, and dollars in and out."""

    model: str
    nth: int
    open: bool
    since: str
    start: float
    end: float
    usd: dict[str, float]


@dataclass(frozen=True)
class Story:
    """Some models to follow, and the two prices that the story compares."""

    name: Words
    models: tuple[str, ...]
    compared: tuple[tuple[str, int], tuple[str, int]]
    high: float
    """Where on the way from the lower price to the higher the ratio is written."""
    left: bool = True
    """Whether it is written to the left of the line between the two."""


def chart(prices: list[Price], stories: dict[str, Story], said: dict[str, str], tag: str) -> Row:
    """Return all prices in grey, with those of the story drawn out and named."""
    place = {"x": _x(tag), "y": _y()}
    return {
        "data": {"values": [_point(p, prices, stories) for p in prices]},
        "height": 400,
        "params": [{"name": "told", "expr": looked_up(said, "story + kind")}],
        "transform": [*sums(usd="datum[kind]", old="datum['old_' + kind]", told="datum[story]")],
        "layer": [
            *_others(place),
            _lines(place),
            _changes(place),
            _apart(prices, stories, place),
            *(layer for late in (False, True) for layer in with_halo(_names(place, late=late))),
            *with_halo(_ratio(prices, stories, place, tag)),
            _dots(place),  # in front: no name may hide where a price begins
        ],
    }


def _point(p: Price, prices: list[Price], stories: dict[str, Story]) -> Row:
    before = next((q for q in prices if (q.model, q.nth) == (p.model, p.nth - 1)), None)
    old = {f"old_{kind}": usd for kind, usd in before.usd.items()} if before else {}
    return {
        "model": p.model,
        "open": p.open,
        "start": round(p.start, 3),
        "end": round(p.end, 3),
        "late": p.start >= LATE,
        "brief": p.model == CLOSE,
        **{f"dy_{kind}": _lift(p, kind) for kind in BELOW},
        **p.usd,
        **old,
        **{name: p.model in story.models for name, story in stories.items()},
    }


def _lift(p: Price, kind: str) -> int:
    """How far a price's name stands from its line, in px; less than 0 is above it."""
    if (kind, p.model) == ("usd_out", CLOSE):
        return -9
    return 15 if (p.model, p.nth) in BELOW[kind] else -12


def _x(tag: str) -> Row:
    names = {f"{at:g}": words for at, words in TICKS[tag].items()}
    axis = {
        "values": list(TICKS[tag]),
        "labelExpr": looked_up(names, "toString(datum.value)"),
        "title": None,
        "grid": False,
        "ticks": True,
        "labelOverlap": False,
        "labelFlush": True,
    }
    scale = {"domain": [2024.0, END], "nice": False, "zero": False}
    return {"field": "start", "type": "quantitative", "scale": scale, "axis": axis}


def _y() -> Row:
    axis = {
        "values": [0.1, 1, 10, 100],
        "tickCount": 4,
        "format": "$,.1~f",
        "title": None,
        "grid": True,
    }
    scale = {"type": "log", "domain": [0.035, 220], "nice": False}
    return {"field": "usd", "type": "quantitative", "scale": scale, "axis": axis}


# Layers, from the back

_TOLD, _REST = {"filter": "datum.told"}, {"filter": "!datum.told"}
_UNTIL = {"x2": {"field": "end"}}


def _others(place: Row) -> list[Row]:
    rule = {"type": "rule", "strokeWidth": 1, "color": MUTED, "opacity": 0.32}
    dot = {"type": "point", "size": 22, "color": MUTED, "opacity": 0.5, "strokeWidth": 1}
    return [
        {"transform": [_REST], "mark": rule, "encoding": {**place, **_UNTIL}},
        {"transform": [_REST], "mark": dot, "encoding": {**place, "shape": SHAPE}},
    ]


def _lines(place: Row) -> Row:
    rule = {"type": "rule", "strokeWidth": 2.5}
    return {"transform": [_TOLD], "mark": rule, "encoding": {**place, **_UNTIL, "color": HUE}}


def _changes(place: Row) -> Row:
    """The step from a model's old price to its new one."""
    rule = {"type": "rule", "strokeWidth": 2.5}
    changed = {"filter": "isValid(datum.old)"}
    step = {**place, "y2": {"field": "old"}, "color": HUE}
    return {"transform": [_TOLD, changed], "mark": rule, "encoding": step}


def _dots(place: Row) -> Row:
    mark = {"type": "point", "size": 120, "opacity": 1, "strokeWidth": 1.5}
    return {
        "transform": [_TOLD],
        "mark": mark,
        "encoding": {**place, "shape": SHAPE, "fill": HUE, "stroke": HUE},
    }


def _names(place: Row, *, late: bool) -> Row:
    side = {"align": "right", "dx": 0} if late else {"align": "left", "dx": 9}
    at = {**place, "x": {**place["x"], "field": "at"}}
    money = "' ' + format(datum.usd, datum.usd % 1 ? '$,.2f' : '$,.0f')"
    words = f"datum.model + (narrow && datum.brief ? '' : {money})"
    return {
        "transform": [
            _TOLD,
            {"filter": f"datum.late == {str(late).lower()}"},
            *sums(said=words, at=str(END) if late else "datum.start"),
        ],
        "mark": {"type": "text", "fontSize": 13.5, "fontWeight": 600, "dy": {"expr": "datum['dy_' + kind]"}, **side},
        "encoding": {**at, "text": {"field": "said"}},
    }  # fmt: skip


def _pairs(prices: list[Price], stories: dict[str, Story]) -> list[Row]:
    """For each story the two prices it compares, at the date of the later one."""
    rows: list[Row] = []
    for name, story in stories.items():
        a, b = (next(p for p in prices if (p.model, p.nth) == which) for which in story.compared)
        same = abs(a.start - b.start) < 0.05  # noqa: PLR2004 - both in one month: beside their marks
        row: Row = {
            "name": name,
            "at": round(max(a.start, b.start) + (0.42 if same else 0.03), 3),
            "share": story.high,
            "left": story.left,
        }
        for kind in a.usd:
            high, low = max(a.usd[kind], b.usd[kind]), min(a.usd[kind], b.usd[kind])
            row |= {f"high_{kind}": high, f"low_{kind}": low}
        rows.append(row)
    return rows


_OF_STORY = [
    {"filter": "datum.name == story"},
    *sums(high="datum['high_' + kind]", low="datum['low_' + kind]"),
]


def _apart(prices: list[Price], stories: dict[str, Story], place: Row) -> Row:
    """A dashed line between the two prices compared."""
    encoding = {
        "x": {**place["x"], "field": "at"},
        "y": {**place["y"], "field": "high"},
        "y2": {"field": "low"},
    }
    return {
        "data": {"values": _pairs(prices, stories)},
        "transform": _OF_STORY,
        "mark": {"type": "rule", "strokeDash": [4, 3], "strokeWidth": 1.5, "color": INK},
        "encoding": encoding,
    }


def _ratio(prices: list[Price], stories: dict[str, Story], place: Row, tag: str) -> Row:
    rows = _pairs(prices, stories)
    for row in rows:
        for kind in ("usd_in", "usd_out"):
            n = times(row[f"high_{kind}"] / row[f"low_{kind}"], tag)
            row[f"said_{kind}"] = APART[tag].format(n=n)
    side = {
        "align": {"expr": "datum.left ? 'right' : 'left'"},
        "dx": {"expr": "datum.left ? -8 : 8"},
    }
    middle = "pow(datum.high, datum.share) * pow(datum.low, 1 - datum.share)"
    return {
        "data": {"values": rows},
        "transform": [*_OF_STORY, *sums(said="datum['said_' + kind]", middle=middle)],
        "mark": {"type": "text", "fontSize": 16, "fontWeight": 700, "baseline": "middle", **side},
        "encoding": {
            "x": {**place["x"], "field": "at"},
            "y": {**place["y"], "field": "middle"},
            "text": {"field": "said"},
        },
    }
