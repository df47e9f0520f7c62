"""What is left: the price of each host of one open model, and a cost that the reader assumes."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Control, Explorable

from .strip import Host, chart

SHOWN, COST = "Llama 3.3 70B", 0.5  # dollars for a million tokens: an assumption

TITLE = {
    "en": "When anyone may sell your model, a cost of {cost:.2f} dollars would sink {sunk:.0f} of {n:.0f} hosts",
    "bn": "আপনার মডেল সবাই বেচতে পারলে: খরচ {cost:.2f} ডলার হলে {n:.0f} হোস্টের {sunk:.0f}টির লোকসান",
}
SUBTITLE = {
    "en": "What would be left of a million tokens, in US dollars, if each host had the same cost. The prices are listed; "
    "the cost is **your assumption**. Filled circle: something is left. Hollow diamond: a loss",
    "bn": "সব হোস্টের খরচ সমান হলে দশ লাখ টোকেনে কার কত থাকত, মার্কিন ডলারে। দামগুলো তালিকার, খরচটা **আপনার ধরে নেওয়া**। "
    "ভরাট গোল: কিছু থাকে। ফাঁপা হীরা: লোকসান",
}
DESCRIPTION = {
    "en": "A list of {n:.0f} companies that run {model}, each with a mark at its price, from {low:.2f} dollars for a million "
    "tokens ({lowest}) to {high:.2f} ({highest}), and a dashed line at an assumed cost of {cost:.2f} dollars. "
    "{sunk:.0f} prices lie below the line, {earn:.0f} above it.",
    "bn": "{model} চালায় এমন {n:.0f}টি কোম্পানির তালিকা। প্রত্যেকের দামে একটি চিহ্ন: দশ লাখ টোকেনে {low:.2f} ডলার ({lowest}) "
    "থেকে {high:.2f} ({highest})। ধরে নেওয়া খরচ {cost:.2f} ডলারে একটি কাটা-কাটা রেখা। দাম রেখার নিচে {sunk:.0f}টির, ওপরে "
    "{earn:.0f}টির।",
}
SOURCE = {
    "en": "genai-prices, August 2026 (MIT); three tokens in for one out; checked at different dates, many without a date. "
    "The cost comes from no table",
    "bn": "genai-prices, আগস্ট ২০২৬ (MIT); তিনটি ইনপুটে একটি আউটপুট; নানা তারিখে দেখা, অনেকগুলোর তারিখ নেই। "
    "খরচের সংখ্যাটি কোনো টেবিলের নয়",
}
SENTENCE = {
    "en": "**{model}**, if a million tokens cost every host **{cost:$,.2f}**: **{earn:.0f} of {hosts:.0f}** would earn. "
    "{cheapest}, the cheapest, would be left with **{cheap - cost:+$,.2f}**, {dearest} with **{dear - cost:+$,.2f}**. {own}",
    "bn": "**{model}**, দশ লাখ টোকেনে প্রত্যেকের খরচ **{cost:$,.2f}** ধরলে **{hosts:.0f}টির {earn:.0f}টি** হোস্টের লাভ। "
    "সবচেয়ে সস্তা {cheapest}-এর থাকে **{cheap - cost:+$,.2f}**, সবচেয়ে দামি {dearest}-এর **{dear - cost:+$,.2f}**। {own}",
}
OWN = {
    "en": "{maker}, which made the model, asks {price:.2f} dollars itself.",
    "bn": "মডেলটির নির্মাতা {maker} নিজে নেয় {price:.2f} ডলার।",
}
ABSENT = {
    "en": "{maker}, which made the model, is not among them.",
    "bn": "মডেলটির নির্মাতা {maker} এদের মধ্যে নেই।",
}
COLUMNS = {
    "model": {"en": "Model", "bn": "মডেল"},
    "host": {"en": "Host", "bn": "হোস্ট"},
    "price": {"en": "Price, $", "bn": "দাম, $"},
    "left": {"en": "Left at a cost of $0.50, $", "bn": "খরচ ০.৫০ ডলার হলে থাকে, $"},
}


def what_is_left(data: Data) -> Explorable:
    """Return the hosts of one model, and what an assumed cost would leave each of them."""
    hosts = _hosts(data)
    own = hosts[SHOWN]
    figures: dict[str, float | str] = {
        "model": SHOWN,
        "n": float(len(own)),
        "cost": COST,
        "sunk": float(sum(h.price < COST for h in own)),
        "earn": float(sum(h.price > COST for h in own)),
        "low": own[0].price,
        "lowest": own[0].name,
        "high": own[-1].price,
        "highest": own[-1].name,
    }
    words = {"en": "{m} ({n:.0f} hosts)", "bn": "{m} ({n:.0f}টি হোস্ট)"}
    options = [{"value": m, "label": fill(words, m=m, n=float(len(of)))} for m, of in hosts.items()]
    said = {tag: {m: _own(of, tag) for m, of in hosts.items()} for tag in TITLE}
    return Explorable(
        {tag: chart(hosts, said[tag], tag) for tag in TITLE},
        title=fill(TITLE, **figures),
        subtitle={tag: text.replace("**", "") for tag, text in SUBTITLE.items()},
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[Choose("model", {"en": "Model", "bn": "মডেল"}, options, value=SHOWN), _cost()],
        sentence=SENTENCE,
        table=[_row(m, h) for m, of in hosts.items() for h in of],
        columns=COLUMNS,
    )


def _hosts(data: Data) -> dict[str, list[Host]]:
    hosts: dict[str, list[Host]] = {}
    for r in data("model_offers").to_dict("records"):
        host = Host(r["host"], float(r["usd_blend"]), r["maker"], r["is_maker"] == "yes")
        hosts.setdefault(r["model"], []).append(host)
    return {model: sorted(of, key=lambda h: h.price) for model, of in hosts.items()}


def _own(hosts: list[Host], tag: str) -> str:
    maker = hosts[0].maker
    own = next((h.price for h in hosts if h.is_maker), None)
    if own is None:
        return fill({tag: ABSENT[tag]}, maker=maker)[tag]
    return fill({tag: OWN[tag]}, maker=maker, price=own)[tag]


def _cost() -> Control:
    words = {"en": "${x:.2f}", "bn": "${x:.2f}"}
    return Control(
        "cost",
        {
            "en": "Cost you assume",
            "bn": "ধরে নেওয়া খরচ",
        },
        min=0,
        max=1,
        step=0.01,
        value=COST,
        format="$,.2f",
        presets=[{"value": x, "label": fill(words, x=x)} for x in (0.1, 0.25, 0.5, 0.8)],
    )


def _row(model: str, host: Host) -> Row:
    left = round(host.price - COST, 2)
    return {"model": model, "host": host.name, "price": round(host.price, 2), "left": left}
