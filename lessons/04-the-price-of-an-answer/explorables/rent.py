"""By the token or by the hour? From how many tokens a month a rented machine pays."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row, records
from kholapath.charts.words import fill
from kholapath_widgets import Control, Explorable

from .look import money
from .ray import HOURS, MOST_TOKENS, chart

SHOWN, CARDS, LISTED = "Llama 3.3 70B", 2, "2025-03"
SPEED = 1500.0  # tokens a second: an assumption, and the reader's to change

TITLE = {
    "en": "A machine by the hour pays only if it is busy, and fast enough",
    "bn": "ঘণ্টায় ভাড়া করা যন্ত্র পোষায় তখনই, যখন কাজ থাকে আর গতিও থাকে",
}
SUBTITLE = {
    "en": "US dollars a month for the tokens you use. Slanted line: by the token. Stairs: machines rented day and "
    f"night ({HOURS} hours a month), a further one when the first is full. Ring: where both cost the same",
    "bn": "যত টোকেন লাগে, তার মাসের খরচ, মার্কিন ডলারে। হেলানো রেখা: টোকেন গুনে দাম। সিঁড়ি: দিনরাত ভাড়া করা যন্ত্র "
    "(মাসে ৭৩০ ঘণ্টা), একটি ভরে গেলে আরেকটি। বৃত্ত: যেখানে দুই খরচ সমান",
}
DESCRIPTION = {
    "en": "Costs a month over tokens a month. The cost by the token is a straight line from zero. The cost by the hour is "
    "a staircase: flat while one machine is enough, then a step for each further machine. At {price} dollars for a "
    "million tokens and {rent} dollars an hour the two meet at about {even:.0f} million tokens a month, if the machine "
    "manages {speed:.0f} tokens a second.",
    "bn": "মাসের খরচ আর মাসের টোকেন। টোকেন গুনে খরচ শূন্য থেকে ওঠা সোজা রেখা। ঘণ্টা ধরে খরচ একটি সিঁড়ি: এক যন্ত্রে কুলালে সমান, "
    "তারপর প্রতিটি নতুন যন্ত্রে এক ধাপ। দশ লাখ টোকেন {price} ডলার আর ঘণ্টা {rent} ডলার হলে দুটি মেলে মাসে প্রায় "
    "{even:.0f} মিলিয়ন টোকেনে, যদি যন্ত্রটি সেকেন্ডে {speed:.0f}টি টোকেন সামলায়।",
}
SOURCE = {
    "en": "Prices, mixed 3:1: genai-prices (2026, MIT) and tokencost (2025, MIT). Rents: Epoch AI, listings of March 2025 (CC BY). "
    "Tokens a second: your assumption",
    "bn": "দাম (মিশ্র ৩:১): genai-prices (২০২৬, MIT) আর tokencost (২০২৫, MIT)। ভাড়া: Epoch AI, মার্চ ২০২৫-এর তালিকা (CC BY)। "
    "সেকেন্ডে কত টোকেন: আপনার ধরে নেওয়া",
}
SENTENCE = {
    "en": "**{tokens:,.0f} million** tokens a month cost **{api:$,.0f}** by the token and **{own:$,.0f}** by the hour "
    '({machines:.0f} {machines > 1 ? "machines" : "machine"}). '
    '{even <= cap ? "The two are first even at **" + format(even, ",.0f") + " million** tokens a month; one machine can do " '
    '+ format(cap, ",.0f") + " million at most." : "At this speed the machine never pays: even full to the brim it '
    'makes a million tokens for **" + format(full, "$,.2f") + "**."}',
    "bn": "মাসে **{tokens:,.0f} মিলিয়ন** টোকেনের খরচ টোকেন গুনে **{api:$,.0f}**, ঘণ্টা ধরে **{own:$,.0f}** "
    "({machines:.0f}টি যন্ত্র)। "
    '{even <= cap ? "দুটি প্রথম সমান হয় মাসে **" + format(even, ",.0f") + " মিলিয়ন** টোকেনে; একটি যন্ত্রে বড়জোর " '
    '+ format(cap, ",.0f") + " মিলিয়ন হয়।" : "এই গতিতে যন্ত্র কখনোই পোষায় না: পুরো ভরা থাকলেও দশ লাখ টোকেন বানাতে লাগে **" '
    '+ format(full, "$,.2f") + "**।"}',
}
COLUMNS = {
    "price": {"en": "A million tokens, $", "bn": "দশ লাখ টোকেন, $"},
    "rent": {"en": "An hour, $", "bn": "এক ঘণ্টা, $"},
    "even": {"en": "Even at, million tokens a month", "bn": "সমান হয়, মাসে মিলিয়ন টোকেনে"},
    "speed": {"en": "Tokens a second needed", "bn": "সেকেন্ডে অন্তত কত টোকেন"},
}


def token_or_hour(data: Data) -> Explorable:
    """Return the cost by the token and by the hour, and where they meet."""
    blends = _blends(data)
    rents = [
        float(r["usd_per_hour"])
        for r in records(data, "gpu_hourly_prices")
        if str(r["date"]).startswith(LISTED)
    ]
    low, high = (CARDS * round(rent, 2) for rent in (min(rents), max(rents)))
    price = blends[1]
    figures: Row = {"price": round(price, 2), "rent": low, "even": low * HOURS / price}
    return Explorable(
        {tag: chart(tag) for tag in TITLE},
        title=TITLE,
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures, speed=SPEED),
        source=SOURCE,
        controls=[_tokens(), _price(*blends), _rent(low, high), _speed()],
        sentence=SENTENCE,
        table=[_table_row(p, rent) for p in blends for rent in (low, high)],
        columns=COLUMNS,
    )


def _blends(data: Data) -> tuple[float, float, float]:
    """The lowest and the highest host of an open model, and a closed model: mixed prices."""
    hosts = [float(r["usd_blend"]) for r in records(data, "host_prices") if r["model"] == SHOWN]
    closed = [
        float(r["usd_blend"]) for r in records(data, "answer_prices") if r["model"] == "GPT-4o"
    ]
    return min(hosts), max(hosts), closed[-1]


def _table_row(price: float, rent: float) -> Row:
    return {
        "price": round(price, 2),
        "rent": rent,
        "even": round(rent * HOURS / price),
        "speed": round(rent / price * 1e6 / 3600),
    }


# Controls


def _tokens() -> Control:
    words = {"en": "{x:.0f}", "bn": "{x:.0f}"}
    return Control(
        "tokens",
        {"en": "Tokens you use in a month", "bn": "মাসে আপনার টোকেন লাগে"},
        min=0,
        max=MOST_TOKENS,
        step=50,
        value=1000,
        format=",.0f",
        suffix={"en": " million", "bn": " মিলিয়ন"},
        presets=[{"value": x, "label": fill(words, x=float(x))} for x in (50, 500, 3500, 8000)],
    )


def _price(low: float, high: float, closed: float) -> Control:
    named = {
        low: {"en": f"{SHOWN}, cheapest host", "bn": f"{SHOWN}, সবচেয়ে সস্তা হোস্ট"},
        high: {"en": f"{SHOWN}, dearest host", "bn": f"{SHOWN}, সবচেয়ে দামি হোস্ট"},
        closed: {"en": "GPT-4o (closed)", "bn": "GPT-4o (বন্ধ)"},
    }
    presets = [
        {"value": x, "label": {t: f"{money(x, t)} · {words[t]}" for t in words}}
        for x, words in named.items()
    ]
    return Control(
        "price",
        {"en": "By the token: a million cost", "bn": "টোকেন গুনে: দশ লাখের দাম"},
        min=0.05,
        max=5,
        step=0.05,
        value=high,
        format="$,.2f",
        presets=presets,
    )


def _rent(low: float, high: float) -> Control:
    named = {
        low: {"en": "{n:.0f} × H100, lowest listing", "bn": "{n:.0f} × H100, সবচেয়ে কম"},
        high: {"en": "{n:.0f} × H100, highest", "bn": "{n:.0f} × H100, সবচেয়ে বেশি"},
    }
    presets = [
        {
            "value": x,
            "label": {t: f"{money(x, t)} · {fill(words, n=float(CARDS))[t]}" for t in words},
        }
        for x, words in named.items()
    ]
    return Control(
        "rent",
        {"en": "By the hour: the machine costs", "bn": "ঘণ্টা ধরে: যন্ত্রের ভাড়া"},
        min=0.5,
        max=25,
        step=0.1,
        value=low,
        format="$,.2f",
        presets=presets,
    )


def _speed() -> Control:
    return Control(
        "speed",
        {
            "en": "Assumed: tokens a second it gets through",
            "bn": "ধরে নেওয়া: সেকেন্ডে কত টোকেন সামলায়",
        },
        min=100,
        max=5000,
        step=100,
        value=SPEED,
        format=",.0f",
    )
