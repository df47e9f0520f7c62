"""The chart of the two bills: a ray by the token, stairs by the hour, a ring where they meet."""

from __future__ import annotations

from kholapath.charts.layers import Row, Words, sums, with_halo
from kholapath.charts.theme import INK, MUTED, PAPER, variable

THIRD, FOURTH = variable("third"), variable("fourth")

HOURS = 730  # in a month: 8,760 a year over 12
MOST_TOKENS = 10_000  # million a month
LEAST_TOP = 10_000  # dollars a month at the top of the chart, unless a bill is higher
STAIRS = 64

WORDS: dict[str, Words] = {
    "en": {
        "x": "Million tokens a month",
        "api": "'by the token ' + format(api, '$,.0f')",
        "own": "'by the hour ' + format(own, '$,.0f')",
        "even": "'even at ' + format(even, ',.0f') + ' million'",
        "you": "'you: ' + format(tokens, ',.0f') + ' million'",
        "beyond": "even > cap ? 'no ring: at this speed it never pays' : "
        "'the ring lies off the chart, at ' + format(even, ',.0f')",
    },
    "bn": {
        "x": "মাসে মিলিয়ন টোকেন (১ মিলিয়ন = ১০ লাখ)",
        "api": "'টোকেন গুনে ' + format(api, '$,.0f')",
        "own": "'ঘণ্টা ধরে ' + format(own, '$,.0f')",
        "even": "format(even, ',.0f') + ' মিলিয়নে সমান'",
        "you": "'আপনি: ' + format(tokens, ',.0f') + ' মিলিয়ন'",
        "beyond": "even > cap ? 'বৃত্ত নেই: এই গতিতে কখনো পোষায় না' : "
        "'বৃত্তটি চার্টের বাইরে, ' + format(even, ',.0f') + '-এ'",
    },
}
_LEFT = f"datum.x < {MOST_TOKENS / 2}"
_SEEN = f"even <= cap && even <= {MOST_TOKENS}"

# The scale's end: four round steps, over both bills and the words above them.
_TOP = {
    "most": "1.2 * max(own, api)",
    "ten": "pow(10, floor(log(most / 4) / LN10))",
    "top": f"most <= {LEAST_TOP} ? {LEAST_TOP} : 4 * ten * ceil(most / 4 / ten)",
}


def chart(tag: str) -> Row:
    """Return the two costs over the tokens of a month, and where the reader stands."""
    words = WORDS[tag]
    place = {"x": _x(words["x"]), "y": _y()}
    return {
        "data": {"values": [{"n": 0}]},
        "height": 360,
        "params": [
            {"name": name, "expr": how}
            for name, how in {
                "cap": f"speed * 3600 * {HOURS} / 1e6",
                "month": f"rent * {HOURS}",
                "even": "month / price",
                "full": "rent * 1e6 / (3600 * speed)",
                "machines": "max(1, ceil(tokens / cap))",
                "own": "machines * month",
                "api": "tokens * price",
                **_TOP,
            }.items()
        ],
        "layer": [
            *_stairs(place),
            _ray(place),
            *_you(place, words),
            *_meeting(place, words),
        ],
    }


def _x(title: str) -> Row:
    axis = {"values": [0, 2500, 5000, 7500, 10_000], "format": ",.0f", "title": title, "grid": False, "labelFlush": True}  # fmt: skip
    scale = {"domain": [0, MOST_TOKENS], "nice": False}
    return {"field": "x", "type": "quantitative", "scale": scale, "axis": axis}


def _y() -> Row:
    quarters = {"expr": "[0, top / 4, top / 2, top * 3 / 4, top]"}
    axis = {"values": quarters, "format": "$,.0f", "title": None, "grid": True}
    scale = {"domain": [0, {"expr": "top"}], "nice": False}
    return {"field": "y", "type": "quantitative", "scale": scale, "axis": axis}


def _stairs(place: Row) -> list[Row]:
    steps = {"values": [{"n": n} for n in range(STAIRS)]}
    where = sums(
        x="datum.n * cap",
        y="(datum.n + 1) * month",
        right=f"min((datum.n + 1) * cap, {MOST_TOKENS})",
        below="datum.n * month",
    )
    seen = {"filter": f"datum.x < {MOST_TOKENS} && datum.y <= top"}
    up = {"filter": "datum.n > 0"}
    rule = {"type": "rule", "strokeWidth": 3, "color": THIRD}
    flat = {**place, "x2": {"field": "right"}}
    rise = {**place, "y2": {"field": "below"}}
    return [
        {"data": steps, "transform": [*where, seen], "mark": rule, "encoding": flat},
        {"data": steps, "transform": [*where, seen, up], "mark": rule, "encoding": rise},
    ]


def _ray(place: Row) -> Row:
    ends = sums(x="0", y="0", right=f"min({MOST_TOKENS}, top / price)", top="datum.right * price")
    mark = {"type": "rule", "strokeWidth": 3, "color": FOURTH, "strokeDash": [9, 4]}
    encoding = {**place, "x2": {"field": "right"}, "y2": {"field": "top"}}
    return {"transform": ends, "mark": mark, "encoding": encoding}


def _you(place: Row, words: Words) -> list[Row]:
    """The reader's month: a thin line, a mark on each bill, and what both come to."""
    x = {**place["x"], "field": "x"}
    rule = {
        "transform": sums(x="tokens"),
        "mark": {"type": "rule", "strokeWidth": 1.5, "color": MUTED, "strokeDash": [3, 3]},
        "encoding": {"x": x},
    }
    layers: list[Row] = [rule]
    layers.extend(with_halo(_told(place, words["you"], 0, color=MUTED)))
    for row, (bill, other, shape) in enumerate(_BILLS, 1):
        color = FOURTH if bill == "api" else THIRD
        point = {
            "type": "point",
            "size": 150,
            "opacity": 1,
            "shape": shape,
            "fill": color,
            "stroke": PAPER,
        }
        here = sums(x="tokens", y=bill)
        layers.append({"transform": here, "mark": point, "encoding": place})
        layers.append(_key(place, {**point, "size": 70}, row))
        weight = {"expr": f"{bill} < {other} ? 700 : 400"}
        aside = {"expr": f"{_LEFT} ? 24 : -24"}
        told = _told(place, words[bill], row, fontWeight=weight, dx=aside)
        layers.extend(with_halo(told))
    return layers


# The cheaper of the two bills is set in bold.
_BILLS = (("api", "own", "diamond"), ("own", "api", "square"))


def _key(place: Row, point: Row, row: int) -> Row:
    """The mark of a bill, in front of its line at the top."""
    at = {"xOffset": {"expr": f"{_LEFT} ? 14 : -14"}, "yOffset": 8 + 20 * row}
    return {
        "transform": sums(x="tokens", y="top"),
        "mark": {**point, **at},
        "encoding": place,
    }


def _told(place: Row, words: str, row: int, **mark: object) -> Row:
    """A line of what the reader's month comes to, at the top."""
    return _said(place, words, ("tokens", "top"), "true", dy=8 + 20 * row, **mark)


def _meeting(place: Row, words: Words) -> list[Row]:
    ring = {
        "transform": [*sums(x="even", y="month"), {"filter": _SEEN}],
        "mark": {
            "type": "point",
            "size": 420,
            "opacity": 1,
            "strokeWidth": 2.5,
            "stroke": INK,
            "fillOpacity": 0,
        },
        "encoding": place,
    }
    text = _said(place, words["even"], ("even", "month"), _SEEN, dy=28, fontWeight=700)
    corner = (str(MOST_TOKENS), "top * 0.03")
    none = _said(place, words["beyond"], corner, f"!({_SEEN})", color=MUTED)
    return [ring, *with_halo(text), *with_halo(none)]


def _said(place: Row, words: str, at: tuple[str, str], only: str, **mark: object) -> Row:
    """Words at a place; in the right half they end there, in the left half they begin there."""
    x, y = at
    side = {"align": {"expr": f"{_LEFT} ? 'left' : 'right'"}, "dx": {"expr": f"{_LEFT} ? 9 : -9"}}
    return {
        "transform": [*sums(said=words, x=x, y=y), {"filter": only}],
        "mark": {"type": "text", "fontSize": 13.5, "baseline": "middle", **side, **mark},
        "encoding": {**place, "text": {"field": "said"}},
    }
