"""Which claims hold: the course's verdicts, by part of the article, and with a stricter judge."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kholapath.charts.layers import Data, Row, looked_up
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Explorable

from .board import board
from .words import CLAIMS, GROUPS, IF, VERDICTS

AS_JUDGED, STRICT = "judged", "strict"

TITLE = {
    "en": "Of fifteen claims {held:.0f} hold, and only {whole:.0f} of them without an “if”",
    "bn": "পনেরো দাবির {held:.0f}টি টেকে, আর তার মধ্যে “যদি” ছাড়া টেকে মাত্র {whole:.0f}টি",
}
SUBTITLE = {
    "en": "Each tile is a claim of the article, under the verdict that the evidence of this course allows",
    "bn": "প্রতিটি ঘর প্রবন্ধের একটি দাবি; এই কোর্সের প্রমাণে যে রায় হয়, ঘরটি তার নিচে",
}
DESCRIPTION = {
    "en": "Four columns of tiles. Supported: {held:.0f} claims. Partly supported: {mixed:.0f}. Cannot be told: "
    "{open:.0f}. Not supported: {fails:.0f}, that open models are overtaking closed ones. If a claim must "
    "hold without any restriction, {whole:.0f} are left in the first column and the others move to the second.",
    "bn": "চার কলাম ঘর। প্রমাণ মেলে {held:.0f}টি দাবির, আংশিক মেলে {mixed:.0f}টির, বলা যায় না {open:.0f}টি, আর মেলে না "
    "{fails:.0f}টির: ওপেন মডেল বন্ধ মডেলকে ছাড়িয়ে যাচ্ছে। কোনো শর্ত ছাড়াই টিকতে হবে ধরলে প্রথম কলামে থাকে {whole:.0f}টি, "
    "বাকিগুলো চলে যায় দ্বিতীয়টিতে।",
}
SOURCE = {
    "en": "Our reading of the figures gathered for this course (tables claim_verdicts and claim_facts, 2026). "
    "A verdict is a judgement, not a measurement",
    "bn": "এই কোর্সের জন্য জোগাড় করা সংখ্যা থেকে আমাদের বিচার (claim_verdicts ও claim_facts টেবিল, ২০২৬)। রায় একটি "
    "বিচার, মাপা ফল নয়",
}
NOTE = {
    "en": "GPQA test: the best\nopen model in front\nin {ahead:.0f} of {months:.0f} months",
    "bn": "GPQA পরীক্ষায় সেরা\nওপেন মডেল সামনে:\n{months:.0f} মাসের {ahead:.0f}টিতে",
}
IFS = {
    "en": "if: with limits, in one case, or indirectly",
    "bn": "যদি: সীমার মধ্যে, একটি ঘটনায়, বা পরোক্ষভাবে",
}
# What the sentence says of each verdict, for one claim and for several.
SAID = {
    "supported": {"en": ("**{n} holds**", "**{n} hold**"), "bn": ("**{n}টি টেকে**",) * 2},
    "mixed": {
        "en": ("**{n}** needs a “but”", "**{n}** need a “but”"),
        "bn": ("**{n}টি** টেকে একটা “তবে” জুড়ে দিলে",) * 2,
    },
    "open": {
        "en": ("**{n}** cannot be told from our data",) * 2,
        "bn": ("**{n}টি** নিয়ে আমাদের ডেটা থেকে কিছু বলা যায় না",) * 2,
    },
    "unsupported": {
        "en": ("**{n}** is not supported", "**{n}** are not supported"),
        "bn": ("**{n}টির** প্রমাণ মেলে না",) * 2,
    },
}
COLUMNS = {
    "id": {"en": "No.", "bn": "নং"},
    "claim": {"en": "Claim", "bn": "দাবি"},
    "verdict": {"en": "Verdict", "bn": "রায়"},
    "whole": {"en": "Without an “if”", "bn": "“যদি” ছাড়া"},
}
YES, NO = {"en": "yes", "bn": "হ্যাঁ"}, {"en": "no", "bn": "না"}


def which_claims_hold(data: Data) -> Explorable:
    """Return the board of the fifteen verdicts."""
    claims: list[Any] = data("claim_verdicts").fillna("").to_dict("records")
    judged = Counter(c["verdict"] for c in claims)
    facts = data("claim_facts").set_index("id")["value"]
    figures: Row = {
        "held": judged["supported"],
        "whole": Counter(_verdict(c, STRICT) for c in claims)["supported"],
        "mixed": judged["mixed"],
        "open": judged["open"],
        "fails": judged["unsupported"],
    }
    note = fill(NOTE, ahead=facts["07-gpqa-months"], months=facts["07-months"])
    return Explorable(
        {tag: _chart(claims, note[tag], tag) for tag in TITLE},
        title=fill(TITLE, **figures),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=_controls(),
        sentence={"en": "{told}", "bn": "{told}"},
        table=[_table_row(c) for c in claims],
        columns=COLUMNS,
    )


def _controls() -> list[Choose]:
    groups = [{"value": name, "label": label} for name, (_, label, _) in GROUPS.items()]
    judges = [
        {"value": AS_JUDGED, "label": {"en": "may have an “if”", "bn": "“যদি” থাকতে পারে"}},
        {"value": STRICT, "label": {"en": "must hold whole", "bn": "পুরোটা টিকতে হবে"}},
    ]
    return [
        Choose("group", {"en": "Part of the article", "bn": "প্রবন্ধের অংশ"}, groups),
        Choose("strict", {"en": "A supported claim", "bn": "যে দাবি টেকে, তাতে"}, judges),
    ]


def _verdict(claim: Row, judge: str) -> str:
    """The verdict; a strict judge takes a claim with a restriction for partly supported."""
    held: str = claim["verdict"]
    limited = judge == STRICT and held == "supported" and claim["qualification"]
    return "mixed" if limited else held


def _group(claim: Row) -> str:
    return next(g for g, (parts, *_) in GROUPS.items() if g != "all" and claim["part"] in parts)


def _chart(claims: list[Row], note: str, tag: str) -> Row:
    both = (AS_JUDGED, STRICT)
    tiles = [tile for judge in both for tile in _tiles(claims, judge, tag)]
    heads = [head for judge in both for head in _heads(claims, judge, tag)]
    told = {judge: {g: _told(claims, judge, g, tag) for g in GROUPS} for judge in both}
    params = [{"name": "told", "expr": f"{looked_up(told, 'strict')}[group]"}]
    notes: list[Row] = [
        {"strict": AS_JUDGED, "groups": ["all"], "column": 0, "row": _fullest(tiles, AS_JUDGED)},
        {"strict": None, "groups": ["all", "research"], "column": 3, "row": 1, "wide": True},
    ]
    said = [
        {**place, "lines": text.split("\n")}
        for place, text in zip(notes, (IFS[tag], note), strict=True)
    ]
    return board(tiles, heads, params, {judge: _fullest(tiles, judge) for judge in both}, said)


def _fullest(tiles: list[Row], judge: str) -> int:
    """How many tiles the fullest column has."""
    last: int = max(tile["row"] for tile in tiles if tile["strict"] == judge)
    return 1 + last


def _tiles(claims: list[Row], judge: str, tag: str) -> list[Row]:
    placed: Counter[str] = Counter()
    tiles = []
    for claim in claims:
        verdict = _verdict(claim, judge)
        wide, short = CLAIMS[claim["id"]]
        tiles.append(
            {
                "id": claim["id"],
                "strict": judge,
                "verdict": verdict,
                "column": list(VERDICTS).index(verdict),
                "row": placed[verdict],
                "group": _group(claim),
                "tag": IF[tag]
                if claim["verdict"] == "supported" and claim["qualification"]
                else "",
                "wide": wide[tag],
                "short": short[tag],
            }
        )
        placed[verdict] += 1
    return tiles


def _counts(claims: list[Row], judge: str, group: str) -> Counter[str]:
    return Counter(_verdict(c, judge) for c in claims if group in ("all", _group(c)))


def _heads(claims: list[Row], judge: str, tag: str) -> list[Row]:
    return [
        {
            "strict": judge,
            "column": column,
            "wide": wide[tag],
            "short": short[tag],
            "counts": {g: _counts(claims, judge, g)[verdict] for g in GROUPS},
        }
        for column, (verdict, (wide, short)) in enumerate(VERDICTS.items())
    ]


def _told(claims: list[Row], judge: str, group: str, tag: str) -> str:
    counts = _counts(claims, judge, group)
    said = [
        fill({tag: SAID[verdict][tag][counts[verdict] > 1]}, n=counts[verdict])[tag]
        for verdict in VERDICTS
        if counts[verdict]
    ]
    begin, total = GROUPS[group][2][tag], fill({tag: "{n}"}, n=counts.total())[tag]
    if tag == "bn":
        return f"{begin} {total}টি দাবি: {', '.join(said)}।"
    return f"{begin}, of {total} claims {', '.join(said)}."


def _table_row(claim: Row) -> Row:
    wide, _ = CLAIMS[claim["id"]]
    whole = NO if claim["qualification"] else YES
    verdict, _ = VERDICTS[claim["verdict"]]
    return {"id": claim["id"], "claim": wide, "verdict": verdict, "whole": whole}
