"""The chart of the memories: a frame for each machine, and the model's block laid into it."""

from __future__ import annotations

from dataclasses import dataclass

from kholapath.charts.layers import Row, Words, box, looked_up, said, three_figures
from kholapath.charts.theme import INK, MUTED, OPEN

TOP = 62  # px of the first machine's words
PITCH, BAR = 50, 20  # px from machine to machine, of a frame
ROOM = 1.18  # times the model or the chosen machine that the picture is wide


@dataclass(frozen=True)
class Machine:
    """A card, or a server of several: its memory in GB, and its name as words need it."""

    id: str
    gb: float
    name: Words
    long: Words


# Vega expressions, in which `datum` is a machine.
WORDS: dict[str, Words] = {
    "en": {
        "name": "datum.name + ' · ' + format(datum.gb, ',.0f') + ' GB'",
        "fits": "'fits'",
        "short": "{short} + ' GB short'",
        "weights": "'The model: weights ' + {weights} + ' GB'",
        "top": "'+ room to work ' + {room} + ' GB'",
    },
    "bn": {
        "name": "datum.name + ' · ' + format(datum.gb, ',.0f') + ' জিবি'",
        "fits": "'ধরে'",
        "short": "{short} + ' জিবি কম'",
        "weights": "'মডেল: ওয়েট ' + {weights} + ' জিবি'",
        "top": "'+ কাজের জায়গা ' + {room} + ' জিবি'",
    },
}
_CHOSEN = "datum.id == card"


def chart(machines: list[Machine], factor: float, tag: str) -> Row:
    """Return the model's own block, and under it a frame for each machine with the block in it."""
    shown = {
        "short": three_figures("(need - datum.gb)"),
        "weights": three_figures("weights"),
        "room": three_figures("(need - weights)"),
    }
    words = {name: expression.format(**shown) for name, expression in WORDS[tag].items()}
    height = TOP + PITCH * len(machines)
    known = {m.id: {"gb": m.gb, "name": m.name[tag], "long": m.long[tag]} for m in machines}
    rows = [
        {"id": m.id, "gb": m.gb, "name": m.name[tag], "y": TOP + PITCH * i}
        for i, m in enumerate(machines)
    ]
    return {
        "data": {"values": rows},
        "height": height,
        "params": [
            {"name": "factor", "value": factor},
            {"name": "weights", "expr": "params * bytes"},
            {"name": "need", "expr": "weights * factor"},
            {"name": "machine", "expr": looked_up(known, "card")},
            {"name": "free", "expr": "machine.gb - need"},
            {"name": "need_gb", "expr": three_figures("need")},
            {"name": "free_gb", "expr": three_figures("abs(free)")},
            {"name": "count", "expr": "ceil(need / machine.gb)"},
            # the model and the chosen machine are always whole in the picture, with room after them
            # so that a larger machine is seen to go on
            {"name": "px", "expr": f"(width - 4) / {ROOM} / max(need, machine.gb)"},
        ],
        "layer": [*_block(words), *_machines(words)],
    }


def _block(words: Words) -> list[Row]:
    """The model alone: its weights, and what comes on top."""
    first = "datum.y == " + str(TOP)
    weights = ("2", "22", "2 + weights * px", "44")
    more = ("2 + weights * px", "22", "2 + need * px", "44")
    return [
        box(weights, first, color=OPEN),
        box(more, first, color=OPEN, fillOpacity=0.35, stroke=OPEN),
        said(words["weights"], ("0", "10"), first, fontWeight=600),
        said(words["top"], ("width", "10"), first, align="right", color=MUTED),
    ]


def _machines(words: Words) -> list[Row]:
    top, low = "datum.y + 20", f"datum.y + {20 + BAR}"
    inside = ("2", top, "2 + min(need, datum.gb) * px", low)
    over = ("2 + datum.gb * px", top, "2 + need * px", low)
    frame = ("2", top, "min(2 + datum.gb * px, width + 9)", low)
    fits, short = "need <= datum.gb", "need > datum.gb"
    name, verdict = ("0", "datum.y + 8"), ("width", "datum.y + 8")
    return [
        box(inside, fits, color=OPEN, clip=True),
        box(inside, short, color=OPEN, fillOpacity=0.35),
        box(over, short, filled=False, stroke=OPEN, strokeDash=[4, 3], strokeWidth=1.5),
        box(frame, f"!({_CHOSEN})", filled=False, stroke=MUTED, strokeWidth=1.5, clip=True),
        box(frame, _CHOSEN, filled=False, stroke=INK, strokeWidth=3),
        said(words["name"], name, f"!({_CHOSEN})"),
        said(words["name"], name, _CHOSEN, fontWeight=600),
        said(words["fits"], verdict, fits, align="right", fontWeight=600),
        said(words["short"], verdict, short, align="right", color=MUTED),
    ]
