"""What the same sentence costs: its tokens in two languages, and their price."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row, Words, records
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Control, Explorable

from .squares import Tokens, chart

MUCH = 10_000  # sentences that the bill is made for
ENGLISH, OTHER, SHOWN = "English", "Bengali", "GPT-4"

TITLE = {
    "en": "The same sentences in Bengali take from {least:.2f} to {most:.1f} times the tokens of English: the "
    "tokenizer decides",
    "bn": "একই বাক্যে বাংলায় ইংরেজির {least:.2f} থেকে {most:.1f} গুণ টোকেন লাগে: ঠিক করে টোকেনাইজার",
}
SUBTITLE = {
    "en": "One square: one token of an average sentence. Solid: as many as English takes. Framed: what comes on top",
    "bn": "এক ঘর: গড় একটি বাক্যের এক টোকেন। নিরেট: ইংরেজিতে যত লাগে। ঘের দেওয়া: তার বাড়তি যেটুকু",
}
DESCRIPTION = {
    "en": "Two fields of small squares, one square a token. An average English sentence takes {en:.1f} tokens with "
    "the tokenizer of {model}; its translation into Bengali takes {bn:.1f}, {times:.1f} times as many. With BLOOM "
    "and MuRIL the two fields are nearly alike; with GPT-2 the Bengali one is almost ten times as large.",
    "bn": "ছোট ছোট ঘরের দুটি মাঠ, এক ঘরে এক টোকেন। {model}-এর টোকেনাইজারে গড় একটি ইংরেজি বাক্যে লাগে {en:.1f}টি টোকেন, "
    "তার বাংলা অনুবাদে {bn:.1f}টি, মানে {times:.1f} গুণ। BLOOM আর MuRIL-এ দুটি মাঠ প্রায় সমান; GPT-2-তে বাংলারটি প্রায় "
    "দশ গুণ।",
}
SOURCE = {
    "en": "Petrov et al. (2023, MIT) for GPT-2, GPT-4, BLOOM, MuRIL; measured for this course for Llama 3 and Mistral. "
    "Sentences: FLORES-200 (CC BY-SA 4.0). Prices of input: tokencost, September 2025 (MIT)",
    "bn": "GPT-2, GPT-4, BLOOM, MuRIL: Petrov ও অন্যরা (২০২৩, MIT); Llama 3 আর Mistral: এই কোর্সের জন্য মাপা। "
    "বাক্য: FLORES-200 (CC BY-SA 4.0)। ইনপুটের দাম: tokencost, সেপ্টেম্বর ২০২৫ (MIT)",
}
SENTENCE = {
    "en": "With the tokenizer of **{model}** an average sentence takes **{english:.1f}** tokens in English and "
    "**{tokens:.1f}** in {spoken}, **{times:.3~r} times** as many. At **{price:$,.2f}** for a million tokens, "
    f"{MUCH:,} such sentences cost **{{english_bill}}** in English and "
    "**{tokens_bill}** in {spoken}.",
    "bn": "**{model}**: এর টোকেনাইজারে গড় একটি বাক্যে ইংরেজিতে লাগে **{english:.1f}টি** টোকেন, {spoken} **{tokens:.1f}টি**, "
    "মানে **{times:.3~r} গুণ**। দশ লাখ টোকেনের দাম **{price:$,.2f}** হলে এমন ১০,০০০টি বাক্যের খরচ ইংরেজিতে "
    "**{english_bill}**, {spoken} **{tokens_bill}**।",
}
LANGUAGES: dict[str, Words] = {
    "Bengali": {"en": "Bengali", "bn": "বাংলা"},
    "Hindi": {"en": "Hindi", "bn": "হিন্দি"},
    "Swahili": {"en": "Swahili", "bn": "সোয়াহিলি"},
    "French": {"en": "French", "bn": "ফরাসি"},
}
COLUMNS = {
    "model": {"en": "Tokenizer of", "bn": "কার টোকেনাইজার"},
    "weights": {"en": "Weights", "bn": "ওয়েট"},
    "english": {"en": "Tokens, English", "bn": "টোকেন, ইংরেজি"},
    **{name: {"en": f"{w['en']}, times", "bn": f"{w['bn']}, গুণ"} for name, w in LANGUAGES.items()},
    "basis": {"en": "Counted", "bn": "কার গোনা"},
}
WEIGHTS = {"open": {"en": "open", "bn": "ওপেন"}, "closed": {"en": "closed", "bn": "বন্ধ"}}
BASIS = {
    "published": {"en": "published", "bn": "প্রকাশিত"},
    "measured": {"en": "for this course", "bn": "এই কোর্সের জন্য"},
}


def same_sentence(data: Data) -> Explorable:
    """Return the tokens of a sentence in English and another language, and the bill for them."""
    known = _tokens(data)
    shown = known[SHOWN]
    times = [t.of[OTHER] / t.of[ENGLISH] for t in known.values()]
    figures: Row = {
        "model": SHOWN,
        "en": shown.of[ENGLISH],
        "bn": shown.of[OTHER],
        "times": shown.of[OTHER] / shown.of[ENGLISH],
        "least": min(times),
        "most": max(times),
    }
    return Explorable(
        {tag: chart(known, LANGUAGES, MUCH, tag) for tag in TITLE},
        title=fill(TITLE, **figures),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[_model(known), _language(), _price(data)],
        sentence=SENTENCE,
        table=[_table_row(t) for t in known.values()],
        columns=COLUMNS,
    )


def _tokens(data: Data) -> dict[str, Tokens]:
    known: dict[str, Tokens] = {}
    for r in records(data, "language_tokens"):
        name = r["model"]
        row = known.setdefault(name, Tokens(name, r["weights"] == "open", r["basis"], {}))
        row.of[r["language"]] = float(r["tokens_per_sentence"])
    return known


def _table_row(tokens: Tokens) -> Row:
    english = tokens.of[ENGLISH]
    times = {name: round(tokens.of[name] / english, 2) for name in LANGUAGES}
    weights = WEIGHTS["open" if tokens.open else "closed"]
    return {
        "model": tokens.model,
        "weights": weights,
        "english": english,
        **times,
        "basis": BASIS[tokens.basis],
    }


# Controls


def _model(known: dict[str, Tokens]) -> Choose:
    words = {"en": "{m} ({w})", "bn": "{m} ({w})"}
    options = [
        {
            "value": name,
            "label": {
                tag: words[tag].format(m=name, w=WEIGHTS["open" if t.open else "closed"][tag])
                for tag in words
            },
        }
        for name, t in known.items()
    ]
    label = {"en": "Tokenizer of (weights)", "bn": "কার টোকেনাইজার (ওয়েট)"}
    return Choose("model", label, options, value=SHOWN)


def _language() -> Choose:
    options = [{"value": name, "label": words} for name, words in LANGUAGES.items()]
    return Choose("language", {"en": "English against", "bn": "ইংরেজির পাশে"}, options, value=OTHER)


def _price(data: Data) -> Control:
    prices = {r["model"]: float(r["usd_per_million_tokens"]) for r in records(data, "entry_prices")}
    words = {"en": "${x:.2f} · {m}", "bn": "${x:.2f} · {m}"}
    presets = [
        {"value": prices[name], "label": fill(words, x=prices[name], m=name)}
        for name in ("GPT-4", "GPT-4o", "Mistral NeMo", "GPT-4o mini")
    ]
    return Control(
        "price",
        {"en": "A million tokens cost", "bn": "দশ লাখ টোকেনের দাম"},
        min=0.05,
        max=prices["GPT-4"],
        step=0.05,
        value=prices["GPT-4"],
        format="$,.2f",
        presets=presets,
    )
