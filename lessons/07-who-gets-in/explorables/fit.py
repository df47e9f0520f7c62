"""Does it fit on this card? A model's block beside the memories of six machines."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row, Words, records
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Control, Explorable

from .shelves import Machine, chart

SERVER = 8  # cards in one machine, as in the speedrun of lesson 1
IN_SERVER = "H100"
SMALL, LARGE = "Llama 3.1 8B", "Llama 3.3 70B"
SHOWN = "RTX 4090"

TITLE = {
    "en": "{small:.0f}\u00a0billion parameters fit on a gaming card of {gb:.0f}\u00a0GB; {large:.0f}\u00a0billion do not, "
    "even at 4 bits",
    "bn": "{small:.0f}\u00a0বিলিয়ন প্যারামিটার {gb:.0f}\u00a0জিবির গেমিং কার্ডে ধরে; {large:.0f}\u00a0বিলিয়ন ধরে না, ৪ বিটেও নয়",
}
SUBTITLE = {
    "en": "Memory to run a model, in GB (an estimate), against the memory of six machines. "
    "Frame: the machine. Filled: the model. Dashed: what does not fit",
    "bn": "মডেল চালাতে কত জিবি মেমোরি লাগে (অনুমান), আর ছয়টি যন্ত্রে কত আছে। কাঠামো: যন্ত্র। ভরাট: মডেল। "
    "কাটা-কাটা রেখা: যেটুকু ধরে না",
}
DESCRIPTION = {
    "en": "Six frames, one under the other, as long as a machine has memory: from {least:.0f} GB (RTX 2080 Ti) "
    "to {most:.0f} GB (eight H100 together). In each lies a bar as long as the model needs. A model of {large:.0f} "
    "billion parameters at 16 bits needs about {need:.0f} GB: it sticks out of the first four, and fits into "
    "the MI300X and the eight H100.",
    "bn": "একটির নিচে আরেকটি, ছয়টি কাঠামো; যন্ত্রের মেমোরি যত, কাঠামো তত লম্বা: {least:.0f} জিবি (RTX 2080 Ti) থেকে "
    "{most:.0f} জিবি (একসঙ্গে আটটি H100)। প্রতিটির ভেতরে একটি দণ্ড, মডেলের যত লাগে তত লম্বা। ১৬ বিটে {large:.0f} বিলিয়ন "
    "প্যারামিটারের মডেলের লাগে প্রায় {need:.0f} জিবি; প্রথম চারটি থেকে তা বেরিয়ে থাকে, MI300X আর আটটি H100-এ ধরে।",
}
SOURCE = {
    "en": "Epoch AI (2026, CC BY): memory of the cards, parameters; Meta's model card for Llama 3.1 8B; "
    "rule of thumb: EleutherAI, Transformer Math 101 (2023)",
    "bn": "Epoch AI (২০২৬, CC BY): কার্ডের মেমোরি, প্যারামিটার; Llama 3.1 8B: Meta-র মডেল কার্ড; "
    "মোটামুটি হিসাবের সূত্র: EleutherAI, Transformer Math 101 (২০২৩)",
}
SENTENCE = {
    "en": "**{params:,.3~f} billion** parameters × {bytes:,.1~f} {bytes > 1 ? 'bytes' : 'byte'} × {factor:.1f} ≈ "
    "**{need_gb} GB**. {machine.long} has {machine.gb:,.0f} GB: "
    '{free >= 0 ? "the model **fits**, and " + free_gb + " GB stay free." : "**" + free_gb '
    '+ " GB short**. On paper it takes " + format(count, ",.0f") + " of them."}',
    "bn": "**{params:,.3~f} বিলিয়ন** প্যারামিটার × {bytes:,.1~f} বাইট × {factor:.1f} ≈ **{need_gb} জিবি**। "
    "{machine.long} আছে {machine.gb:,.0f} জিবি: "
    '{free >= 0 ? "মডেলটি **ধরে**, খালি থাকে " + free_gb + " জিবি।" : "**" + free_gb '
    '+ " জিবি কম পড়ে**। খাতা-কলমের হিসাবে এমন " + format(count, ",.0f") + "টি লাগে।"}',
}
# The machine as the sentence begins with it.
BEGINS: dict[bool, Words] = {
    False: {"en": "One {card}", "bn": "একটি {card} কার্ডে"},
    True: {"en": "A server of {n:.0f} {card}", "bn": "{n:.0f}টি {card}-এর সার্ভারে"},
}
NAMED: Words = {"en": "{n:.0f} × {card}, one server", "bn": "{n:.0f} × {card}, একটি সার্ভার"}
COLUMNS = {
    "model": {"en": "Model", "bn": "মডেল"},
    "parameters": {"en": "Billion parameters", "bn": "বিলিয়ন প্যারামিটার"},
    "b16": {"en": "GB at 16 bits", "bn": "১৬ বিটে জিবি"},
    "b8": {"en": "GB at 8 bits", "bn": "৮ বিটে জিবি"},
    "b4": {"en": "GB at 4 bits", "bn": "৪ বিটে জিবি"},
}


def does_it_fit(data: Data) -> Explorable:
    """Return parameters × bytes × factor, against the memory of cards."""
    models = records(data, "open_model_sizes")
    rule = records(data, "memory_rule")
    machines = _machines(data)
    by_name = {m["model"]: m for m in models}
    small, large = by_name[SMALL], by_name[LARGE]
    figures = {
        "small": float(small["parameters_billion"]),
        "large": float(large["parameters_billion"]),
        "gb": next(m.gb for m in machines if m.id == SHOWN),
        "least": min(m.gb for m in machines),
        "most": max(m.gb for m in machines),
        "need": float(large["gb_at_16_bits"]),
    }
    return Explorable(
        {tag: chart(machines, float(rule[0]["factor"]), tag) for tag in TITLE},
        title=fill(TITLE, **figures),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[_params(models), _bits(rule), _card(machines)],
        sentence=SENTENCE,
        table=[_table_row(m) for m in models],
        columns=COLUMNS,
    )


def _machines(data: Data) -> list[Machine]:
    cards = [(r["card"], float(r["memory_gb"])) for r in records(data, "gpu_cards")]
    one = [Machine(card, gb, {"en": card, "bn": card}, _begins(card, 1)) for card, gb in cards]
    memory = SERVER * dict(cards)[IN_SERVER]
    name = fill(NAMED, n=float(SERVER), card=IN_SERVER)
    return [*one, Machine("server", memory, name, _begins(IN_SERVER, SERVER))]


def _begins(card: str, count: int) -> Words:
    return fill(BEGINS[count > 1], card=card, n=float(count))


def _table_row(model: Row) -> Row:
    sizes = {f"b{bits}": round(model[f"gb_at_{bits}_bits"], 1) for bits in (16, 8, 4)}
    return {"model": model["model"], "parameters": model["parameters_billion"], **sizes}


# Controls


def _params(models: list[Row]) -> Control:
    presets = [
        {
            "value": m["parameters_billion"],
            "label": fill({"en": "{x} · {m}", "bn": "{x} · {m}"}, x=float(m["parameters_billion"]), m=m["model"]),
        }
        for m in models
        if m["model"] in ("Llama 3.2 3B", SMALL, "Mistral Small 3", LARGE, "DeepSeek-V3")
    ]  # fmt: skip
    return Control(
        "params",
        {"en": "Parameters of the model", "bn": "মডেলের প্যারামিটার"},
        min=0.5,
        max=700,
        step=0.5,
        value=next(m["parameters_billion"] for m in models if m["model"] == LARGE),
        format=",.3~f",
        suffix={"en": " billion", "bn": " বিলিয়ন"},
        presets=presets,
    )


def _bits(rule: list[Row]) -> Choose:
    words = {"en": "{n:.0f} bits", "bn": "{n:.0f} বিট"}
    options = [
        {"value": r["bytes_per_parameter"], "label": fill(words, n=float(r["bits"]))} for r in rule
    ]
    return Choose("bytes", {"en": "Each number is kept in", "bn": "প্রতিটি সংখ্যার জন্য"}, options)


def _card(machines: list[Machine]) -> Choose:
    words = {"en": "{name} ({gb:.0f} GB)", "bn": "{name} ({gb:.0f} জিবি)"}
    options = [
        {"value": m.id, "label": {t: fill(words, name=m.name[t], gb=m.gb)[t] for t in words}}
        for m in machines
    ]
    return Choose("card", {"en": "Your machine", "bn": "আপনার যন্ত্র"}, options, value=SHOWN)
