"""One model, four costs: the same run, and the bill by what is counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kholapath.charts.layers import Data, Row, records
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Explorable

from .profile import profile
from .runs import MILLION, OWN, REFERENCE, Run, runs

TITLE = {
    "en": "{model} cost ${low:.0f} million or ${high:.0f} million: it depends what you count",
    "bn": "{model}-এর খরচ ${low:.0f} মিলিয়নও হয়, ${high:.0f} মিলিয়নও: কী কী ধরছেন তার ওপর",
}
SUBTITLE = {
    "en": "Million US dollars. Filled: from the developer's own hours. Hollow: an estimate. "
    "Thin grey lines: the other models",
    "bn": "মিলিয়ন মার্কিন ডলার। ভরাট: নির্মাতার জানানো ঘণ্টা থেকে। ফাঁপা: অনুমান। সরু ধূসর রেখা: অন্য মডেলগুলো",
}
DESCRIPTION = {
    "en": "Four rows of dots, one for each way of counting: the final run, amortised, cloud rental and "
    "purchase. On the scale of dollars each line is ten times the one before. A line joins the dots of "
    "one model. For {model} they go from {low:.0f} to {high:.0f} million dollars; with every other "
    "model too, purchase is the dearest by far.",
    "bn": "চার সারি বিন্দু, প্রতিটি সারি হিসাবের একেকটি ধরন: চূড়ান্ত রান, অবচয়, ক্লাউডে ভাড়া আর যন্ত্র কেনা। ডলারের স্কেলে "
    "প্রতিটি রেখা আগেরটির দশ গুণ। এক মডেলের বিন্দুগুলো একটি রেখায় জোড়া। {model}-এর বিন্দু {low:.0f} থেকে {high:.0f} "
    "মিলিয়ন ডলার পর্যন্ত; অন্য সব মডেলেও কেনার খরচ সবচেয়ে বেশি।",
}
SOURCE = {
    "en": "Epoch AI, cost estimates (2026, CC BY); developers' reports for the GPU hours, Epoch AI's "
    "estimate for those of GPT-4",
    "bn": "Epoch AI-এর খরচের অনুমান (২০২৬, CC BY); জিপিইউ-ঘণ্টা নির্মাতাদের রিপোর্ট থেকে, GPT-4-এর বেলায় "
    "Epoch AI-এর অনুমান",
}
SENTENCE = {
    "en": "Counted one way, **{model}** cost **{bill.low:$,.3~r} million** ({bill.lowest}); "
    '{bill.known < 2 ? "the other three bills, nobody has published." : "counted another, **" '
    '+ format(bill.high, "$,.3~r") + " million** (all the machines, bought). One run, and a bill **" '
    '+ format(bill.high / bill.low, ",.0f") + " times** as long."}',
    "bn": "এক হিসাবে **{model}**-এর খরচ **{bill.low:$,.3~r} মিলিয়ন** ({bill.lowest}); "
    '{bill.known < 2 ? "বাকি তিনটি বিল কেউ প্রকাশ করেনি।" : "আরেক হিসাবে **" '
    '+ format(bill.high, "$,.3~r") + " মিলিয়ন** (সব যন্ত্র কিনলে)। রান একটাই, অথচ বিল **" '
    '+ format(bill.high / bill.low, ",.0f") + " গুণ**।"}',
}
LOWEST = {
    "run": {"en": "the final run at $2 an hour", "bn": "চূড়ান্ত রান, ঘণ্টায় $২"},
    "amortised": {"en": "amortised", "bn": "অবচয়"},
    "cloud": {"en": "rented in a cloud", "bn": "ক্লাউডে ভাড়া"},
}
COLUMNS = {
    "model": {"en": "Model", "bn": "মডেল"},
    "weights": {"en": "Weights", "bn": "ওয়েট"},
    "run": {"en": "Final run at $2 an hour", "bn": "চূড়ান্ত রান, ঘণ্টায় $২"},
    "amortised": {"en": "Amortised", "bn": "অবচয়"},
    "later": {"en": "Amortised, later estimate", "bn": "অবচয়, পরের হিসাব"},
    "cloud": {"en": "Cloud rental", "bn": "ক্লাউডে ভাড়া"},
    "purchase": {"en": "Purchase", "bn": "কেনা"},
}
WEIGHTS = {True: {"en": "open", "bn": "ওপেন"}, False: {"en": "closed", "bn": "বন্ধ"}}


@dataclass(frozen=True)
class Bill:
    """One model's bills in million dollars: those that somebody has worked out."""

    run: Run
    costs: dict[str, float]
    later: float | None

    @cached_property
    def low(self) -> str:
        """Which bill is the lowest."""
        return min(self.costs, key=lambda name: self.costs[name])

    @cached_property
    def high(self) -> float:
        """The highest bill."""
        return max(self.costs.values())


def one_model_four_costs(data: Data) -> Explorable:
    """Return the same model's bill, counted in four ways."""
    bills = sorted(_bills(data), key=lambda b: (len(b.costs) == 1, -b.high))
    shown = next(b for b in bills if b.run.model == REFERENCE)
    figures: Row = {"model": REFERENCE, "low": shown.costs[shown.low], "high": shown.high}
    options = [{"value": b.run.model, "label": b.run.model} for b in bills]
    rows = [_chart_row(b) for b in bills]
    return Explorable(
        {tag: profile(rows, {b.run.model: _summary(b, tag) for b in bills}, tag) for tag in TITLE},
        title=fill(TITLE, **figures),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[Choose("model", {"en": "Model", "bn": "মডেল"}, options, value=REFERENCE)],
        sentence=SENTENCE,
        table=[_table_row(b) for b in bills],
        columns=COLUMNS,
    )


def _bills(data: Data) -> list[Bill]:
    estimates = {r["model"]: r for r in records(data, "training_costs")}
    return [
        _bill(run, estimates.get(run.model))
        for run in runs(data)
        if run.whole and (run.model in estimates or run.model == OWN)
    ]


def _bill(run: Run, estimate: Row | None) -> Bill:
    costs = {"run": run.hours * run.price}
    if estimate is None:
        return Bill(run, costs, None)
    for name in ("amortised", "cloud", "purchase"):
        costs[name] = estimate[f"{name}_usd"] / MILLION
    return Bill(run, costs, estimate["amortised_later_usd"] / MILLION)


def _chart_row(bill: Bill) -> Row:
    run = bill.run
    own = {"model": run.model, "open": run.open, "estimate": run.estimate}
    return {**own, "costs": bill.costs, "later": bill.later}


def _summary(bill: Bill, tag: str) -> Row:
    """What the sentence says of a model: how many bills there are, the lowest, the highest."""
    return {
        "known": len(bill.costs),
        "low": bill.costs[bill.low],
        "high": bill.high,
        "lowest": LOWEST[bill.low][tag],
    }


def _table_row(bill: Bill) -> Row:
    costs = {name: round(cost, 1) for name, cost in bill.costs.items()}
    later = round(bill.later, 1) if bill.later else None
    return {"model": bill.run.model, "weights": WEIGHTS[bill.run.open], **costs, "later": later}
