"""What fine-tuning needs: memory by method, its parts, and the cards it takes."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row, Words, records
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Control, Explorable

from .parts import Card, Method, chart

MODEL, CARD, METHOD = "Llama 3.1 8B", "RTX 4090", "lora"
PRESETS = ("Llama 3.2 3B", MODEL, "Mistral Small 3", "Llama 3.3 70B", "DeepSeek-V3")

TITLE = {
    "en": "To change all of an {size:.0f}-billion model takes {full:.0f}\u00a0GB; to train one percent beside it, "
    "{lora:.0f} or even {qlora:.0f}",
    "bn": "{size:.0f} বিলিয়নের মডেল পুরোটা বদলাতে লাগে {full:.0f}\u00a0জিবি; পাশে এক শতাংশ শেখালে {lora:.0f}, এমনকি {qlora:.0f}",
}
SUBTITLE = {
    "en": "Memory to fine-tune a model, in GB: a rule of thumb, and a least value. Above: three methods; hollow is "
    "frozen, filled is trained. Below: the chosen one, laid out over cards",
    "bn": "মডেল ফাইন-টিউন করতে কত জিবি মেমোরি লাগে: মোটামুটি হিসাব, অন্তত এতটা। ওপরে তিনটি পদ্ধতি; ফাঁপা অংশ স্থির, "
    "ভরাট অংশ শেখানো হচ্ছে। নিচে আপনার বাছা পদ্ধতিটি, কার্ডে কার্ডে সাজানো",
}
DESCRIPTION = {
    "en": "Three bars for the three methods, each cut into frozen weights, trained weights, gradients and optimiser. "
    "For {size:.0f} billion parameters full fine-tuning takes {full:.0f} GB, three quarters of it for the optimiser; "
    "LoRA with one percent trained {lora:.1f} GB, nearly all of it frozen weights; LoRA on 4 bits {qlora:.1f} GB. "
    "Below, rows of frames show how many cards of five kinds the chosen method fills.",
    "bn": "তিন পদ্ধতির তিনটি দণ্ড, প্রতিটি চার ভাগে: স্থির ওয়েট, শেখানো ওয়েট, গ্রেডিয়েন্ট আর অপটিমাইজার। {size:.0f} বিলিয়ন "
    "প্যারামিটারে পুরো ফাইন-টিউনিংয়ে লাগে {full:.0f} জিবি, যার চার ভাগের তিন ভাগই অপটিমাইজারের; এক শতাংশ শেখালে LoRA-য় "
    "{lora:.1f} জিবি, প্রায় সবটাই স্থির ওয়েট; ৪ বিটের ওপর LoRA-য় {qlora:.1f} জিবি। নিচে সারি সারি ঘরে দেখা যায়, বেছে নেওয়া "
    "পদ্ধতিতে পাঁচ রকম কার্ডের কয়টি করে লাগে।",
}
SOURCE = {
    "en": "Bytes: ZeRO (arXiv 1910.02054), LoRA (2106.09685), QLoRA (2305.14314). Cards, rents, parameters: Epoch AI "
    "(2026, CC BY); Meta's model card for Llama 3.1 8B",
    "bn": "বাইটের হিসাব: ZeRO (arXiv 1910.02054), LoRA (2106.09685), QLoRA (2305.14314)। কার্ড, ভাড়া, প্যারামিটার: "
    "Epoch AI (২০২৬, CC BY); Llama 3.1 8B: Meta-র মডেল কার্ড",
}
SENTENCE = {
    "en": "**{chosen.name}**: {params:,.3~f} billion × {how} ≈ **{need_gb} GB**, without room for the text. "
    '{count == 1 ? "It fits on **one " + card + "**" : "It takes **" + format(count, ",.0f") + " × " + card + "**, '
    'if it can be dealt out evenly"}{owned.low > 0 ? "; at the rents listed in March 2025 an hour costs " '
    '+ format(count * owned.low, "$,.2f") + " to " + format(count * owned.high, "$,.2f") + "." : '
    '"; we have no rent for this card."}',
    "bn": "**{chosen.name}**: {params:,.3~f} বিলিয়ন × {how} ≈ **{need_gb} জিবি**, লেখার জায়গা বাদে। "
    '{count == 1 ? "**একটি " + card + "** কার্ডেই ধরে" : "লাগে **" + format(count, ",.0f") + "টি " + card + "** কার্ড, '
    'সমান ভাগে ভাগ করা গেলে"}{owned.low > 0 ? "; ২০২৫-এর মার্চের ভাড়ায় এক ঘণ্টায় পড়ে " '
    '+ format(count * owned.low, "$,.2f") + " থেকে " + format(count * owned.high, "$,.2f") + "।" : '
    '"; এই কার্ডের ভাড়া আমাদের টেবিলে নেই।"}',
}
METHODS: dict[str, Words] = {
    "full": {"en": "Full fine-tuning", "bn": "পুরো ফাইন-টিউনিং"},
    "lora": {"en": "LoRA", "bn": "LoRA"},
    "qlora": {"en": "LoRA on 4 bits (QLoRA)", "bn": "৪ বিটে LoRA (QLoRA)"},
}
COLUMNS = {
    "model": {"en": "Model", "bn": "মডেল"},
    "parameters": {"en": "Billion parameters", "bn": "বিলিয়ন প্যারামিটার"},
    **{
        name: {"en": f"{words['en']}, GB", "bn": f"{words['bn']}, জিবি"}
        for name, words in METHODS.items()
    },
}


def what_tuning_needs(data: Data) -> Explorable:
    """Return parameters × bytes for three ways of fine-tuning, against the memory of cards."""
    needs = _needs(records(data, "tuning_needs"))
    methods = [_method(r) for r in records(data, "tuning_rule")]
    cards = _cards(data)
    figures = {"size": needs[MODEL]["parameters"], **{m: needs[MODEL][m] for m in METHODS}}
    return Explorable(
        {tag: chart(methods, cards, tag) for tag in TITLE},
        title=fill(TITLE, **figures),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[_params(needs), _methods(), _share(), _card(cards)],
        sentence=SENTENCE,
        table=[{**row, **{m: round(row[m], 1) for m in METHODS}} for row in needs.values()],
        columns=COLUMNS,
    )


def _needs(rows: list[Row]) -> dict[str, Row]:
    """Each model's gigabytes, by method."""
    known: dict[str, Row] = {}
    for r in rows:
        size = float(r["parameters_billion"])
        row = known.setdefault(r["model"], {"model": r["model"], "parameters": size})
        row[r["method"]] = float(r["memory_gb"])
    return known


def _method(rule: Row) -> Method:
    trained = [float(rule[f"{part}_bytes"]) for part in ("weights", "gradient", "optimiser")]
    return Method(
        rule["method"], METHODS[rule["method"]], float(rule["frozen_bytes"]), *trained
    )  # fmt: skip


def _cards(data: Data) -> list[Card]:
    rents = {r["card"]: r for r in records(data, "tuning_rents")}
    return [
        Card(
            r["card"],
            float(r["memory_gb"]),
            float(rents[r["card"]]["low_usd_per_hour"]) if r["card"] in rents else 0,
            float(rents[r["card"]]["high_usd_per_hour"]) if r["card"] in rents else 0,
        )
        for r in records(data, "gpu_cards")
    ]


# Controls


def _params(needs: dict[str, Row]) -> Control:
    words = {"en": "{x} · {m}", "bn": "{x} · {m}"}
    presets = [
        {"value": needs[m]["parameters"], "label": fill(words, x=needs[m]["parameters"], m=m)}
        for m in PRESETS
    ]
    return Control(
        "params",
        {"en": "Parameters of the model", "bn": "মডেলের প্যারামিটার"},
        min=0.5,
        max=700,
        step=0.5,
        value=needs[MODEL]["parameters"],
        format=",.3~f",
        suffix={"en": " billion", "bn": " বিলিয়ন"},
        presets=presets,
    )


def _methods() -> Choose:
    options = [{"value": name, "label": words} for name, words in METHODS.items()]
    return Choose("method", {"en": "Method", "bn": "পদ্ধতি"}, options, value=METHOD)


def _share() -> Control:
    return Control(
        "share",
        {"en": "Trained share (LoRA only)", "bn": "শেখানো অংশ (শুধু LoRA-য়)"},
        min=0.1,
        max=10,
        step=0.1,
        value=1,
        format=",.1~f",
        suffix={"en": "%", "bn": "%"},
    )


def _card(cards: list[Card]) -> Choose:
    words = {"en": "{name} ({gb:.0f} GB)", "bn": "{name} ({gb:.0f} জিবি)"}
    options = [{"value": c.name, "label": fill(words, name=c.name, gb=c.gb)} for c in cards]
    return Choose("card", {"en": "Your card", "bn": "আপনার কার্ড"}, options, value=CARD)
