"""One model, many hosts: the same weights, and what each company asks for running them."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row, records
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Control, Explorable

from .strip import Host, chart

SHOWN, MIXED = "Llama 3.3 70B", 75  # percent of the tokens that go in: three for one

TITLE = {
    "en": "The same weights, {n:.0f} hosts, and prices {times:.1f} times apart",
    "bn": "একই ওয়েট, {n:.0f}টি হোস্ট, দামে {times:.1f} গুণ ফারাক",
}
SUBTITLE = {
    "en": "US dollars for a million tokens of {model} and two more models with open weights, by company that runs it. "
    "Change the mixture: tokens that come out mostly cost more",
    "bn": "দশ লাখ টোকেনের দাম, মার্কিন ডলারে: {model} আর আরও দুটি ওপেন ওয়েটের মডেল, কোন কোম্পানি কত নেয়। মিশ্রণটা বদলে দেখুন: "
    "আউটপুটের দাম সাধারণত বেশি",
}
DESCRIPTION = {
    "en": "A list of companies, each with a dot at its price. For {model}, at three tokens in for one out, they go from "
    "{low:.2f} dollars for a million tokens ({lowest}) to {high:.2f} ({highest}); the others lie spread between them.",
    "bn": "কোম্পানির একটি তালিকা, প্রত্যেকের দামে একটি বিন্দু। {model}-এ তিনটি ইনপুটে একটি আউটপুট ধরলে দশ লাখ টোকেনের দাম "
    "{low:.2f} ডলার ({lowest}) থেকে {high:.2f} ({highest}); বাকিরা মাঝখানে ছড়িয়ে।",
}
SOURCE = {
    "en": "genai-prices, August 2026 (MIT); checked at different dates in 2025 and 2026, many without a date",
    "bn": "genai-prices, আগস্ট ২০২৬ (MIT); ২০২৫ আর ২০২৬-এর নানা তারিখে দেখা, অনেকগুলোর তারিখ নেই",
}
SENTENCE = {
    "en": "**{model}** with **{share:.0f}** of 100 tokens going in: **{cheap:$,.2f}** at {cheapest}, **{dear:$,.2f}** at "
    "{dearest}. The same weights, **{dear / cheap:,.1f} times** the price.",
    "bn": "**{model}**, ১০০ টোকেনের **{share:.0f}টি** ইনপুট হলে: সবচেয়ে কম **{cheap:$,.2f}** ({cheapest}), সবচেয়ে বেশি "
    "**{dear:$,.2f}** ({dearest})। ওয়েট একই, দাম **{dear / cheap:,.1f} গুণ**।",
}
COLUMNS = {
    "model": {"en": "Model", "bn": "মডেল"},
    "host": {"en": "Host", "bn": "হোস্ট"},
    "in": {"en": "Million in, $", "bn": "দশ লাখ ইনপুট, $"},
    "out": {"en": "Million out, $", "bn": "দশ লাখ আউটপুট, $"},
    "mixed": {"en": "Mixed 3:1, $", "bn": "মিশ্র ৩:১, $"},
}


def one_model_many_hosts(data: Data) -> Explorable:
    """Return the hosts of one model, and their prices at a mixture that the reader chooses."""
    hosts = _hosts(data)
    own = hosts[SHOWN]
    figures: Row = {
        "model": SHOWN,
        "n": float(len(own)),
        "low": own[0].mixed,
        "high": own[-1].mixed,
        "lowest": own[0].name,
        "highest": own[-1].name,
        "times": own[-1].mixed / own[0].mixed,
    }
    words = {"en": "{m} ({n:.0f} hosts)", "bn": "{m} ({n:.0f}টি হোস্ট)"}
    options = [{"value": m, "label": fill(words, m=m, n=float(len(of)))} for m, of in hosts.items()]
    return Explorable(
        {tag: chart(hosts) for tag in TITLE},
        title=fill(TITLE, **figures),
        subtitle=fill(SUBTITLE, model=SHOWN),
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[
            Choose("model", {"en": "Model", "bn": "মডেল"}, options, value=SHOWN),
            _share(),
        ],
        sentence=SENTENCE,
        table=[_table_row(m, h) for m, of in hosts.items() for h in of],
        columns=COLUMNS,
    )


def _hosts(data: Data) -> dict[str, list[Host]]:
    hosts: dict[str, list[Host]] = {}
    for r in records(data, "host_prices"):
        host = Host(r["host"], float(r["usd_in"]), float(r["usd_out"]), float(r["usd_blend"]))
        hosts.setdefault(r["model"], []).append(host)
    by_size = sorted(hosts.items(), key=lambda item: -len(item[1]))
    return {model: sorted(of, key=lambda h: h.mixed) for model, of in by_size}


def _share() -> Control:
    presets = [
        (0, {"en": "only answers", "bn": "শুধু আউটপুট"}),
        (MIXED, {"en": "three in, one out", "bn": "তিন ইনপুট, এক আউটপুট"}),
        (100, {"en": "only questions", "bn": "শুধু ইনপুট"}),
    ]
    return Control(
        "share",
        {"en": "Of 100 tokens, how many go in", "bn": "১০০ টোকেনের কতটি ইনপুট"},
        min=0,
        max=100,
        step=5,
        value=MIXED,
        format=".0f",
        presets=[{"value": value, "label": words} for value, words in presets],
    )


def _table_row(model: str, host: Host) -> Row:
    usd = {"in": host.usd_in, "out": host.usd_out, "mixed": round(host.mixed, 2)}
    return {"model": model, "host": host.name, **usd}
