"""The two figures of lesson 3. Every number in them comes from a table; the words are here."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kholapath_widgets import Choose, Control, Explorable

if TYPE_CHECKING:
    from pandas import DataFrame

Data = Callable[[str], "DataFrame"]
Row = dict[str, Any]

MILLION = 1e6
OWN = "DeepSeek-V3"
OPEN, CLOSED = "var(--kp-open, #0067a8)", "var(--kp-closed, #b84a00)"
INK, MUTED = "var(--kp-ink, #1d232b)", "var(--kp-muted, #5b6570)"
PAPER = "var(--kp-paper, #ffffff)"
HUE = {"condition": {"test": "datum.open", "value": OPEN}, "value": CLOSED}


def _runs(data: Data) -> list[Row]:
    """The runs whose GPU hours are known: hours in millions."""
    return [
        {
            "model": r["model"],
            "part": r["scope"] == "pre-training",
            "hours": r["gpu_hours"] / MILLION,
            "gpu": r["chip"],
            "open": r["weights"] == "open",
            "estimate": r["basis"] == "estimate",
            "price": r["usd_at_2_per_hour"] / r["gpu_hours"],
        }
        for r in data("training_compute").to_dict("records")
    ]


def _lookup(by_name: dict[str, Any], param: str) -> str:
    """A Vega expression: the entry of `by_name` that the parameter names."""
    return f"({json.dumps(by_name, ensure_ascii=False)})[{param}]"


# (a) What did it cost?

COST_WORDS = {
    "en": {
        "sum": "format(datum.h, ',.3~f') + ' million ' + datum.gpu + ' hours'"
        " + (datum.estimate ? ' (estimate)' : '')",
        "value": "format(datum.cost, '$,.1f') + ' M'",
        "headline": "'the headline of January 2025: ' + format({x}, '$,.1f') + ' million'",
    },
    "bn": {
        "sum": "format(datum.h, ',.3~f') + ' মিলিয়ন ' + datum.gpu + '-ঘণ্টা'"
        " + (datum.estimate ? ' (অনুমান)' : '')",
        "value": "format(datum.cost, '$,.1f') + ' মিলিয়ন'",
        "headline": "'জানুয়ারি ২০২৫-এর শিরোনাম: ' + format({x}, '$,.1f') + ' মিলিয়ন'",
    },
}


def _cost_chart(runs: list[Row], headline: float, dearest: float, words: dict[str, str]) -> Row:
    """Two bars, one over the other, each under its name and its hours."""
    y = {"field": "row", "type": "ordinal", "axis": None}
    x: Row = {"field": "cost", "type": "quantitative", "axis": None, "stack": None}
    x["scale"] = {
        "domain": [0, {"expr": f"(paper ? price : {dearest}) * max(hours, other_hours)"}],
        "range": [0, {"expr": "width - 128"}],
    }
    dashed = {"condition": {"test": "datum.estimate", "value": [4, 3]}, "value": [1, 0]}
    opacity = {"condition": {"test": "datum.estimate", "value": 0.12}, "value": 1}
    end = {"x": x, "y": y}
    start = {"x": {"value": 0}, "y": y}
    return {
        "data": {"values": runs},
        "height": {"step": 78},
        "params": [{"name": "other_hours", "expr": _lookup(_hours(runs), "other")}],
        "transform": [
            {"filter": "datum.own || datum.model == other"},
            {"calculate": "datum.own ? hours : datum.hours", "as": "h"},
            {"calculate": "datum.h * price", "as": "cost"},
            {"calculate": "datum.own ? 0 : 1", "as": "row"},
        ],
        "layer": [
            {
                "mark": {
                    "type": "bar",
                    "height": 28,
                    "cornerRadiusEnd": 3,
                    "yOffset": 4,
                    "strokeWidth": 1.5,
                },
                "encoding": {
                    **end,
                    "fill": HUE,
                    "stroke": HUE,
                    "fillOpacity": opacity,
                    "strokeDash": dashed,
                },
            },
            {
                "mark": {
                    "type": "text",
                    "align": "left",
                    "dy": -21,
                    "fontSize": 15,
                    "fontWeight": 600,
                },
                "encoding": {**start, "text": {"field": "model"}},
            },
            {
                "transform": [{"calculate": words["sum"], "as": "sum"}],
                "mark": {
                    "type": "text",
                    "align": "right",
                    "dy": -21,
                    "fontSize": 13,
                    "color": MUTED,
                },
                "encoding": {"x": {"value": "width"}, "y": y, "text": {"field": "sum"}},
            },
            {
                "transform": [{"calculate": words["value"], "as": "said"}],
                "mark": {
                    "type": "text",
                    "align": "left",
                    "dx": 8,
                    "dy": 4,
                    "fontSize": 15,
                    "fontWeight": 600,
                },
                "encoding": {**end, "text": {"field": "said"}},
            },
            *_headline(headline, words["headline"], x, y),
        ],
    }


def _headline(cost: float, words: str, x: Row, y: Row) -> list[Row]:
    """The one point that matters: the figure the news carried, on DeepSeek's own bar."""
    place = {"x": {**x, "field": "headline"}, "y": y}
    only = [{"filter": "datum.own"}, {"calculate": str(cost), "as": "headline"}]
    tick = {
        "type": "tick",
        "orient": "vertical",
        "size": 36,
        "thickness": 1.5,
        "yOffset": 10,
        "color": INK,
    }
    text = {"type": "text", "align": "left", "dx": 6, "dy": 27, "fontSize": 13, "color": INK}
    return [
        {"transform": only, "mark": tick, "encoding": place},
        {
            "transform": [*only, {"calculate": words.format(x=cost), "as": "said"}],
            "mark": text,
            "encoding": {**place, "text": {"field": "said"}},
        },
    ]


def _hours(runs: list[Row]) -> dict[str, float]:
    return {r["model"]: r["hours"] for r in runs}


def what_did_it_cost(data: Data) -> Explorable:
    """GPU hours times the price of one: what a final training run costs."""
    own, *others, parts = _comparable(data)
    listings = data("gpu_hourly_prices")["usd_per_hour"]
    cheapest, dearest = float(listings.min()), float(listings.max())
    top = -(-dearest // 0.5) * 0.5
    runs = [{**r, "own": r is own} for r in (own, *others)]
    first = others[0]
    times = first["hours"] / own["hours"]
    headline = own["hours"] * own["price"]
    ratio = "other_hours > hours ? other_hours / hours : hours / other_hours"
    return Explorable(
        {tag: _cost_chart(runs, headline, top, words) for tag, words in COST_WORDS.items()},
        title={
            "en": f"At any price per hour, the two runs stay {times:.0f} times apart",
            "bn": f"ঘণ্টার ভাড়া যা-ই হোক, দুই রানের ব্যবধান {_bn(times, 0)} গুণই থাকে",
        },
        subtitle={
            "en": "Cost of the final training run: GPU hours × price of one hour, million US dollars",
            "bn": "চূড়ান্ত ট্রেনিং রানের খরচ: জিপিইউ-ঘণ্টা × এক ঘণ্টার ভাড়া, মিলিয়ন মার্কিন ডলার",
        },
        description={
            "en": f"Two bars: what the final training run of {OWN} and of another model costs when "
            f"one GPU hour has the price you choose. At {own['price']:.0f} dollars an hour {OWN} costs "
            f"{headline:.1f} million dollars and {first['model']} {first['hours'] * own['price']:.1f} million.",
            "bn": f"দুটি দণ্ড: এক জিপিইউ-ঘণ্টার ভাড়া আপনি যা ধরবেন, তাতে {OWN} আর অন্য একটি মডেলের চূড়ান্ত "
            f"ট্রেনিং রানের খরচ। ঘণ্টায় {_bn(own['price'], 0)} ডলার হলে {OWN}-এর খরচ {_bn(headline, 1)} "
            f"মিলিয়ন ডলার আর {first['model']}-এর {_bn(first['hours'] * own['price'], 1)} মিলিয়ন।",
        },
        source={
            "en": "DeepSeek-V3 technical report (2024); Meta model cards; Epoch AI (2025, CC BY) for the "
            "other hours and the H100 prices",
            "bn": "DeepSeek-V3 টেকনিক্যাল রিপোর্ট (২০২৪); Meta-র মডেল কার্ড; বাকি ঘণ্টা আর H100-এর ভাড়া: "
            "Epoch AI (২০২৫, CC BY)",
        },
        controls=[
            Control(
                "price",
                {"en": "One GPU hour costs", "bn": "এক জিপিইউ-ঘণ্টার ভাড়া"},
                min=0.5,
                max=top,
                step=0.05,
                value=own["price"],
                format="$,.2f",
                presets=[
                    _preset(
                        own["price"],
                        f"${own['price']:.0f} · DeepSeek's own figure",
                        "DeepSeek-এর হিসাব",
                    ),
                    _preset(cheapest, f"${cheapest} · cheapest listing", "সবচেয়ে সস্তা"),
                    _preset(dearest, f"${dearest} · dearest listing", "সবচেয়ে দামি"),
                ],
            ),
            Control(
                "hours",
                {"en": f"Hours for {OWN}", "bn": f"{OWN}-এর ঘণ্টা"},
                min=0.5,
                max=40,
                step=0.1,
                value=own["hours"],
                format=",.3~f",
                suffix={"en": " million", "bn": " মিলিয়ন"},
                presets=[
                    _preset(own["hours"], f"{own['hours']:.3f} · all training", "পুরো ট্রেনিং"),
                    _preset(
                        parts["hours"], f"{parts['hours']:.3f} · pre-training only", "শুধু প্রি-ট্রেনিং"
                    ),
                ],
            ),
            Choose(
                "other",
                {"en": "Compare with", "bn": "তুলনা করুন"},
                [{"value": r["model"], "label": r["model"]} for r in others],
            ),
        ],
        sentence={
            "en": f"At **{{price:$,.2f}}** an hour, {OWN} costs **{{hours * price:$,.1f}} million**; "
            "{other} costs **{other_hours * price:$,.1f} million** at the same price, "
            f'**{{{ratio}:,.2~r}} times** {{other_hours > hours ? "as much" : "less"}}.',
            "bn": f"ঘণ্টায় **{{price:$,.2f}}** হলে {OWN}-এর খরচ **{{hours * price:$,.1f}} মিলিয়ন** ডলার; একই ভাড়ায় "
            "{other}-এর **{other_hours * price:$,.1f} মিলিয়ন**, মানে "
            f'**{{{ratio}:,.2~r}} {{other_hours > hours ? "গুণ" : "ভাগের এক ভাগ"}}**।',
        },
        table=[
            {
                **r,
                "cost": round(r["hours"] * r["price"], 3),
                "kind": {"en": "estimate", "bn": "অনুমান"}
                if r["estimate"]
                else {"en": "reported", "bn": "জানানো"},
            }
            for r in runs
        ],
        columns={
            "model": {"en": "Model", "bn": "মডেল"},
            "gpu": {"en": "GPU", "bn": "জিপিইউ"},
            "hours": {"en": "Million GPU hours", "bn": "মিলিয়ন জিপিইউ-ঘণ্টা"},
            "cost": {"en": "Million dollars at $2 an hour", "bn": "ঘণ্টায় $২ হলে মিলিয়ন ডলার"},
            "kind": {"en": "Hours are", "bn": "ঘণ্টার হিসাব"},
        },
    )


def _comparable(data: Data) -> list[Row]:
    """DeepSeek-V3's whole run; the runs to compare it with, longest known first; its pre-training."""
    runs = _runs(data)
    own = next(r for r in runs if r["model"] == OWN and not r["part"])
    part = next(r for r in runs if r["model"] == OWN and r["part"])
    wanted = ["Llama 3.1 405B", "Llama 3.1 70B", "Falcon 180B", "BLOOM 176B", "GPT-4"]
    return [own, *(r for name in wanted for r in runs if r["model"] == name), part]


def _bn(number: float, decimals: int) -> str:
    return _bengali(f"{number:.{decimals}f}")


def _bengali(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"))


def _preset(value: float, en: str, bn: str) -> Row:
    """A preset; the Bengali label opens with the same figure as the English one."""
    return {
        "value": float(value),
        "label": {"en": en, "bn": f"{_bengali(en.split(' · ', maxsplit=1)[0])} · {bn}"},
    }


# (b) One model, four costs

BILLS = {
    "run": {
        "en": "Final run: its GPU hours at $2",
        "bn": "চূড়ান্ত রান: জিপিইউ-ঘণ্টা, ঘণ্টায় $২",
    },
    "amortised": {
        "en": "Amortised: wear of the machines, and power",
        "bn": "অবচয়: যন্ত্রের ক্ষয় আর বিদ্যুৎ",
    },
    "cloud": {"en": "Cloud: the same hours, rented", "bn": "ক্লাউড: একই ঘণ্টা ভাড়ায় নিলে"},
    "purchase": {"en": "Purchase: all the machines, bought", "bn": "কেনা: সব যন্ত্র কিনে নিলে"},
}


def _bills(data: Data) -> list[Row]:
    """One row a model: its four bills in million dollars, None where nobody has worked one out."""
    runs = {r["model"]: r for r in _runs(data) if not r["part"]}
    costs = {r["model"]: r for r in data("training_costs").to_dict("records")}

    def million(name: str, column: str) -> float | None:
        value = costs.get(name, {}).get(column)
        return value / MILLION if value and value > 0 else None

    return [
        {
            "model": name,
            "open": run["open"],
            "estimate": run["estimate"],
            "run": run["hours"] * run["price"],
            "amortised": million(name, "amortised_usd"),
            "updated": million(name, "amortised_later_usd"),
            "cloud": million(name, "cloud_usd"),
            "purchase": million(name, "purchase_usd"),
        }
        for name, run in runs.items()
        if name in costs or name == OWN
    ]


BILL_WORDS = {
    "en": {
        "missing": "'no figure'",
        "money": "format({x}, '$,.3~r') + ' M'",
        "range": "format({x}, '$,.0f') + '–' + format({y}, ',.0f') + ' M, two estimates'",
        "axis": "million dollars; each line is ten times the one before",
        "times": "' · ' + format({x}, ',.0f') + ' times the lowest'",
    },
    "bn": {
        "missing": "'হিসাব নেই'",
        "money": "format({x}, '$,.3~r') + ' মিলিয়ন'",
        "range": "format({x}, '$,.0f') + '–' + format({y}, ',.0f') + ' মিলিয়ন, দুই হিসাবে'",
        "axis": "মিলিয়ন ডলার; প্রতিটি রেখা আগেরটির দশ গুণ",
        "times": "' · সবচেয়ে কমের ' + format({x}, ',.0f') + ' গুণ'",
    },
}


def _points(bills: list[Row], tag: str) -> list[Row]:
    return [
        {
            "model": b["model"],
            "open": b["open"],
            "bill": words[tag],
            "cost": b[bill],
            "updated": b["updated"] if bill == "amortised" else None,
            "estimate": bill != "run" or b["estimate"],
            "top": b[bill] is not None and b[bill] == _extreme(b, max) and bill != "run",
            "times": _extreme(b, max) / _extreme(b, min),
        }
        for b in bills
        for bill, words in BILLS.items()
    ]


def _known(bill: Row) -> dict[str, float]:
    return {name: bill[name] for name in BILLS if bill[name] is not None}


def _extreme(bill: Row, which: Callable[..., float]) -> float:
    return which(_known(bill).values())


def _bill_chart(bills: list[Row], tag: str) -> Row:
    """Four rows, one a bill: the chosen model's dot and its value, the others small and grey."""
    words = BILL_WORDS[tag]
    costs = [v for b in bills for v in _known(b).values()]
    y = {"field": "bill", "type": "nominal", "axis": None, "sort": [w[tag] for w in BILLS.values()]}
    x: Row = {"field": "cost", "type": "quantitative"}
    x["scale"] = {"type": "log", "domain": [min(costs) * 0.8, max(costs) * 1.25], "nice": False}
    x["axis"] = {
        "values": [10**n for n in range(7)],
        "tickCount": 7,
        "format": "$,.0f",
        "title": words["axis"],
        "grid": True,
    }
    said = (
        "datum.updated ? " + words["range"].format(x="datum.cost", y="datum.updated")
        + " : " + words["money"].format(x="datum.cost")
        + " + (datum.top ? " + words["times"].format(x="datum.times") + " : '')"
    )  # fmt: skip
    place = {"x": x, "y": y}
    chosen = [{"filter": "datum.model == model && isValid(datum.cost)"}]
    missing = [
        {"filter": "datum.model == model && !isValid(datum.cost)"},
        {"calculate": words["missing"], "as": "said"},
    ]
    fill = {
        "condition": [{"test": "datum.estimate", "value": PAPER}, HUE["condition"]],
        "value": CLOSED,
    }
    label = {"type": "text", "dy": 19, "fontSize": 14, "fontWeight": 600}
    side = "datum.cost > 40"
    return {
        "data": {"values": _points(bills, tag)},
        "height": {"step": 70},
        "layer": [
            {
                "mark": {"type": "text", "align": "left", "dy": -20, "fontSize": 14},
                "transform": [{"filter": "datum.model == model"}],
                "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "bill"}},
            },
            {
                "mark": {"type": "point", "size": 46, "color": MUTED, "opacity": 0.6},
                "transform": [{"filter": "datum.model != model && isValid(datum.cost)"}],
                "encoding": place,
            },
            {
                "mark": {"type": "rule", "strokeDash": [3, 3], "strokeWidth": 2},
                "transform": [*chosen, {"filter": "isValid(datum.updated)"}],
                "encoding": {**place, "x2": {"field": "updated"}, "color": HUE},
            },
            {
                "mark": {"type": "point", "size": 190, "strokeWidth": 2.5, "opacity": 1},
                "transform": chosen,
                "encoding": {**place, "stroke": HUE, "fill": fill},
            },
            {
                "mark": {
                    **label,
                    "align": {"expr": f"{side} ? 'right' : 'left'"},
                    "dx": {"expr": f"{side} ? 8 : -8"},
                },
                "transform": [*chosen, {"calculate": said, "as": "said"}],
                "encoding": {**place, "text": {"field": "said"}},
            },
            {
                "mark": {**label, "align": "left", "fontWeight": 400, "color": MUTED},
                "transform": missing,
                "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "said"}},
            },
        ],
    }


LOWEST = {
    "run": {"en": "the final run", "bn": "চূড়ান্ত রান"},
    "amortised": {"en": "amortised", "bn": "অবচয়"},
    "cloud": {"en": "rented in a cloud", "bn": "ক্লাউডে ভাড়া"},
}

BILL_SENTENCE = {
    "en": "Counted one way, **{model}** cost **{bill.low:$,.3~r} million** ({bill.lowest}); "
    '{bill.n < 2 ? "the other three bills, nobody has published." : "counted another, **" '
    '+ format(bill.high, "$,.3~r") + " million** (all the machines, bought). One run, and a bill **" '
    '+ format(bill.high / bill.low, ",.0f") + " times** as long."}',
    "bn": "এক হিসাবে **{model}**-এর খরচ **{bill.low:$,.3~r} মিলিয়ন** ডলার ({bill.lowest}); "
    '{bill.n < 2 ? "বাকি তিনটি বিল কেউ প্রকাশ করেনি।" : "আরেক হিসাবে **" '
    '+ format(bill.high, "$,.3~r") + " মিলিয়ন** (সব যন্ত্র কিনলে)। রান একটাই, অথচ বিল **" '
    '+ format(bill.high / bill.low, ",.0f") + " গুণ**।"}',
}


def _summaries(bills: list[Row], tag: str) -> Row:
    """What the sentence says of each model: how many bills, the lowest by name, the highest."""
    found = {}
    for bill in bills:
        known = _known(bill)
        lowest = min(known, key=lambda name: known[name])
        words = LOWEST[lowest][tag]
        top = max(known.values())
        found[bill["model"]] = {"n": len(known), "low": known[lowest], "high": top, "lowest": words}
    return {"name": "bill", "expr": _lookup(found, "model")}


def one_model_four_costs(data: Data) -> Explorable:
    """The same model's bill, counted in four ways."""
    bills = sorted(_bills(data), key=lambda b: (len(_known(b)) < len(BILLS), -_extreme(b, max)))
    shown = next(b for b in bills if b["model"] == "Llama 3.1 405B")
    low, high = _extreme(shown, min), _extreme(shown, max)
    charts = {
        tag: {**_bill_chart(bills, tag), "params": [_summaries(bills, tag)]} for tag in BILL_WORDS
    }
    return Explorable(
        charts,
        title={
            "en": f"The same model costs ${low:.0f} million or ${high:.0f} million: it depends what you count",
            "bn": f"একই মডেলের খরচ ${_bn(low, 0)} মিলিয়নও হয়, ${_bn(high, 0)} মিলিয়নও: কী কী ধরছেন তার ওপর",
        },
        subtitle={
            "en": "Million US dollars. Hollow: an estimate. Filled: from the developer's own hours. "
            "Small and grey: the other models",
            "bn": "মিলিয়ন মার্কিন ডলার। ফাঁপা: অনুমান। ভরাট: নির্মাতার জানানো ঘণ্টা থেকে। ছোট ধূসর: অন্য মডেলগুলো",
        },
        description={
            "en": f"Four rows of dots on a scale of dollars where each line is ten times the one before: the "
            f"final run, amortised, cloud rental and purchase. For {shown['model']} the dots go from "
            f"{low:.0f} to {high:.0f} million dollars.",
            "bn": f"ডলারের স্কেলে চার সারি বিন্দু; প্রতিটি রেখা আগেরটির দশ গুণ: চূড়ান্ত রান, অবচয়, ক্লাউডে ভাড়া আর "
            f"যন্ত্র কেনা। {shown['model']}-এর বিন্দুগুলো {_bn(low, 0)} থেকে {_bn(high, 0)} মিলিয়ন ডলার পর্যন্ত।",
        },
        source={
            "en": "Epoch AI, cost estimates (2025, CC BY); developers' reports for the GPU hours",
            "bn": "Epoch AI-এর খরচের অনুমান (২০২৫, CC BY); জিপিইউ-ঘণ্টা নির্মাতাদের রিপোর্ট থেকে",
        },
        controls=[
            Choose(
                "model",
                {"en": "Model", "bn": "মডেল"},
                [{"value": b["model"], "label": b["model"]} for b in bills],
                value=shown["model"],
            )
        ],
        sentence=BILL_SENTENCE,
        table=[
            {
                k: round(v, 1) if isinstance(v, float) else v
                for k, v in {**b, "weights": _weights(b)}.items()
            }
            for b in bills
        ],
        columns={
            "model": {"en": "Model", "bn": "মডেল"},
            "weights": {"en": "Weights", "bn": "ওয়েট"},
            "run": {"en": "Final run at $2 an hour", "bn": "চূড়ান্ত রান, ঘণ্টায় $২"},
            "amortised": {"en": "Amortised", "bn": "অবচয়"},
            "updated": {"en": "Amortised, later estimate", "bn": "অবচয়, পরের হিসাব"},
            "cloud": {"en": "Cloud rental", "bn": "ক্লাউডে ভাড়া"},
            "purchase": {"en": "Purchase", "bn": "কেনা"},
        },
    )


def _weights(bill: Row) -> Row:
    return {"en": "open", "bn": "ওপেন"} if bill["open"] else {"en": "closed", "bn": "বন্ধ"}
