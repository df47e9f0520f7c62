"""The chart of the parts: a bar for each method, and the chosen one laid out over cards."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from kholapath.charts.layers import Row, Words, box, looked_up, said, three_figures
from kholapath.charts.theme import INK, MUTED, OPEN

PITCH, BAR = 50, 20  # px from bar to bar, of a bar
PARTS = 62  # px for the words on the chosen method's parts
HEAD = 26  # px of the words above the cards
MOST = 32  # cards of a kind that are drawn one by one


@dataclass(frozen=True)
class Method:
    """A way of fine-tuning: the bytes for a frozen parameter, and the three for a trained one."""

    id: str
    name: Words
    frozen: float
    weights: float
    gradients: float
    optimiser: float


@dataclass(frozen=True)
class Card:
    """A card, its memory in GB, and the rent of an hour in dollars (0: not known)."""

    name: str
    gb: float
    low: float
    high: float


# Vega expressions, in which `datum` is a method or a card.
WORDS: dict[str, Words] = {
    "en": {
        "gb": "{gb} + ' GB'",
        "notes": "narrow ? 'notes: 12 of 16 bytes' : 'optimiser: its notes take 12 of 16 bytes'",
        "full": "chosen.name + ': nothing is frozen'",
        "frozen": "chosen.name + ': frozen weights ' + {frozen} + ' GB'",
        "trained": "'trained: weights ' + {w} + ' + gradients ' + {g} + ' + optimiser ' + {o} + ' GB'",
        "two": "'trained: weights ' + {w} + ' + gradients ' + {g}",
        "third": "'+ optimiser ' + {o} + ' GB'",
        "cards": "chosen.name + ', laid out over cards:'",
        "card": "datum.name + ' · ' + format(datum.gb, ',.0f') + ' GB'",
        "count": "n == 1 ? 'one card' : format(n, ',.0f') + ' cards'",
        "bytes": "'16 bytes'",
        "how": "'(' + format(chosen.frozen, '~f') + (chosen.frozen < 1 ? ' byte' : ' bytes') + ' + ' "
        "+ format(share, ',.1~f') + '% of 16)'",
    },
    "bn": {
        "gb": "{gb} + ' জিবি'",
        "notes": "narrow ? 'টোকা: ১৬ বাইটে ১২' : 'অপটিমাইজার: ১৬ বাইটের ১২ বাইটই তার টোকা'",
        "full": "chosen.name + ': কিছুই স্থির নেই'",
        "frozen": "chosen.name + ': স্থির ওয়েট ' + {frozen} + ' জিবি'",
        "trained": "'শেখানো: ওয়েট ' + {w} + ' + গ্রেডিয়েন্ট ' + {g} + ' + অপটিমাইজার ' + {o} + ' জিবি'",
        "two": "'শেখানো: ওয়েট ' + {w} + ' + গ্রেডিয়েন্ট ' + {g}",
        "third": "'+ অপটিমাইজার ' + {o} + ' জিবি'",
        "cards": "chosen.name + ', কার্ডে কার্ডে সাজালে:'",
        "card": "datum.name + ' · ' + format(datum.gb, ',.0f') + ' জিবি'",
        "count": "n == 1 ? 'একটিতেই' : format(n, ',.0f') + 'টি'",
        "bytes": "'১৬ বাইট'",
        "how": "'(' + format(chosen.frozen, '~f') + ' বাইট + ১৬ বাইটের ' + format(share, ',.1~f') + '%)'",
    },
}
_FULL = "chosen.id == 'full'"
_TRAINED = "(datum.id == 'full' ? 1 : share / 100) * params"


def chart(methods: list[Method], cards: list[Card], tag: str) -> Row:
    """Return three bars over each other, and below a row of frames for each card."""
    words = _words(tag)
    below = PITCH * len(methods) + PARTS
    height = below + HEAD + PITCH * len(cards)
    placed = [{**asdict(c), "y": below + HEAD + PITCH * i} for i, c in enumerate(cards)]
    rows = [
        *({"of": "method", **_told(m, tag), "y": PITCH * i} for i, m in enumerate(methods)),
        *({"of": "card", **c} for c in placed),
        *({"of": "frame", "i": i, **c} for c in placed for i in range(MOST)),
    ]  # fmt: skip
    return {
        "data": {"values": rows},
        "height": height,
        "params": _params(methods, cards, words, tag),
        "layer": [
            *_methods(words),
            *_parts(PITCH * len(methods), words),
            said(words["cards"], ("0", f"{below + 10}"), "datum.y == 0", color=MUTED),
            *_cards(words),
        ],
    }


def _told(method: Method, tag: str) -> Row:
    return {**asdict(method), "name": method.name[tag]}


def _words(tag: str) -> Words:
    parts = {
        part: three_figures(f"(trained * chosen.{part})")
        for part in ("weights", "gradients", "optimiser")
    }
    shown = {
        "frozen": three_figures("(params * chosen.frozen)"),
        "w": parts["weights"],
        "g": parts["gradients"],
        "o": parts["optimiser"],
        "gb": three_figures("total"),
    }
    return {name: expression.format(**shown) for name, expression in WORDS[tag].items()}


def _params(methods: list[Method], cards: list[Card], words: Words, tag: str) -> list[Row]:
    """What the chart and the sentence both work with: the chosen method, its need, the cards."""
    known = {m.id: _told(m, tag) for m in methods}
    owned = {c.name: asdict(c) for c in cards}
    each = "chosen.weights + chosen.gradients + chosen.optimiser"
    return [
        {"name": "chosen", "expr": looked_up(known, "method")},
        {"name": "owned", "expr": looked_up(owned, "card")},
        {"name": "trained", "expr": f"params * ({_FULL} ? 1 : share / 100)"},
        {"name": "need", "expr": f"params * chosen.frozen + trained * ({each})"},
        {"name": "need_gb", "expr": three_figures("need")},
        {"name": "count", "expr": "ceil(need / owned.gb)"},
        {"name": "how", "expr": f"{_FULL} ? {words['bytes']} : {words['how']}"},
        {"name": "all", "expr": f"params * {methods[0].weights + methods[0].gradients + methods[0].optimiser}"},
        {"name": "px", "expr": "(width - 4) / all"},
        {"name": "card_px", "expr": "(width - 4) / 1.1 / max(need, owned.gb)"},
    ]  # fmt: skip


def _methods(words: Words) -> list[Row]:
    """Each method's bar, cut into its parts, under its name and over nothing."""
    only = "datum.of == 'method'"
    top, low = "datum.y + 20", f"datum.y + {20 + BAR}"
    a = "2 + datum.frozen * params * px"
    b = f"{a} + datum.weights * {_TRAINED} * px"
    c = f"{b} + datum.gradients * {_TRAINED} * px"
    d = f"{c} + datum.optimiser * {_TRAINED} * px"
    total = f"(datum.frozen * params + (datum.weights + datum.gradients + datum.optimiser) * {_TRAINED})"
    on, off = "datum.id == method", "datum.id != method"
    value = words["gb"].replace("total", total)
    name, right = ("0", "datum.y + 8"), ("width", "datum.y + 8")
    return [
        box(("2", top, a, low), only, "datum.frozen > 0", filled=False, stroke=OPEN, strokeWidth=1.5),
        box((a, top, b, low), only, color=OPEN),
        box((b, top, c, low), only, color=OPEN, fillOpacity=0.6),
        box((c, top, d, low), only, color=OPEN, fillOpacity=0.28, stroke=OPEN),
        box(("0", f"{low} + 2", d, f"{low} + 5"), only, on, color=INK),
        said(words["notes"], (f"{c} + 8", f"{low} - {BAR // 2 - 1}"), only, "datum.id == 'full'", fontSize=12.5),
        said("datum.name", name, only, off),
        said("datum.name", name, only, on, fontWeight=600),
        said(value, right, only, off, align="right", color=MUTED),
        said(value, right, only, on, align="right", fontWeight=600),
    ]  # fmt: skip


def _parts(at: int, words: Words) -> list[Row]:
    """The chosen method's parts in words, since the trained ones are slivers with LoRA."""
    first = "datum.y == 0"
    return [
        said(f"{_FULL} ? {words['full']} : {words['frozen']}", ("0", f"{at + 8}"), first),
        said(words["trained"], ("0", f"{at + 27}"), first, "!narrow"),
        said(words["two"], ("0", f"{at + 27}"), first, "narrow"),
        said(words["third"], ("0", f"{at + 46}"), first, "narrow"),
    ]


def _cards(words: Words) -> list[Row]:
    """What the chosen method needs, under as many frames as it takes."""
    only = "datum.of == 'card'"
    n = "ceil(need / datum.gb)"
    top, low = "datum.y + 20", f"datum.y + {20 + BAR}"
    left, right_edge = "2 + datum.i * datum.gb * card_px", "2 + (datum.i + 1) * datum.gb * card_px"
    frame = (left, top, f"min({right_edge}, width + 9)", low)
    drawn = ("datum.of == 'frame'", f"datum.i < {n}", f"{n} <= {MOST}")
    many = ("2", top, "2 + need * card_px", low)
    count = words["count"].replace("n == 1", f"{n} == 1").replace("format(n", f"format({n}")
    on, off = "datum.name == card", "datum.name != card"
    name, right = ("0", "datum.y + 8"), ("width", "datum.y + 8")
    return [
        box(many, only, color=MUTED, fillOpacity=0.4, clip=True),
        box(frame, *drawn, filled=False, stroke=INK, strokeWidth=1.5, clip=True),
        box(many, only, f"{n} > {MOST}", filled=False, stroke=INK, strokeDash=[1, 2], strokeWidth=1.5),
        said(words["card"], name, only, off),
        said(words["card"], name, only, on, fontWeight=600),
        said(count, right, only, off, align="right", color=MUTED),
        said(count, right, only, on, align="right", fontWeight=600),
    ]  # fmt: skip
