"""What a million tokens cost: every listed price since 2024, and four stories in them."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row, Words, records
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Explorable

from .look import decimal_year, money, times
from .steps import Price, Story, chart

KINDS: dict[str, Words] = {
    "usd_in": {"en": "sent in", "bn": "ইনপুট"},
    "usd_out": {"en": "that come out", "bn": "আউটপুট"},
}
TITLE = {
    "en": "Closed prices fell too, and one open model's price rose",
    "bn": "বন্ধ মডেলের দামও কমেছে, আর একটি ওপেন মডেলের দাম বেড়েছে",
}
SUBTITLE = {
    "en": "US dollars for a million tokens, January 2024 to September 2025. On the scale each line is ten times the "
    "one below. Circle: open weights. Diamond: closed. Grey: all other prices in the table",
    "bn": "দশ লাখ টোকেনের দাম, মার্কিন ডলারে, জানুয়ারি ২০২৪ থেকে সেপ্টেম্বর ২০২৫। স্কেলে প্রতিটি রেখা নিচেরটির দশ গুণ। "
    "গোল: ওপেন ওয়েট। হীরা-চিহ্ন: বন্ধ। ধূসর: টেবিলের বাকি সব দাম",
}
DESCRIPTION = {
    "en": "Lines over time, one for each price of a model, on a scale where each line of the grid is ten times the one "
    "below. For tokens sent in, GPT-4 stands at {gpt4:.0f} dollars, GPT-4o at {o_first:.0f} and later {o_later}, GPT-5 at "
    "{gpt5}; all are closed. o1 stands at {o1:.0f}, DeepSeek R1 at {r1}. DeepSeek chat goes up, from {chat} to "
    "{chat_later}. The closed GPT-4o mini ({mini}) lies below the open Mistral NeMo ({nemo}).",
    "bn": "সময়ের সঙ্গে রেখা, মডেলের প্রতিটি দামের জন্য একটি; স্কেলে প্রতিটি রেখা নিচেরটির দশ গুণ। ইনপুট টোকেনে GPT-4-এর দাম "
    "{gpt4:.0f} ডলার, GPT-4o-র {o_first:.0f}, পরে {o_later}, GPT-5-এর {gpt5}; তিনটিই বন্ধ। o1-এর দাম {o1:.0f}, "
    "DeepSeek R1-এর {r1}। DeepSeek chat-এর দাম বাড়ে, {chat} থেকে {chat_later}। বন্ধ GPT-4o mini ({mini}) ওপেন "
    "Mistral NeMo-র ({nemo}) নিচে।",
}
SOURCE = {
    "en": "tokencost price file, 95 snapshots to September 2025 (MIT); list prices, and its dates lag behind the vendors'",
    "bn": "tokencost-এর দামের ফাইল, সেপ্টেম্বর ২০২৫ পর্যন্ত ৯৫টি সংস্করণ (MIT); তালিকার দাম, আর তারিখগুলো আসলের কিছু পরে",
}
COLUMNS = {
    "model": {"en": "Model", "bn": "মডেল"},
    "weights": {"en": "Weights", "bn": "ওয়েট"},
    "since": {"en": "First seen", "bn": "প্রথম দেখা"},
    "in": {"en": "Million in, $", "bn": "দশ লাখ ইনপুট, $"},
    "out": {"en": "Million out, $", "bn": "দশ লাখ আউটপুট, $"},
}
WEIGHTS = {True: {"en": "open", "bn": "ওপেন"}, False: {"en": "closed", "bn": "বন্ধ"}}

# A story: who is named in it, which two prices it compares, and its sentence, by who is cheaper.
STORIES: dict[str, Story] = {
    "flagship": Story(
        {"en": "OpenAI's best", "bn": "OpenAI-এর সেরা"},
        ("GPT-4", "GPT-4 Turbo", "GPT-4o", "GPT-5"),
        (("GPT-4", 0), ("GPT-5", 0)),
        high=0.45,
    ),
    "thinking": Story(
        {"en": "Models that think first", "bn": "আগে ভাবে, পরে বলে"},
        ("o1", "o1-mini", "DeepSeek R1", "o3"),
        (("o1", 0), ("DeepSeek R1", 0)),
        high=0.75,
    ),
    "rise": Story(
        {"en": "A price that rose", "bn": "যে দাম বেড়েছে"},
        ("DeepSeek chat",),
        (("DeepSeek chat", 0), ("DeepSeek chat", 1)),
        high=0.5,
        left=False,
    ),
    "cheap": Story(
        {"en": "The cheap ones", "bn": "সস্তাগুলো"},
        ("Mistral NeMo", "GPT-4o mini", "Gemini 2.0 Flash"),
        (("Mistral NeMo", 0), ("GPT-4o mini", 0)),
        high=0.5,
    ),
}
SENTENCES: dict[str, Words] = {
    "flagship": {
        "en": "For a million tokens {kind} **GPT-4** asked **{a}**; its successor **GPT-5**, a year and a half later, "
        "**{b}**: **{times} times** less. No open weights here: both are closed.",
        "bn": "দশ লাখ {kind} টোকেনে **GPT-4**-এর দাম ছিল **{a}**; দেড় বছর পর তার উত্তরসূরি **GPT-5**-এর **{b}**, "
        "**{times} ভাগের এক ভাগ**। ওপেন ওয়েট এখানে নেই, দুটিই বন্ধ।",
    },
    "thinking": {
        "en": "For a million tokens {kind} the closed **o1** asked **{a}**, **DeepSeek R1** with open weights **{b}**: "
        "**{times} times** less. In the same weeks the closed o1-mini became cheaper. Why, the table does not say.",
        "bn": "দশ লাখ {kind} টোকেনে বন্ধ **o1**-এর দাম **{a}**, ওপেন ওয়েটের **DeepSeek R1**-এর **{b}**, "
        "**{times} ভাগের এক ভাগ**। ওই সপ্তাহগুলোতেই বন্ধ o1-mini-র দাম কমে। কেন, টেবিলে তা লেখা নেই।",
    },
    "rise": {
        "en": "For a million tokens {kind} **DeepSeek chat** was listed at **{a}**, from February 2025 at **{b}**: "
        "**{times} times** as much. Several versions stood behind the name, all with open weights.",
        "bn": "দশ লাখ {kind} টোকেনে **DeepSeek chat**-এর দাম ছিল **{a}**, ফেব্রুয়ারি ২০২৫ থেকে **{b}**, মানে "
        "**{times} গুণ**। এই নামের পেছনে ছিল কয়েকটি সংস্করণ, সবগুলোর ওয়েটই ওপেন।",
    },
    "cheap": {
        "en": "For a million tokens {kind} **Mistral NeMo** (open weights) asked **{a}**, **GPT-4o mini** (closed) **{b}**, "
        "in the same month. Here {cheaper} is the cheaper; the other asks {times} times as much.",
        "bn": "দশ লাখ {kind} টোকেনে **Mistral NeMo**-র (ওপেন ওয়েট) দাম **{a}**, একই মাসে **GPT-4o mini**-র (বন্ধ) **{b}**। "
        "এখানে {cheaper} সস্তা; অন্যটির দাম {times} গুণ।",
    },
}
CHEAPER = {
    True: {"en": "the closed one", "bn": "বন্ধটি"},
    False: {"en": "the open one", "bn": "ওপেনটি"},
}


def price_history(data: Data) -> Explorable:
    """Return every listed price over time, with one story at a time drawn out of it."""
    prices = _prices(data)
    said = {
        tag: {s + kind: _sentence(s, kind, prices, tag) for s in STORIES for kind in KINDS}
        for tag in TITLE
    }
    options = [{"value": name, "label": story.name} for name, story in STORIES.items()]
    kinds = [{"value": name, "label": words} for name, words in KINDS.items()]
    return Explorable(
        {tag: chart(prices, STORIES, said[tag], tag) for tag in TITLE},
        title=TITLE,
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **_figures(prices)),
        source=SOURCE,
        controls=[
            Choose("story", {"en": "Follow", "bn": "কাদের দেখবেন"}, options, value="thinking"),
            Choose("kind", {"en": "Tokens", "bn": "টোকেন"}, kinds, value="usd_in"),
        ],
        sentence=dict.fromkeys(TITLE, "{told}"),
        table=[_table_row(p) for p in sorted(prices, key=lambda p: p.since)],
        columns=COLUMNS,
    )


def _prices(data: Data) -> list[Price]:
    by_model: dict[str, list[Row]] = {}
    for row in records(data, "answer_prices"):
        by_model.setdefault(row["model"], []).append(row)
    return [
        # between two snapshots the old price is taken to have stood
        _price(row, nth, own[nth + 1]["first_seen"] if nth + 1 < len(own) else row["last_seen"])
        for own in by_model.values()
        for nth, row in enumerate(own)
    ]


def _price(row: Row, nth: int, until: str) -> Price:
    return Price(
        model=row["model"],
        nth=nth,
        open=row["weights"] != "closed",
        since=str(row["first_seen"])[:10],
        start=decimal_year(row["first_seen"]),
        end=decimal_year(until),
        usd={kind: float(row[kind]) for kind in KINDS},
    )


def _pick(prices: list[Price], model: str, nth: int = 0) -> Price:
    return next(p for p in prices if (p.model, p.nth) == (model, nth))


def _sentence(story: str, kind: str, prices: list[Price], tag: str) -> str:
    a, b = (_pick(prices, *which).usd[kind] for which in STORIES[story].compared)
    return SENTENCES[story][tag].format(
        kind=KINDS[kind][tag],
        a=money(a, tag),
        b=money(b, tag),
        times=times(max(a, b) / min(a, b), tag),
        cheaper=CHEAPER[b < a][tag],
    )


def _figures(prices: list[Price]) -> dict[str, float | str]:
    named = {
        "gpt4": ("GPT-4", 0),
        "o_first": ("GPT-4o", 0),
        "o_later": ("GPT-4o", 1),
        "gpt5": ("GPT-5", 0),
        "o1": ("o1", 0),
        "r1": ("DeepSeek R1", 0),
        "chat": ("DeepSeek chat", 0),
        "chat_later": ("DeepSeek chat", 1),
        "mini": ("GPT-4o mini", 0),
        "nemo": ("Mistral NeMo", 0),
    }
    return {name: _pick(prices, *which).usd["usd_in"] for name, which in named.items()}


def _table_row(p: Price) -> Row:
    usd = {"in": p.usd["usd_in"], "out": p.usd["usd_out"]}
    return {"model": p.model, "weights": WEIGHTS[p.open], "since": p.since, **usd}
