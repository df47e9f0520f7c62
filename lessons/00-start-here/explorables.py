"""The figure of lesson 0: how many models are open enough, when the reader says what is enough."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kholapath.charts.theme import variable
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Control, Explorable

if TYPE_CHECKING:
    from pandas import DataFrame

Row = dict[str, Any]

PARTS = 12
START = 6
NAMED = ("Llama 3.1", "Mistral Large 3", "DeepSeek R1", "OLMo")
ABREAST = 2  # dots side by side in a column
PITCH = "(narrow ? 12 : 15)"  # px from one row of dots to the next
PITCH_MOST = 15
ABOVE = 104  # px over the dots, for the counts and a name
OPEN, MUTED, PAPER, INK = (variable(n) for n in ("open", "muted", "paper", "ink"))

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


def open_enough(data: Callable[[str], DataFrame]) -> Explorable:
    """Return the dial: from how many open parts on a model is called open."""
    models: list[Any] = data("open_parts").to_dict("records")
    dial = {int(r["at_least"]): int(r["models"]) for r in data("open_dial").to_dict("records")}
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


def _chart(models: list[Row], dial: dict[int, int], words: dict[str, str]) -> Row:
    points, tall = _points(models)
    height = ABOVE + tall * PITCH_MOST + 8
    counts = [dial[need] for need in range(PARTS + 1)]
    own = {m["model"]: m["open_parts"] for m in models if m["model"] in NAMED}
    return {
        "data": {"values": points},
        "height": height,
        "params": [
            {"name": "all", "expr": str(dial[0])},
            {"name": "enough", "expr": f"{counts}[need]"},
            {"name": "own", "expr": f"({own})[model]"},
            {"name": "col", "expr": f"width / {PARTS + 1}"},
        ],
        "layer": [
            _dots(height),
            _line(height),
            *_counts(words, height),
            *_name(height),
            _axis(words, height),
        ],
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


# Places in pixels


def _x(field: str) -> Row:
    scale = {"domain": [0, {"expr": "width"}], "range": [0, {"expr": "width"}], "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _y(field: str, height: int) -> Row:
    scale = {"domain": [0, height], "range": [0, height], "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _at(x: str, y: str) -> list[Row]:
    return [{"calculate": x, "as": "x"}, {"calculate": y, "as": "y"}]


def _dot_at(height: int) -> list[Row]:
    # close within a column, so that the columns stay apart on a phone too
    x = f"(datum.parts + 0.5) * col + (datum.side - {(ABREAST - 1) / 2}) * min(col * 0.38, 14)"
    return _at(x, f"{height - 8} - datum.row * {PITCH}")


# Layers


def _dots(height: int) -> Row:
    enough = {"test": "datum.parts >= need", "value": OPEN}
    place = {"x": _x("x"), "y": _y("y", height)}
    ring = {"strokeWidth": 1.5, "opacity": 1}
    return {
        "transform": _dot_at(height),
        "mark": {"type": "point", "size": {"expr": "narrow ? 46 : 86"}, **ring},
        "encoding": {
            **place,
            "fill": {"condition": enough, "value": PAPER},
            "stroke": {"condition": enough, "value": MUTED},
        },
    }


def _line(height: int) -> Row:
    """Where the reader draws the line."""
    return {
        "data": {"values": [{}]},
        "transform": [*_at("need * col", "0"), {"calculate": str(height), "as": "y2"}],
        "mark": {"type": "rule", "strokeDash": [5, 4], "strokeWidth": 2, "color": INK},
        "encoding": {"x": _x("x"), "y": _y("y", height), "y2": {"field": "y2"}},
    }


def _counts(words: dict[str, str], height: int) -> list[Row]:
    """On each side of the line how many there are; on the right of it, unless there is no room."""
    flip = "need > 8"
    right = f"{flip} ? width : need * col + 8"
    align = {"expr": f"{flip} ? 'right' : 'left'"}
    yes = {"fontSize": 17, "fontWeight": 700, "color": OPEN}
    no = {"align": "right", "color": MUTED}
    said: list[tuple[str, str, int, Row, str]] = [
        (words["in"], right, 10, {"align": align, **yes}, f"!({flip})"),
        (f"'{words['in2']}'", right, 30, {"align": align, "color": OPEN}, f"!({flip})"),
        (words["in"], "need * col - 8", 48, {"align": "right", **yes}, flip),
        (f"'{words['in2']} →'", "need * col - 8", 68, {"align": "right", "color": OPEN}, flip),
        (f"{words['out']} + ' {words['out2']}'", "need * col - 8", 10, no, "need > 4"),
    ]
    return [_said(text, (x, str(y)), height, mark, only) for text, x, y, mark, only in said]


def _name(height: int) -> list[Row]:
    """The model that the reader follows: a ring around its dot, a line up, and its name."""
    chosen = [
        {"filter": "datum.model == model"},
        *_dot_at(height),
        {"calculate": f"{ABOVE - 8}", "as": "top"},
        {"calculate": "datum.y - 9", "as": "ring"},
        # its name keeps to its side of the line, and inside the chart
        {"calculate": "length(datum.model) * 3.9 + 2", "as": "half"},
        {"calculate": "need * col + (own < need ? -8 : 8)", "as": "edge"},
        {
            "calculate": "own < need ? min(datum.x, datum.edge - datum.half) "
            ": max(datum.x, datum.edge + datum.half)",
            "as": "beside",
        },
        {"calculate": "clamp(datum.beside, datum.half, width - datum.half)", "as": "said_at"},
    ]
    place = {"x": _x("x"), "y": _y("y", height)}
    at_top = {"x": _x("x"), "y": _y("top", height)}
    words = {"type": "text", "dy": -9, "fontWeight": 600}
    halo = {"stroke": PAPER, "strokeWidth": 6, "strokeJoin": "round", "color": PAPER}
    ring = {"type": "point", "filled": False, "size": 250, "strokeWidth": 2.5, "opacity": 1}
    text = {**at_top, "x": _x("said_at"), "text": {"field": "model"}}
    return [
        {
            "transform": chosen,
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
            "encoding": {**at_top, "y2": {"field": "ring"}},
        },
        {"transform": chosen, "mark": {**ring, "color": INK}, "encoding": place},
        {"transform": chosen, "mark": {**words, **halo}, "encoding": text},
        {"transform": chosen, "mark": {**words, "color": INK}, "encoding": text},
    ]


def _axis(words: dict[str, str], height: int) -> Row:
    """The numbers under the columns."""
    place = {"x": _x("x"), "y": {"value": height + 16}}
    number = {
        "data": {"values": [{"n": n} for n in range(PARTS + 1)]},
        "transform": [
            {"calculate": "(datum.n + 0.5) * col", "as": "x"},
            {"calculate": "format(datum.n, 'd')", "as": "said"},
        ],
        "mark": {"type": "text", "fontSize": 13, "color": MUTED},
        "encoding": {**place, "text": {"field": "said"}},
    }
    title = {
        "data": {"values": [{"said": words["axis"]}]},
        "mark": {"type": "text", "align": "left", "fontSize": 13, "color": MUTED},
        "encoding": {"x": {"value": 0}, "y": {"value": height + 38}, "text": {"field": "said"}},
    }
    return {"layer": [number, title]}


def _said(text: str, at: tuple[str, str], height: int, mark: Row, only: str) -> Row:
    return {
        "data": {"values": [{}]},
        "transform": [{"filter": only}, *_at(*at), {"calculate": text, "as": "said"}],
        "mark": {"type": "text", "baseline": "middle", "fontSize": 14, **mark},
        "encoding": {"x": _x("x"), "y": _y("y", height), "text": {"field": "said"}},
    }
