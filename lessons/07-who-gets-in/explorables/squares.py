"""The chart of the tokens: two fields of squares, the same sentence in two languages."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kholapath.charts.layers import Row, Words, box, looked_up, said
from kholapath.charts.theme import CLOSED, INK, MUTED, OPEN
from kholapath_widgets._shared.locale import format_number

COLUMNS = {True: 22, False: 30}  # squares in a row: on a phone, elsewhere
FIRST, SECOND = 26, 104  # px from the top to each field
TALLEST = 240  # px of the largest second field, and the words under it
LINE = 20  # px from one line of words to the next
UNDER = (
    f"{SECOND} + ceil(tokens / columns) * pitch + 12"  # px: where the second field's words stand
)


@dataclass(frozen=True)
class Tokens:
    """A tokenizer: whose it is, who counted, and the tokens of an average sentence by language."""

    model: str
    open: bool
    basis: str
    of: dict[str, float]


WORDS: dict[str, Words] = {
    "en": {
        "english": "'English'",
        "count": "format({n}, '.1f') + ' tokens'",
        "times": "format(times, '.3~r') + ' times'",
        "extra": "'on top: ' + format(tokens - english, '.1f') + ' tokens'",
        "cost": "{n}_bill + ' for {much} sentences'",
        "cost_short": "{n}_bill",
        "cents": "' cents'",
        "all": "named + ', as a multiple of English, with each tokenizer:'",
    },
    "bn": {
        "english": "'ইংরেজি'",
        "count": "format({n}, '.1f') + 'টি টোকেন'",
        "times": "format(times, '.3~r') + ' গুণ'",
        "extra": "'বাড়তি: ' + format(tokens - english, '.1f') + 'টি টোকেন'",
        "cost": "'{much} বাক্যে ' + {n}_bill",
        "cost_short": "{n}_bill",
        "cents": "' সেন্ট'",
        "all": "named + ', ইংরেজির কত গুণ, একেক টোকেনাইজারে:'",
    },
}
MILLION = 1_000_000
# As the sentence says it: in Bengali the language has its ending.
SPOKEN = {"Bengali": "বাংলায়", "Hindi": "হিন্দিতে", "Swahili": "সোয়াহিলিতে", "French": "ফরাসিতে"}


def chart(known: dict[str, Tokens], languages: dict[str, Words], much: int, tag: str) -> Row:
    """Return both fields, each under its language, its tokens and its cost."""
    height = SECOND + TALLEST
    most = max(max(t.of.values()) for t in known.values())
    counts = {name: t.of for name, t in known.items()}
    names = {name: words[tag] for name, words in languages.items()}
    spoken = SPOKEN if tag == "bn" else names
    return {
        "data": {"values": [{"i": i} for i in range(int(most) + 1)]},
        "height": height,
        "params": [
            {"name": "all", "expr": json.dumps(counts)},
            {"name": "counts", "expr": "all[model]"},
            {"name": "english", "expr": "counts['English']"},
            {"name": "tokens", "expr": "counts[language]"},
            {"name": "times", "expr": "tokens / english"},
            *_bill("english", much, WORDS[tag]["cents"]),
            *_bill("tokens", much, WORDS[tag]["cents"]),
            {"name": "spoken", "expr": looked_up(spoken, "language")},
            {"name": "named", "expr": looked_up(names, "language")},
            {"name": "open", "expr": looked_up({n: t.open for n, t in known.items()}, "model")},
            {"name": "columns", "expr": f"narrow ? {COLUMNS[True]} : {COLUMNS[False]}"},
            {"name": "pitch", "expr": "width / columns"},
        ],
        "layer": [
            *_fields(),
            *_heads(WORDS[tag], format_number(much, tag)),
            *_list(list(known), height, WORDS[tag]),
        ],
    }


def _bill(tokens: str, sentences: int, cents: str) -> list[Row]:
    """What many sentences cost, and how it is said: below a dollar in cents."""
    cost = f"{tokens}_cost"
    said_so = f"{cost} < 1 ? format({cost} * 100, '.3r') + {cents} : format({cost}, '$,.2f')"
    return [
        {"name": cost, "expr": f"{tokens} * price * {sentences / MILLION}"},
        {"name": f"{tokens}_bill", "expr": said_so},
    ]


def _square(top: int, first: str, last: str) -> tuple[str, str, str, str]:
    """The corners of square `i`, of which the part from `first` to `last` (0 to 1) is drawn."""
    left, row = "(datum.i % columns) * pitch", f"{top} + floor(datum.i / columns) * pitch"
    size = "(pitch - 2)"
    return f"{left} + {first} * {size}", row, f"{left} + {last} * {size}", f"{row} + {size}"


def _fields() -> list[Row]:
    english = _square(FIRST, "0", "min(1, english - datum.i)")
    alike = _square(SECOND, "0", "min(1, min(english, tokens) - datum.i)")
    extra = _square(SECOND, "clamp(english - datum.i, 0, 1)", "min(1, tokens - datum.i)")
    in_english = "datum.i < english"
    in_extra = "datum.i < tokens && datum.i + 1 > english"
    framed = {"fillOpacity": 0.4, "strokeWidth": 1.5}  # so that grey paper tells them too
    return [
        box(english, in_english, color=INK),
        box(alike, in_english, "datum.i < tokens", color=INK),
        box(extra, in_extra, "open", color=OPEN, stroke=OPEN, **framed),
        box(extra, in_extra, "!open", color=CLOSED, stroke=CLOSED, **framed),
    ]


def _heads(words: Words, much: str) -> list[Row]:
    """Above each field: the language and its tokens; what they cost."""
    first = "datum.i == 0"
    lines = []
    for top, name, n in ((FIRST, words["english"], "english"), (SECOND, "named", "tokens")):
        head = f"{name} + ': ' + {words['count'].format(n=n)}"
        if n == "tokens":
            head += f" + ', ' + {words['times']}"
        cost = words["cost"].format(n=n, much=much)
        short = words["cost_short"].format(n=n)
        at_right = ("width", str(top - 13))
        lines += [
            said(head, ("0", str(top - 13)), first, fontWeight=600, fontSize=14.5),
            said(cost, at_right, first, "!narrow", align="right", color=MUTED),
            said(short, at_right, first, "narrow", align="right", color=MUTED),
        ]
    extra = (words["extra"], ("0", UNDER), first)
    return [
        *lines,
        said(*extra, "open", fontWeight=600, color=OPEN),
        said(*extra, "!open", fontWeight=600, color=CLOSED),
    ]


def _list(models: list[str], height: int, words: Words) -> list[Row]:
    """Where the field leaves room: how many times, with each tokenizer. On paper none can be chosen."""
    times = [f"format(all['{m}'][language] / all['{m}'].English, '.3~r')" for m in models]
    each = [f"'{m} ' + {t}" for m, t in zip(models, times, strict=True)]
    return [*_lines(each, 3, "narrow", height, words), *_lines(each, 4, "!narrow", height, words)]


def _lines(each: list[str], in_one: int, where: str, height: int, words: Words) -> list[Row]:
    starts = range(0, len(each), in_one)
    lines = [words["all"], *(" + ' · ' + ".join(each[at : at + in_one]) for at in starts)]
    room = f"{UNDER} + {26 + LINE * len(lines)} <= {height + LINE // 2}"
    return [
        said(line, ("0", f"{UNDER} + {26 + LINE * n}"), "datum.i == 0", where, room, color=INK if n else MUTED)
        for n, line in enumerate(lines)
    ]  # fmt: skip
