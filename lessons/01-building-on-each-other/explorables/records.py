"""One task, many hands: the records of the speedrun, each line of the scale half the one above."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row, records
from kholapath.charts.words import fill
from kholapath_widgets import Control, Explorable

from .stairs import HALVINGS, chart, days, halved

TITLE = {
    "en": "Three halvings in {first:.0f} days, then two in {second:.0f}: the same task on the same machine",
    "bn": "{first:.0f} দিনে তিনবার অর্ধেক, তারপর {second:.0f} দিনে দুবার: একই কাজ, একই যন্ত্র",
}
SUBTITLE = {
    "en": "Minutes to train a small language model to a fixed target on eight H100 chips. Each line is half the "
    "one above. Diamond: somebody signs for the first time",
    "bn": "আটটি H100 চিপে ছোট একটি ভাষা-মডেলকে নির্দিষ্ট মান পর্যন্ত শেখাতে কত মিনিট লাগে। প্রতিটি রেখা ওপরেরটির অর্ধেক। "
    "হীরা-চিহ্ন: কেউ এই প্রথম নাম লিখিয়েছেন",
}
DESCRIPTION = {
    "en": "A staircase that goes down from left to right: {n} records from May 2024 to July 2026. It falls from "
    "{start:.0f} minutes to {fifth} within half a year and then ever more slowly, to {end} minutes. On "
    "the scale each line is half the one above. After record 21, in early 2025, the rules change and the time "
    "rises once, a little. Diamonds mark {new} records that a newcomer signs; they are spread over the whole time.",
    "bn": "বাঁ থেকে ডানে নেমে যাওয়া একটি সিঁড়ি: মে ২০২৪ থেকে জুলাই ২০২৬ পর্যন্ত {n}টি রেকর্ড। {start:.0f} মিনিট থেকে আধা "
    "বছরে নেমে আসে {fifth} মিনিটে, তারপর ক্রমেই ধীরে {end} মিনিটে। স্কেলে প্রতিটি রেখা ওপরেরটির অর্ধেক। ২০২৫-এর শুরুতে, ২১ "
    "নম্বর রেকর্ডের পর নিয়ম বদলায়, আর সময় একবার সামান্য বাড়ে। হীরা-চিহ্ন {new}টি রেকর্ডে, যেখানে নতুন কেউ নাম লিখিয়েছেন; "
    "পুরো সময় জুড়েই তাঁরা আছেন।",
}
SOURCE = {
    "en": "modded-nanogpt, world record history, as of August 2026 (MIT)",
    "bn": "modded-nanogpt-এর বিশ্বরেকর্ডের তালিকা, আগস্ট ২০২৬ পর্যন্ত (MIT)",
}
SENTENCE = {
    "en": "Record **{record:.0f}**, {when}: **{minutes:,.4~r} minutes**, "
    '{record == 1 ? "the start. One name is credited." : "**" + format(first / minutes, ",.3~r") + " times** '
    'as fast as the first. So far **" + format(people, ",.0f") + "** names are credited."}',
    "bn": "{record:.0f} নম্বর রেকর্ড, {when}: **{minutes:,.4~r} মিনিট**, "
    '{record == 1 ? "এখান থেকেই শুরু। নাম আছে একটি।" : "প্রথমটির **" + format(first / minutes, ",.3~r") + " গুণ** '
    'দ্রুত। এ পর্যন্ত নাম উঠেছে **" + format(people, ",.0f") + "টি**।"}',
}
COLUMNS = {
    "record": {"en": "Record", "bn": "রেকর্ড"},
    "day": {"en": "Date", "bn": "তারিখ"},
    "minutes": {"en": "Minutes", "bn": "মিনিট"},
    "hours": {"en": "GPU hours", "bn": "জিপিইউ-ঘণ্টা"},
    "people": {"en": "Names credited so far", "bn": "এ পর্যন্ত কতটি নাম"},
}


def one_task_many_hands(data: Data) -> Explorable:
    """Return the record curve of the speedrun, through which a reader goes record by record."""
    rows = records(data, "speedrun_records")
    first, last = rows[0], rows[-1]
    marks = [halved(rows, times) for times in range(HALVINGS + 1)]
    return Explorable(
        {tag: chart(rows, tag) for tag in TITLE},
        title=fill(TITLE, first=days(marks[0], marks[3]), second=days(marks[3], marks[5])),
        subtitle=SUBTITLE,
        description=fill(
            DESCRIPTION,
            n=float(len(rows)),
            start=first["minutes"],
            fifth=marks[3]["minutes"],
            end=last["minutes"],
            new=float(sum(r["newcomers"] > 0 for r in rows)),
        ),
        source=SOURCE,
        controls=[_record(len(rows), [marks[1], marks[3], marks[5]])],
        sentence=SENTENCE,
        table=[_table_row(r) for r in rows if r["record"] == 1 or r in marks or r is last],
        columns=COLUMNS,
    )


def _record(count: int, marks: list[Row]) -> Control:
    presets = [
        (marks[0], {"en": "{n:.0f} · halved once", "bn": "{n:.0f} · একবার অর্ধেক"}),
        (marks[1], {"en": "{n:.0f} · three times", "bn": "{n:.0f} · তিনবার"}),
        (marks[2], {"en": "{n:.0f} · five times", "bn": "{n:.0f} · পাঁচবার"}),
    ]
    return Control(
        "record",
        {"en": "Record number", "bn": "রেকর্ডের নম্বর"},
        min=1,
        max=count,
        step=1,
        value=count,
        format=".0f",
        presets=[
            {"value": r["record"], "label": fill(w, n=float(r["record"]))} for r, w in presets
        ],
    )


def _table_row(row: Row) -> Row:
    halvings = {"record": row["record"], "day": str(row["date"])[:10], "minutes": row["minutes"]}
    return {**halvings, "hours": round(row["gpu_hours"], 3), "people": row["people_so_far"]}
