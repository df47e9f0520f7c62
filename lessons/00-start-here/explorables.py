"""The figure of lesson 0: how many models are open enough, when the reader says what is enough."""

from __future__ import annotations

from typing import Any

from kholapath.charts.layers import (
    Data,
    Row,
    Words,
    across,
    down,
    looked_up,
    records,
    said,
    sums,
    with_halo,
)
from kholapath.charts.theme import INK, MUTED, OPEN, PAPER
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Control, Explorable

PARTS = 12
START = 6
NAMED = ("Llama 3.1", "Mistral Large 3", "DeepSeek R1", "OLMo")
ABREAST = 2  # dots side by side in a column
PITCH = "(narrow ? 12 : 15)"  # px from one row of dots to the next
PITCH_MOST = 15
ABOVE = 104  # px over the dots, for the counts and a name

TITLE = {
    "en": "“Open” is a dial: ask for half the parts, and {enough:.0f} of {all:.0f} models are left",
    "bn": "“ওপেন” কমবেশি হয়: অর্ধেক অংশ খোলা চাইলে {all:.0f}টি মডেলের {enough:.0f}টি টেকে",
}
SUBTITLE = {
    "en": "Each dot is a text model. It stands over the number of its twelve parts that are fully open",
    "bn": "প্রতিটি বিন্দু একটি টেক্সট মডেল। তার বারোটি অংশের যে কয়টি পুরো খোলা, বিন্দুটি সেই সংখ্যার ওপরে",
}
DESCRIPTION = {
    "en": "{all:.0f} dots in thirteen columns, from 0 to 12 open parts. Most stand between 2 and 6. A dashed "
    "line marks how many parts are asked for. At 6 parts {enough:.0f} dots to its right are filled; the "
    "others are hollow. One single model has all twelve parts open.",
    "bn": "০ থেকে ১২টি খোলা অংশের তেরোটি স্তম্ভে {all:.0f}টি বিন্দু। বেশির ভাগ ২ থেকে ৬-এর মধ্যে। কয়টি অংশ খোলা চাই, "
    "একটি কাটা-কাটা রেখা তা দেখায়। ৬টি চাইলে রেখার ডানে {enough:.0f}টি ভরাট বিন্দু; বাকিগুলো ফাঁপা। বারোটি অংশই খোলা "
    "মাত্র একটি মডেলের।",
}
SOURCE = {
    "en": "European Open Source AI Index (osai-index.eu), June 2026, CC BY 4.0; Liesenfeld & Dingemanse 2024. "
    "Counted here: criteria judged “open”, partly open ones left out",
    "bn": "ইউরোপীয় ওপেন সোর্স এআই সূচক (osai-index.eu), জুন ২০২৬, CC BY 4.0; Liesenfeld ও Dingemanse ২০২৪। "
    "শুধু “খোলা” রায় পাওয়া অংশ গোনা হয়েছে, আংশিক খোলা বাদ",
}
SENTENCE = {
    "en": "Ask for **{need} of 12** parts, and **{enough} of {all} models** "
    '{enough == 1 ? "is" : "are"} open enough. '
    '{model} has {own}: **{own >= need ? "it stays" : "it is out"}**.',
    "bn": "১২টির মধ্যে **{need:d}টি** অংশ খোলা চাইলে {all:d}টি মডেলের **{enough:d}টি** টেকে। "
    '{model}-এর {own:d}টি খোলা: **{own >= need ? "টিকে গেল" : "বাদ পড়ল"}**।',
}
COLUMNS = {
    "need": {"en": "At least so many parts open", "bn": "অন্তত এতটি অংশ খোলা"},
    "models": {"en": "Models", "bn": "মডেল"},
}
WORDS = {
    "en": {
        "in": "enough == 1 ? '1 model' : format(enough, 'd') + ' models'",
        "in2": "open enough",
        "out": "format(all - enough, 'd')",
        "out2": "not enough",
        "axis": "parts fully open, of twelve",
    },
    "bn": {
        "in": "format(enough, 'd') + 'টি মডেল'",
        "in2": "যথেষ্ট ওপেন",
        "out": "format(all - enough, 'd') + 'টি'",
        "out2": "যথেষ্ট নয়",
        "axis": "বারোটি অংশের কয়টি পুরো খোলা",
    },
}


def open_enough(data: Data) -> Explorable:
    """Return the dial: from how many open parts on a model is called open."""
    models = records(data, "open_parts")
    dial = {int(r["at_least"]): int(r["models"]) for r in records(data, "open_dial")}
    figures: Row = {"enough": dial[START], "all": dial[0]}
    return Explorable(
        {tag: _chart(models, dial, words) for tag, words in WORDS.items()},
        title=fill(TITLE, **figures),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[
            Control(
                "need",
                {"en": "How many parts must be open?", "bn": "কয়টি অংশ খোলা চাই?"},
                min=1,
                max=PARTS,
                step=1,
                value=START,
                format="d",
                suffix={"en": " of 12", "bn": "টি, ১২টির মধ্যে"},
            ),
            Choose(
                "model",
                {"en": "Follow one model", "bn": "একটি মডেল খেয়াল করুন"},
                [{"value": name, "label": name} for name in NAMED],
                value="DeepSeek R1",
            ),
        ],
        sentence=SENTENCE,
        table=[{"need": need, "models": count} for need, count in dial.items()],
        columns=COLUMNS,
    )


def _chart(models: list[Row], dial: dict[int, int], words: Words) -> Row:
    points, tall = _points(models)
    counts = [dial[need] for need in range(PARTS + 1)]
    own = {m["model"]: m["open_parts"] for m in models if m["model"] in NAMED}
    return {
        "data": {"values": points},
        "height": ABOVE + tall * PITCH_MOST + 8,
        "params": [
            {"name": "all", "expr": str(dial[0])},
            {"name": "enough", "expr": looked_up(counts, "need")},
            {"name": "own", "expr": looked_up(own, "model")},
            {"name": "col", "expr": f"width / {PARTS + 1}"},
        ],
        "layer": [_dots(), _line(), *_counts(words), *_name(), *_axis(words)],
    }


def _points(models: list[Row]) -> tuple[list[Row], int]:
    """Give each model its place in its column, from the bottom; and how many rows there are."""
    placed: list[Row] = []
    filled = [0] * (PARTS + 1)
    # the named ones last: on top of their columns, where a line can reach them
    for m in sorted(models, key=lambda m: (m["model"] in NAMED, m["model"])):
        at = filled[m["open_parts"]]
        filled[m["open_parts"]] += 1
        own = {"model": m["model"], "parts": m["open_parts"]}
        placed.append({**own, "row": at // ABREAST, "side": at % ABREAST})
    return placed, -(-max(filled) // ABREAST)


# Layers

_HERE: Row = {"values": [{}]}  # one row: what is drawn once
# close within a column, so that the columns stay apart on a phone too
_DOT = sums(
    x=f"(datum.parts + 0.5) * col + (datum.side - {(ABREAST - 1) / 2}) * min(col * 0.38, 14)",
    y=f"height - 8 - datum.row * {PITCH}",
)


def _dots() -> Row:
    enough = {"test": "datum.parts >= need", "value": OPEN}
    ring = {"strokeWidth": 1.5, "opacity": 1}
    return {
        "transform": _DOT,
        "mark": {"type": "point", "size": {"expr": "narrow ? 46 : 86"}, **ring},
        "encoding": {
            "x": across(),
            "y": down(),
            "fill": {"condition": enough, "value": PAPER},
            "stroke": {"condition": enough, "value": MUTED},
        },
    }


def _line() -> Row:
    """Where the reader draws the line."""
    return {
        "data": _HERE,
        "transform": sums(x="need * col", y="0", low="height"),
        "mark": {"type": "rule", "strokeDash": [5, 4], "strokeWidth": 2, "color": INK},
        "encoding": {"x": across(), "y": down(), "y2": {"field": "low"}},
    }


def _counts(words: Words) -> list[Row]:
    """On each side of the line how many there are; on the right of it, unless there is no room."""
    flip = "need > 8"
    right, left = f"{flip} ? width : need * col + 8", "need * col - 8"
    yes: Row = {"fontSize": 17, "fontWeight": 700}
    beside: Row = {"align": {"expr": f"{flip} ? 'right' : 'left'"}, "color": OPEN}
    before: Row = {"align": "right", "color": OPEN}
    no: Row = {"align": "right", "color": MUTED}
    return [
        _told(words["in"], (right, "10"), f"!({flip})", **beside, **yes),
        _told(f"'{words['in2']}'", (right, "30"), f"!({flip})", **beside),
        _told(words["in"], (left, "48"), flip, **before, **yes),
        _told(f"'{words['in2']} →'", (left, "68"), flip, **before),
        _told(f"{words['out']} + ' {words['out2']}'", (left, "10"), "need > 4", **no),
    ]


def _told(words: str, at: tuple[str, str], *only: str, **mark: Any) -> Row:
    return {"data": _HERE, **said(words, at, *only, **{"fontSize": 14, **mark})}


def _name() -> list[Row]:
    """The model that the reader follows: a ring around its dot, a line up, and its name."""
    chosen = [
        {"filter": "datum.model == model"},
        *_DOT,
        *sums(
            top=str(ABOVE - 8),
            ring="datum.y - 9",
            # its name keeps to its side of the line, and inside the chart
            half="length(datum.model) * 3.9 + 2",
            edge="need * col + (own < need ? -8 : 8)",
            beside="own < need ? min(datum.x, datum.edge - datum.half) "
            ": max(datum.x, datum.edge + datum.half)",
            said_at="clamp(datum.beside, datum.half, width - datum.half)",
        ),
    ]
    ring = {"type": "point", "filled": False, "size": 250, "strokeWidth": 2.5, "opacity": 1}
    top = down("top")
    name = {
        "transform": chosen,
        "mark": {"type": "text", "dy": -9, "fontWeight": 600, "color": INK},
        "encoding": {"x": across("said_at"), "y": top, "text": {"field": "model"}},
    }
    return [
        {
            "transform": chosen,
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
            "encoding": {"x": across(), "y": top, "y2": {"field": "ring"}},
        },
        {
            "transform": chosen,
            "mark": {**ring, "color": INK},
            "encoding": {"x": across(), "y": down()},
        },
        *with_halo(name),
    ]


def _axis(words: Words) -> list[Row]:
    """The numbers under the columns, and what they count."""
    small: Row = {"fontSize": 13, "color": MUTED}
    numbers = {"values": [{"n": n} for n in range(PARTS + 1)]}
    under = "(datum.n + 0.5) * col", "height + 16"
    return [
        {"data": numbers, **said("format(datum.n, 'd')", under, align="center", **small)},
        _told(f"'{words['axis']}'", ("0", "height + 38"), **small),
    ]
