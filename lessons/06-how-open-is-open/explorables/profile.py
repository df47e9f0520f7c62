"""The chart of the comparison: a row a criterion, a column a model, a circle full, half or empty."""

from __future__ import annotations

from typing import Any

from kholapath.charts.layers import Row, Words, down, looked_up, sums
from kholapath.charts.theme import HAIR, INK, MUTED, WASH

from .circles import at, circles, said
from .marks import Model
from .matrix import matrix

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
APART: Words = {"en": "they differ", "bn": "আলাদা"}
POINTS: Words = {"en": "points of 12 (our count)", "bn": "১২-তে পয়েন্ট (আমাদের হিসাব)"}

KEY, NAMES = 12, 52  # px from the top: what the circles mean, and the models' names
TOP, PITCH, GAP = 86, 29, 12  # px: the first heading, a row, the air above a heading
ONE_X = "(narrow ? width - 84 : width * 0.56)"
TWO_X = "(narrow ? width - 18 : width * 0.81)"


def profile(shown: list[Model], criteria: list[tuple[str, str]], tag: str) -> Row:
    """Return the chart of any two of the models; `first` and `second` are its parameters.

    On paper, where nobody can choose, the columns are those of `matrix`.
    """
    rows, heads, foot = _places(criteria, tag)
    return {
        "data": {"values": rows},
        "height": foot + 22,
        "params": _params(shown, tag),
        "transform": [
            {"calculate": "one.marks[datum.i]", "as": "mark1"},
            {"calculate": "two.marks[datum.i]", "as": "mark2"},
            {"calculate": "!paper && datum.mark1 != datum.mark2", "as": "apart"},
        ],
        "layer": [
            _band(),
            *_key(tag),
            said(heads, fontWeight=600, color=MUTED),
            _label("datum.apart", fontWeight=600),
            _label("!datum.apart"),
            {"transform": [{"filter": "!paper"}], "layer": [
                *_names(),
                *_column("mark1", ONE_X, tag),
                *_column("mark2", TWO_X, tag),
            ]},
            *_totals(foot, tag),
            *matrix(shown, rows, TOP - 30, foot),
        ],
    }  # fmt: skip


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


def _band() -> Row:
    """A band behind each row in which the two differ."""
    half = PITCH / 2 - 1
    return {
        "transform": [
            {"filter": "datum.apart"},
            *sums(above=f"datum.y - {half}", below=f"datum.y + {half}"),
        ],
        "mark": {"type": "rect", "color": WASH, "cornerRadius": 4},
        "encoding": {
            "x": at("-4"),
            "x2": at("width"),
            "y": down("above"),
            "y2": {"field": "below"},
        },
    }


def _label(only: str, **mark: Any) -> Row:
    return {
        "transform": [{"filter": only}],
        "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 14, **mark},
        "encoding": {"x": at("4"), "y": down(), "text": {"field": "said"}},
    }


def _column(field: str, x: str, tag: str) -> list[Row]:
    """One model's circles, each with its word where there is room."""
    word = {"calculate": looked_up(list(MARKS[tag]), f"datum.{field}"), "as": "word"}
    mark = {"type": "text", "align": "left", "baseline": "middle", "dx": 15, "fontSize": 13}
    return [
        *circles(f"datum.{field}", at(x)),
        {
            "transform": [{"filter": "!narrow"}, word],
            "mark": {**mark, "color": MUTED},
            "encoding": {"x": at(x), "y": down(), "text": {"field": "word"}},
        },
    ]


def _key(tag: str) -> list[Row]:
    """What circles and band mean, once, above all."""
    layers: list[Row] = []
    for place, level in enumerate((2, 1, 0)):
        x = f"{10 + place * 78}"
        row = {"y": KEY, "mark": level, "said": MARKS[tag][level]}
        layers.append({"data": {"values": [row]}, "layer": circles("datum.mark", at(x))})
        layers.append(said([row], x, dx=14))
    ends = {"y": {"value": KEY - 10}, "y2": {"value": KEY + 10}}
    band = {
        "data": {"values": [{}]},
        "transform": [{"filter": "!paper"}],
        "mark": {"type": "rect", "color": WASH, "cornerRadius": 4},
        "encoding": {"x": at("238"), "x2": at("238 + (narrow ? 88 : 98)"), **ends},
    }
    words = said([{"y": KEY, "said": APART[tag]}], "246", fontWeight=600)
    return [*layers, band, {**words, "transform": [{"filter": "!paper"}]}]


def _names() -> list[Row]:
    """The models' names over their columns; on a narrow screen one above the other, with a thread."""
    thread = {"type": "rule", "color": HAIR, "opacity": {"expr": "narrow ? 1 : 0"}}
    ends = {"y": {"value": NAMES - 2}, "y2": {"value": TOP - 4}}
    return [
        {"data": {"values": [{}]}, "mark": thread, "encoding": {"x": at(TWO_X), **ends}},
        _name("first", ONE_X, 8, 8),
        _name("second", TWO_X, 18, -12),
    ]


def _name(param: str, x: str, right: int, lower: int) -> Row:
    words = said(
        [{"y": NAMES}],
        x,
        fontSize=14,
        fontWeight=600,
        color=INK,
        align={"expr": "narrow ? 'right' : 'left'"},
        dx={"expr": f"narrow ? {right} : -7"},
        dy={"expr": f"narrow ? {lower} : 0"},
    )
    return {**words, "transform": [{"filter": "!paper"}, {"calculate": param, "as": "said"}]}


def _totals(foot: int, tag: str) -> list[Row]:
    """The points of both, in large figures under their columns."""
    return [
        {
            "data": {"values": [{}]},
            "mark": {"type": "rule", "color": HAIR},
            "encoding": {"x": at("0"), "x2": at("width"), "y": {"value": foot - 20}},
        },
        said([{"y": foot, "said": _capital(POINTS[tag])}], "4", color=MUTED),
        _total("one", ONE_X, foot),
        _total("two", TWO_X, foot),
    ]


def _total(of: str, x: str, foot: int) -> Row:
    words = said(
        [{"y": foot}],
        x,
        fontSize=19,
        fontWeight=600,
        align={"expr": "narrow ? 'center' : 'left'"},
        dx={"expr": "narrow ? 0 : -8"},
    )
    number = {"calculate": f"format({of}.points, '.1~f')", "as": "said"}
    return {**words, "transform": [{"filter": "!paper"}, number]}
