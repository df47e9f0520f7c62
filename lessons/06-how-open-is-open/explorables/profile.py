"""The chart of the comparison: a row a criterion, a column a model, a circle full, half or empty."""

from __future__ import annotations

from typing import Any

from .marks import HAIR, HUE, INK, MUTED, PAPER, WASH, Model, Row, Words, looked_up

CRITERIA: dict[str, Words] = {
    "base_data": {"en": "data of the base model", "bn": "ভিত্তি মডেলের ডেটা"},
    "final_data": {"en": "data of the final model", "bn": "চূড়ান্ত মডেলের ডেটা"},
    "base_weights": {"en": "weights of the base model", "bn": "ভিত্তি মডেলের ওয়েট"},
    "final_weights": {"en": "weights of the final model", "bn": "চূড়ান্ত মডেলের ওয়েট"},
    "training_code": {"en": "training code", "bn": "ট্রেনিংয়ের কোড"},
    "code_notes": {"en": "explanation of the code", "bn": "কোডের ব্যাখ্যা"},
    "architecture": {"en": "system and training setup", "bn": "গঠন ও ট্রেনিংয়ের আয়োজন"},
    "preprint": {"en": "technical report", "bn": "টেকনিক্যাল রিপোর্ট"},
    "paper": {"en": "peer-reviewed paper", "bn": "পিয়ার রিভিউ হওয়া গবেষণাপত্র"},
    "model_card": {"en": "model card", "bn": "মডেল কার্ড"},
    "datasheet": {"en": "data sheet", "bn": "ডেটাশিট"},
    "licence": {"en": "licences of all these parts", "bn": "এসব অংশের লাইসেন্স"},
}
GROUPS: dict[str, Words] = {
    "availability": {"en": "What you can take", "bn": "হাতে যা পান"},
    "documentation": {"en": "What is written down", "bn": "যা লেখা আছে"},
    "access": {"en": "What you may do", "bn": "যা করার অনুমতি আছে"},
}
MARKS: dict[str, tuple[str, str, str]] = {
    "en": ("closed", "partly", "open"),
    "bn": ("বন্ধ", "আংশিক", "খোলা"),
}
POINTS: Words = {"en": "points of 12 (our count)", "bn": "১২-তে পয়েন্ট (আমাদের হিসাব)"}

KEY, NAMES = 12, 46  # px from the top: what the circles mean, and the models' names
TOP, PITCH, GAP = 84, 29, 36  # px: the first heading, a row, a heading with the air above it
HALF = "M0,-1A1,1 0 0,0 0,1Z"  # the left half of a circle
ONE_X = "(narrow ? width - 84 : width * 0.56)"
TWO_X = "(narrow ? width - 18 : width * 0.81)"


def profile(shown: list[Model], criteria: list[tuple[str, str]], tag: str) -> Row:
    """Return the chart of any two of the models; `first` and `second` are its parameters."""
    rows, heads, foot = _places(criteria, tag)
    return {
        "data": {"values": rows},
        "height": foot + 22,
        "params": _params(shown, tag),
        "transform": [
            {"calculate": "one.marks[datum.i]", "as": "mark1"},
            {"calculate": "two.marks[datum.i]", "as": "mark2"},
            {"calculate": "datum.mark1 != datum.mark2", "as": "apart"},
        ],
        "layer": [
            _band(),
            *_key(tag),
            *_names(),
            _words(heads, "said", fontWeight=600, color=MUTED),
            _label("datum.apart", fontWeight=600),
            _label("!datum.apart"),
            *_circles("mark1", ONE_X, tag),
            *_circles("mark2", TWO_X, tag),
            *_totals(foot, tag),
        ],
    }


def _places(criteria: list[tuple[str, str]], tag: str) -> tuple[list[Row], list[Row], int]:
    """Where each row and each heading stands, in pixels from the top; and where the totals stand."""
    rows: list[Row] = []
    heads: list[Row] = []
    y, before = TOP - GAP, ""
    for i, (name, group) in enumerate(criteria):
        if group != before:
            y += GAP
            heads.append({"said": GROUPS[group][tag], "y": y})
            y, before = y + PITCH - 2, group
        rows.append({"i": i, "said": _capital(CRITERIA[name][tag]), "y": y})
        y += PITCH
    return rows, heads, y + 12


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _params(shown: list[Model], tag: str) -> list[Row]:
    """What the chart and the sentence both work with: the two models, and where they part ways."""
    known = {m.name: _summary(m) for m in shown}
    names = [CRITERIA[name][tag] for name in shown[0].marks]

    def where(sign: str) -> str:
        said = " + ".join(
            f"(one.marks[{i}] {sign} two.marks[{i}] ? {', ' + name!r} : '')"
            for i, name in enumerate(names)
        )
        return f"slice({said}, 2)"

    differ = " + ".join(f"(one.marks[{i}] != two.marks[{i}] ? 1 : 0)" for i in range(len(names)))
    return [
        {"name": "one", "expr": looked_up(known, "first")},
        {"name": "two", "expr": looked_up(known, "second")},
        {"name": "differ", "expr": differ},
        {"name": "ahead", "expr": where(">")},
        {"name": "behind", "expr": where("<")},
    ]


def _summary(model: Model) -> Row:
    counts = {level: model.count(level) for level in ("open", "partial", "closed")}
    return {"marks": list(model.marks.values()), "points": model.points, **counts}


# Layers


def _x(expression: str) -> Row:
    return {"value": {"expr": expression}}


def _y(field: str = "y") -> Row:
    scale = {"domain": [0, {"expr": "height"}], "range": [0, {"expr": "height"}], "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _band() -> Row:
    """A band behind each row in which the two differ."""
    sums = {"above": f"datum.y - {PITCH / 2 - 1}", "below": f"datum.y + {PITCH / 2 - 1}"}
    return {
        "transform": [
            {"filter": "datum.apart"},
            *({"calculate": how, "as": name} for name, how in sums.items()),
        ],
        "mark": {"type": "rect", "color": WASH, "cornerRadius": 4},
        "encoding": {
            "x": _x("-4"),
            "x2": _x("width"),
            "y": _y("above"),
            "y2": {"field": "below"},
        },
    }


def _words(rows: list[Row], field: str, x: str = "0", **mark: Any) -> Row:
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 13, **mark},
        "encoding": {"x": _x(x), "y": _y(), "text": {"field": field}},
    }


def _label(only: str, **mark: Any) -> Row:
    return {
        "transform": [{"filter": only}],
        "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 14, **mark},
        "encoding": {"x": _x("4"), "y": _y(), "text": {"field": "said"}},
    }


def _circle(transform: list[Row], x: str, **mark: Any) -> Row:
    return {
        "transform": transform,
        "mark": {"type": "point", "size": 190, "strokeWidth": 2, "opacity": 1, **mark},
        "encoding": {"x": _x(x), "y": _y()},
    }


def _circles(field: str, x: str, tag: str) -> list[Row]:
    """One model's column: an empty circle everywhere, filled or half filled; its word where there is room."""
    wide = [{"filter": "!narrow"}, {"calculate": looked_up(list(MARKS[tag]), f"datum.{field}"), "as": "word"}]  # fmt: skip
    return [
        _circle([{"filter": f"datum.{field} == 0"}], x, stroke=HAIR, fill=PAPER, filled=False),
        _circle([{"filter": f"datum.{field} > 0"}], x, stroke=HUE, fill=PAPER, filled=False),
        _circle([{"filter": f"datum.{field} == 1"}], x, shape=HALF, fill=HUE, stroke=HUE),
        _circle([{"filter": f"datum.{field} == 2"}], x, fill=HUE, stroke=HUE),
        {
            "transform": wide,
            "mark": {"type": "text", "align": "left", "baseline": "middle", "dx": 15, "fontSize": 13, "color": MUTED},
            "encoding": {"x": _x(x), "y": _y(), "text": {"field": "word"}},
        },
    ]  # fmt: skip


def _key(tag: str) -> list[Row]:
    """What the circles mean, once, above all."""
    layers: list[Row] = []
    for place, level in enumerate((2, 1, 0)):
        x = f"{10 + place * 92}"
        rows = [{"y": KEY, "mark": level, "said": MARKS[tag][level]}]
        layers += [{**layer, "data": {"values": rows}} for layer in _key_circle(level, x)]
        layers.append(_words(rows, "said", x, dx=14))
    return layers


def _key_circle(level: int, x: str) -> list[Row]:
    rim = _circle([], x, stroke=HUE if level else HAIR, fill=PAPER, filled=False)
    inside = _circle([], x, stroke=HUE, fill=HUE, **({"shape": HALF} if level == 1 else {}))
    return [rim, inside] if level else [rim]


def _names() -> list[Row]:
    """The models' names over their columns; on a narrow screen one above the other."""
    return [_name("first", ONE_X, 8, 0), _name("second", TWO_X, 18, 19)]


def _name(param: str, x: str, right: int, down: int) -> Row:
    return {
        "data": {"values": [{"y": NAMES}]},
        "transform": [{"calculate": param, "as": "said"}],
        "mark": {
            "type": "text",
            "baseline": "middle",
            "fontSize": 14,
            "fontWeight": 600,
            "color": INK,
            "align": {"expr": "narrow ? 'right' : 'left'"},
            "dx": {"expr": f"narrow ? {right} : -7"},
            "dy": {"expr": f"narrow ? {down} : 0"},
        },
        "encoding": {"x": _x(x), "y": _y(), "text": {"field": "said"}},
    }


def _totals(foot: int, tag: str) -> list[Row]:
    """The points of both, in large figures under their columns."""
    row = [{"y": foot}]
    return [
        {
            "data": {"values": row},
            "mark": {"type": "rule", "color": HAIR},
            "encoding": {"x": _x("0"), "x2": _x("width"), "y": {"value": foot - 20}},
        },
        _words([{"y": foot, "said": _capital(POINTS[tag])}], "said", "4", color=MUTED),
        *(
            {
                "data": {"values": row},
                "transform": [{"calculate": f"format({of}.points, '.1~f')", "as": "said"}],
                "mark": {"type": "text", "baseline": "middle", "fontSize": 19, "fontWeight": 600},
                "encoding": {"x": _x(x), "y": _y(), "text": {"field": "said"}},
            }
            for of, x in (("one", ONE_X), ("two", TWO_X))
        ),
    ]
