"""What did it cost? Hours wide, price high: the area of a run is its bill."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row, Words
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Control, Explorable

from .areas import Compared, chart
from .runs import OWN, REFERENCE, Run, runs

COMPARED = (REFERENCE, "Llama 3.1 70B", "Falcon 180B", "BLOOM 176B", "GPT-4")

TITLE = {
    "en": "At any price per hour, the two runs stay {times:.0f} times apart",
    "bn": "ঘণ্টার ভাড়া যা-ই হোক, দুই রানের ব্যবধান {times:.0f} গুণই থাকে",
}
SUBTITLE = {
    "en": "Wide: GPU hours. High: the price of one hour. The area is the bill of the final run, in US dollars",
    "bn": "চওড়া: জিপিইউ-ঘণ্টা। উঁচু: এক ঘণ্টার ভাড়া। ক্ষেত্রফলই চূড়ান্ত রানের বিল, মার্কিন ডলারে",
}
DESCRIPTION = {
    "en": "Two rectangles, one over the other. Each is as wide as a training run took GPU hours and as "
    "high as one hour costs, so its area is the cost of the run. At {price:.0f} dollars an hour {own} "
    "costs {cost:.1f} million dollars and {other} {other_cost:.1f} million. A paler rectangle behind "
    "each reaches to the dearest listing, {dearest:.2f} dollars an hour.",
    "bn": "একটির নিচে আরেকটি আয়তক্ষেত্র। ট্রেনিং রানে যত জিপিইউ-ঘণ্টা লেগেছে তত চওড়া, এক ঘণ্টার ভাড়া যত তত উঁচু; "
    "তাই ক্ষেত্রফলই রানের খরচ। ঘণ্টায় {price:.0f} ডলার হলে {own}-এর খরচ {cost:.1f} মিলিয়ন ডলার আর {other}-এর "
    "{other_cost:.1f} মিলিয়ন। পেছনের হালকা আয়তক্ষেত্র সবচেয়ে দামি ভাড়া পর্যন্ত, ঘণ্টায় {dearest:.2f} ডলার।",
}
SOURCE = {
    "en": "DeepSeek-V3 technical report (2024); Meta model cards; Epoch AI (2025, CC BY) for the other "
    "hours and for the prices of an H100",
    "bn": "DeepSeek-V3 টেকনিক্যাল রিপোর্ট (২০২৪); Meta-র মডেল কার্ড; বাকি ঘণ্টা আর H100-এর ভাড়া: "
    "Epoch AI (২০২৫, CC BY)",
}
SENTENCE = {
    "en": "At **{price:$,.2f}** an hour, {run} costs **{hours * price:$,.1f} million**; {other} costs "
    "**{compared.hours * price:$,.1f} million** at the same price, "
    '**{ratio:,.2~r} times** {compared.hours > hours ? "as much" : "less"}.',
    "bn": "ঘণ্টায় **{price:$,.2f}** হলে {run} খরচ **{hours * price:$,.1f} মিলিয়ন**; একই ভাড়ায় {other}-এর "
    "**{compared.hours * price:$,.1f} মিলিয়ন**, মানে "
    '**{ratio:,.2~r} {compared.hours > hours ? "গুণ" : "ভাগের এক ভাগ"}**।',
}
COLUMNS = {
    "model": {"en": "Model", "bn": "মডেল"},
    "chip": {"en": "Chip", "bn": "চিপ"},
    "hours": {"en": "Million GPU hours", "bn": "মিলিয়ন জিপিইউ-ঘণ্টা"},
    "cost": {"en": "Million dollars at $2 an hour", "bn": "ঘণ্টায় $২ হলে মিলিয়ন ডলার"},
    "kind": {"en": "Hours are", "bn": "ঘণ্টার হিসাব"},
}
ESTIMATED = {"en": "estimated", "bn": "অনুমান"}
REPORTED = {"en": "reported", "bn": "জানানো"}


def what_did_it_cost(data: Data) -> Explorable:
    """Return GPU hours times the price of one: what a final training run costs."""
    own, part, others = _compared(runs(data))
    listings = data("gpu_hourly_prices")["usd_per_hour"]
    cheapest, dearest = float(listings.min()), float(listings.max())
    other = others[0]
    figures: Row = {
        "own": own.model,
        "other": other.model,
        "times": other.hours / own.hours,
        "price": own.price,
        "cost": own.hours * own.price,
        "other_cost": other.hours * own.price,
        "dearest": dearest,
    }
    return Explorable(
        {tag: chart((own, part, others), dearest, tag) for tag in TITLE},
        title=fill(TITLE, **figures),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[_price(own, cheapest, dearest), _hours(own, part, others), _other(others)],
        sentence=SENTENCE,
        table=[_table_row(run) for run in (own, *others)],
        columns=COLUMNS,
    )


def _compared(known: list[Run]) -> Compared:
    """DeepSeek-V3's whole run, its pre-training, and the runs to compare it with."""
    own = next(r for r in known if r.model == OWN and r.whole)
    part = next(r for r in known if r.model == OWN and not r.whole)
    return own, part, [r for name in COMPARED for r in known if r.model == name]


def _table_row(run: Run) -> Row:
    kind = ESTIMATED if run.estimate else REPORTED
    cost = round(run.hours * run.price, 3)
    return {"model": run.model, "chip": run.chip, "hours": run.hours, "cost": cost, "kind": kind}


# Controls


def _price(own: Run, cheapest: float, dearest: float) -> Control:
    presets = [
        (own.price, {"en": "${x} · DeepSeek's own figure", "bn": "${x} · DeepSeek-এর হিসাব"}),
        (cheapest, {"en": "${x:.2f} · cheapest listing", "bn": "${x:.2f} · সবচেয়ে সস্তা"}),
        (dearest, {"en": "${x:.2f} · dearest listing", "bn": "${x:.2f} · সবচেয়ে দামি"}),
    ]
    return Control(
        "price",
        {"en": "One GPU hour costs", "bn": "এক জিপিইউ-ঘণ্টার ভাড়া"},
        min=0.5,
        max=-(-dearest // 0.5) * 0.5,
        step=0.05,
        value=own.price,
        format="$,.2f",
        presets=[_preset(value, words) for value, words in presets],
    )


def _hours(own: Run, part: Run, others: list[Run]) -> Control:
    presets = [
        (own.hours, {"en": "{x:.3f} · DeepSeek-V3", "bn": "{x:.3f} · DeepSeek-V3"}),
        (part.hours, {"en": "{x:.3f} · pre-training only", "bn": "{x:.3f} · শুধু প্রি-ট্রেনিং"}),
    ]
    longest = max(run.hours for run in others)
    return Control(
        "hours",
        {"en": "GPU hours of the run", "bn": "রানের জিপিইউ-ঘণ্টা"},
        min=0.5,
        max=-(-longest // 10) * 10,
        step=0.1,
        value=own.hours,
        format=",.3~f",
        suffix={"en": " million", "bn": " মিলিয়ন"},
        presets=[_preset(value, words) for value, words in presets],
    )


def _preset(value: float, words: Words) -> Row:
    return {"value": value, "label": fill(words, x=value)}


def _other(others: list[Run]) -> Choose:
    options = [{"value": run.model, "label": run.model} for run in others]
    return Choose("other", {"en": "Compare with", "bn": "তুলনা করুন"}, options)
