"""The race of open and closed models on three tests: how far apart, and how long behind."""

from __future__ import annotations

from typing import Any

from kholapath.charts.layers import Data, Row, Words, records
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Control, Explorable
from kholapath_widgets._shared.locale import digits

from .look import decimal_year
from .steps import chart

TESTS: dict[str, Words] = {
    "GPQA": {"en": "GPQA: science", "bn": "GPQA: বিজ্ঞান"},
    "MATH": {"en": "MATH: school contests", "bn": "MATH: স্কুলের প্রতিযোগিতা"},
    "AIME": {"en": "AIME: olympiad", "bn": "AIME: অলিম্পিয়াড"},
}
TITLE = {
    "en": "Open weights came close again and again, and led for {ahead} months in all",
    "bn": "ওপেন ওয়েট বারবার কাছে এসেছে, এগিয়ে ছিল সব মিলিয়ে মাত্র {ahead} মাস",
}
SUBTITLE = {
    "en": "The best score so far, in percent of the questions. Circle: a record of open weights. Diamond: of a "
    "closed model. Pale: what came after your month",
    "bn": "তখন পর্যন্ত সেরা নম্বর, প্রশ্নের কত শতাংশ ঠিক। গোল: ওপেন ওয়েটের রেকর্ড। হীরা: বন্ধ মডেলের। ফিকে: আপনার মাসের "
    "পরে যা হয়েছে",
}
DESCRIPTION = {
    "en": "Two lines that rise in steps from 2023 to November 2025, one for the best closed model and one below it "
    "for the best model with open weights. On GPQA in January 2025 the closed one stands at {closed} percent, the "
    "open one at {open}; a solid upright line shows {gap} percentage points between them, a dashed level line shows "
    "that a closed model had passed the open mark {behind} months before.",
    "bn": "২০২৩ থেকে নভেম্বর ২০২৫ পর্যন্ত ধাপে ধাপে ওঠা দুটি রেখা: একটি সেরা বন্ধ মডেলের, তার নিচেরটি সেরা ওপেন ওয়েট মডেলের। "
    "জানুয়ারি ২০২৫-এ GPQA-তে বন্ধটি {closed} শতাংশে, ওপেনটি {open} শতাংশে; খাড়া রেখায় দেখা যায় দুইয়ের মাঝে {gap} শতাংশ-পয়েন্ট, "
    "আর শোয়ানো কাটা-কাটা রেখায়, একটি বন্ধ মডেল {behind} মাস আগেই ওপেনটির নম্বর ছাড়িয়ে গিয়েছিল।",
}
SOURCE = {
    "en": "Epoch AI, benchmark runs (snapshot of December 2025, CC BY). Few open models were tested early",
    "bn": "Epoch AI-এর পরীক্ষার ফল (ডিসেম্বর ২০২৫-এর সংস্করণ, CC BY)। শুরুর দিকের ওপেন মডেল কমই পরীক্ষা করা হয়েছে",
}
SENTENCE = {
    "en": "At the end of **{at.month}** the best closed model had **{at.closed:.1f} percent** right, the best with open "
    'weights **{at.open:.1f}**. {at.ahead ? "For once **open was ahead**, by **" + format(-at.gap, ".1f") + '
    '" points**, on a test that both failed badly." : "They were **" + format(at.gap, ".1f") + " points** apart, and '
    'open was " + (at.least ? "at least " : "") + "**" + format(at.behind, ".1f") + " months behind**: since then a '
    'closed model (" + at.passer + ") had stood above its mark."}',
    "bn": "**{at.month}**-এর শেষে সেরা বন্ধ মডেলের ঠিক হয়েছে **{at.closed:.1f} শতাংশ**, সেরা ওপেন ওয়েট মডেলের "
    '**{at.open:.1f}**। {at.ahead ? "এই একবার **ওপেন এগিয়ে**, **" + format(-at.gap, ".1f") + " পয়েন্টে**; তবে '
    'পরীক্ষাটায় দুজনেই খুব খারাপ করেছে।" : "ফারাক **" + format(at.gap, ".1f") + " পয়েন্ট**, আর সময়ে ওপেন পিছিয়ে " + '
    '(at.least ? "অন্তত " : "") + "**" + format(at.behind, ".1f") + " মাস**: তত দিন আগেই একটি বন্ধ মডেল (" + '
    'at.passer + ") এই নম্বর ছাড়িয়ে গেছে।"}',
}
MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "bn": [
        "জানুয়ারি",
        "ফেব্রুয়ারি",
        "মার্চ",
        "এপ্রিল",
        "মে",
        "জুন",
        "জুলাই",
        "আগস্ট",
        "সেপ্টেম্বর",
        "অক্টোবর",
        "নভেম্বর",
        "ডিসেম্বর",
    ],
}
COLUMNS = {
    "test": {"en": "Test", "bn": "পরীক্ষা"},
    "month": {"en": "End of month", "bn": "মাসের শেষ"},
    "open": {"en": "Best open, %", "bn": "সেরা ওপেন, %"},
    "closed": {"en": "Best closed, %", "bn": "সেরা বন্ধ, %"},
    "gap": {"en": "Points apart", "bn": "ফারাক, পয়েন্ট"},
    "behind": {"en": "Months behind", "bn": "কত মাস পিছিয়ে"},
}
END = decimal_year("2025-11-30")
START = 19  # January 2025, the month of DeepSeek-R1
PRESETS: dict[int, Words] = {
    10: {"en": "April 2024", "bn": "এপ্রিল ২০২৪"},
    13: {"en": "July 2024", "bn": "জুলাই ২০২৪"},
    START: {"en": "January 2025 · DeepSeek-R1", "bn": "জানুয়ারি ২০২৫ · DeepSeek-R1"},
    29: {"en": "November 2025", "bn": "নভেম্বর ২০২৫"},
}


def frontier_race(data: Data) -> Explorable:
    """Return the two frontiers over time, with both gaps measured at a month."""
    months, steps = records(data, "race_months"), records(data, "race_records")
    shown = next(r for r in months if (r["benchmark"], r["month"]) == ("GPQA", START))
    ahead = sum(r["open_level_or_ahead"] for r in records(data, "race_counts"))
    figures = {
        "closed": float(shown["best_closed"]),
        "open": float(shown["best_open"]),
        "gap": float(shown["gap"]),
        "behind": float(shown["months_behind"]),
    }
    options = [{"value": name, "label": words} for name, words in TESTS.items()]
    return Explorable(
        {tag: chart(_records(steps), _moments(months, steps, tag), tag) for tag in TITLE},
        title=fill(TITLE, ahead=int(ahead)),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[
            _month(max(r["month"] for r in months)),
            Choose("test", {"en": "Test", "bn": "পরীক্ষা"}, options, value="GPQA"),
        ],
        sentence=SENTENCE,
        table=[_table_row(r) for r in months],
        columns=COLUMNS,
    )


def _month(last: int) -> Control:
    return Control(
        "month",
        {"en": "Month of the race", "bn": "দৌড়ের কততম মাস"},
        min=1,
        max=last,
        step=1,
        value=START,
        format=".0f",
        suffix=fill({"en": " of {n}", "bn": " / {n}"}, n=last),
        presets=[{"value": value, "label": words} for value, words in PRESETS.items()],
    )


def _records(steps: list[Row]) -> list[Row]:
    """Each record, how long it stood, and the one it broke."""
    out: list[Row] = []
    for r in steps:
        key = (r["benchmark"], r["weights"] == "open")
        before = out[-1] if out and (out[-1]["test"], out[-1]["open"]) == key else None
        start = decimal_year(r["date"])
        if before:
            before["end"] = start
        old = {"old": before["score"]} if before else {}
        row = {"test": key[0], "open": key[1], "start": start, "end": END, "score": r["score"]}
        out.append({**row, **old})
    return out


def _moments(months: list[Row], steps: list[Row], tag: str) -> dict[str, list[Row]]:
    """By test, what the chart and the sentence say of each month."""
    return {test: [_moment(r, steps, tag) for r in months if r["benchmark"] == test] for test in TESTS}  # fmt: skip


def _moment(r: Row, steps: list[Row], tag: str) -> Row:
    day = str(r["month_end"])[:10]
    year, month = int(day[:4]), int(day[5:7])
    ahead = r["gap"] <= 0
    passed: Row = {}
    if not ahead:
        passed = {
            "passed": decimal_year(r["passed_on"]),
            "passer": r["passed_by"],
            "behind": float(r["months_behind"]),
            "least": bool(r["at_least"]),
        }
    return {
        "t": decimal_year(day),
        "month": f"{MONTHS[tag][month - 1]} {digits(str(year), tag)}",
        "open": float(r["best_open"]),
        "closed": float(r["best_closed"]),
        "gap": float(r["gap"]),
        "ahead": ahead,
        "holder": _holder(steps, r["benchmark"], "open", day),
        "leader": _holder(steps, r["benchmark"], "closed", day),
        **passed,
    }


def _holder(steps: list[Row], test: str, weights: str, day: str) -> str:
    """Return the model that held a record on a day."""
    own = [r for r in steps if (r["benchmark"], r["weights"]) == (test, weights)]
    return str([r for r in own if str(r["date"])[:10] <= day][-1]["model"])


def _table_row(r: Row) -> Row:
    behind: Any = None if r["gap"] <= 0 else r["months_behind"]
    row = {"test": r["benchmark"], "month": str(r["month_end"])[:7], "open": r["best_open"]}
    return {**row, "closed": r["best_closed"], "gap": r["gap"], "behind": behind}
