"""The chart of the cost: two areas, placed in pixels so that words find room beside them."""

from __future__ import annotations

from typing import Any

from kholapath.charts.layers import Row, Words, box, looked_up, said, sums
from kholapath.charts.theme import INK, MUTED

from .runs import HUE, OWN, Run

Compared = tuple[Run, Run, list[Run]]
"""DeepSeek-V3's whole run, its pre-training, and the runs to compare it with."""

TALL = 92  # px of the dearest hour
ABOVE = 36  # px over an area, for its name
PITCH = ABOVE + TALL + 12
INSIDE = 190  # px that the longest words take within an area

# Vega expressions, in which `datum` is a run.
WORDS: dict[str, Words] = {
    "en": {
        "whole": OWN,
        "part": f"the pre-training of {OWN}",
        "yours": "your run",
        "your_name": "Your run",
        "hours": "format(datum.h, ',.3~f') + ' million ' + datum.chip + ' hours'"
        " + (datum.estimate ? ' (estimate)' : '')",
        "cost": "format(datum.h * price, '$,.1f') + ' M'",
        "headline": "'in the headlines: ' + format({x}, '$,.1f') + ' M'",
        "dearest": "'dearest listing: ' + format({x}, '$,.0f') + ' M'",
    },
    "bn": {
        "whole": f"{OWN}-এর",
        "part": f"{OWN}-এর প্রি-ট্রেনিংয়ের",
        "yours": "আপনার রানের",
        "your_name": "আপনার রান",
        "hours": "format(datum.h, ',.3~f') + ' মিলিয়ন ' + datum.chip + '-ঘণ্টা'"
        " + (datum.estimate ? ' (অনুমান)' : '')",
        "cost": "format(datum.h * price, '$,.1f') + ' মিলিয়ন'",
        "headline": "'শিরোনামে: ' + format({x}, '$,.1f') + ' মিলিয়ন'",
        "dearest": "'সর্বোচ্চ ভাড়ায় ' + format({x}, '$,.0f') + ' মিলিয়ন'",
    },
}
ROOM = {"en": 88, "bn": 122}  # px beside the wider area, for its cost


def chart(compared: Compared, dearest: float, tag: str) -> Row:
    """Return the two areas, one under the other, each under its name and its hours."""
    words = WORDS[tag]
    return {
        "data": {"values": [{"own": True}, {"own": False}]},
        "height": 2 * PITCH,
        "params": _params(compared, words),
        "transform": _places(compared[0], TALL / dearest, ROOM[tag]),
        "layer": [
            _area("foot", fillOpacity={"value": 0.13}),
            _area("edge", fillOpacity=_FAINT_IF_ESTIMATED),
            _rim("datum.estimate", "datum.wide", "datum.edge", stroke=HUE),
            said("datum.name", ("0", "datum.top - 14"), **_LARGE),
            said(words["hours"], ("width", "datum.top - 14"), align="right", **_SMALL),
            said(words["cost"], ("datum.wide + 8", "datum.top + 8"), **_LARGE),
            _dearest(words["dearest"].format(x=f"datum.h * {dearest}")),
            *_headline(compared[0], TALL / dearest, words),
        ],
    }


def _params(compared: Compared, words: Words) -> list[Row]:
    """What the chart and the sentence both work with: which two runs, and how far apart."""
    own, part, others = compared
    known = {r.model: {"hours": r.hours, "chip": r.chip, "estimate": r.estimate, "open": r.open} for r in others}  # fmt: skip

    def by_hours(whole: str, pre: str, other: str) -> str:
        return f"hours == {own.hours} ? '{whole}' : hours == {part.hours} ? '{pre}' : '{other}'"

    return [
        {"name": "compared", "expr": looked_up(known, "other")},
        {"name": "run", "expr": by_hours(words["whole"], words["part"], words["yours"])},
        {"name": "name", "expr": by_hours(own.model, own.model, words["your_name"])},
        {"name": "chip", "expr": by_hours(own.chip, own.chip, "GPU")},
        {"name": "ratio", "expr": "max(hours, compared.hours) / min(hours, compared.hours)"},
    ]


def _places(own: Run, px: float, room: int) -> list[Row]:
    """Each run's words and figures, and its area in pixels; `px` is what a dollar is high."""
    return sums(
        name="datum.own ? name : other",
        h="datum.own ? hours : compared.hours",
        chip="datum.own ? chip : compared.chip",
        open=f"datum.own ? {str(own.open).lower()} : compared.open",
        estimate="!datum.own && compared.estimate",
        wide=f"datum.h / max(hours, compared.hours) * (width - {room})",
        top=f"datum.own ? {ABOVE} : {ABOVE + PITCH}",
        edge=f"datum.top + price * {px}",
        foot=f"datum.top + {TALL}",
    )


# Layers

_LARGE: Row = {"fontSize": 15, "fontWeight": 600}
_SMALL: Row = {"fontSize": 13, "color": MUTED}
_FAINT_IF_ESTIMATED = {"condition": {"test": "datum.estimate", "value": 0.3}, "value": 1}


def _area(edge: str, **channels: Any) -> Row:
    """A run from its name down to `edge`, as wide as its hours."""
    return _shown(box(("0", "datum.top", "datum.wide", f"datum.{edge}")), fill=HUE, **channels)


def _rim(only: str, right: str, low: str, **channels: Any) -> Row:
    """A dashed outline from a run's upper left corner to a place in pixels."""
    dashed: Row = {"filled": False, "strokeDash": [4, 3], "strokeWidth": 1.5}
    return _shown(box(("0", "datum.top", right, low), only, **dashed), **channels)


def _shown(layer: Row, **channels: Any) -> Row:
    return {**layer, "encoding": {**layer["encoding"], **channels}}


def _dearest(words: str) -> Row:
    """What the run costs at the dearest listing: in the pale area if it is wide enough, else beside."""
    inside = f"datum.wide > {INSIDE}"
    room = f"{inside} ? datum.edge < datum.foot - 22 : width - datum.wide > {INSIDE}"
    fits = f"datum.edge < datum.foot - 1 && ({room})"
    return said(words, (f"{inside} ? 8 : datum.wide + 8", "datum.foot - 12"), fits, **_SMALL)


def _headline(own: Run, px: float, words: Words) -> list[Row]:
    """The one point that matters: what the news said, an outline that stays when the price goes."""
    news = words["headline"].format(x=own.hours * own.price)
    right, low = f"{own.hours} / datum.h * datum.wide", f"datum.top + {own.price * px}"
    at = f"max(datum.wide, {right}) + 8", "datum.top + 30"
    return [
        _rim("datum.own", right, low, stroke={"value": INK}),
        said(news, at, "datum.own", f"width - datum.wide > {INSIDE}", fontSize=13),
    ]
