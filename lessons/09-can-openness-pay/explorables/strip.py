"""The chart: a row a host, its mark at its price, a dashed line at the cost, a bar for what is left."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from kholapath.charts.layers import across, down, looked_up, sums, with_halo
from kholapath.charts.theme import CLOSED, INK, LINE, MUTED, OPEN, PAPER

EARNS, LOSES = OPEN, CLOSED
PITCH, WIDE = 30, 72  # px from row to row, at least and at most
TOP, FOOT = 34, 26  # px above the rows for the name of the line, below them for the prices
NAMES, ROOM = 104, 66  # px for the names, and right of a price of one dollar

COST = {"en": "cost", "bn": "খরচ"}
PRICE = {"en": "price", "bn": "দাম"}
MAKER = {"en": "the maker", "bn": "নির্মাতা"}


@dataclass(frozen=True)
class Host:
    """Who sells a model, at what price for a million tokens, and whether it made it."""

    name: str
    price: float
    maker: str
    is_maker: bool


def chart(hosts: dict[str, list[Host]], own: dict[str, str], tag: str) -> dict[str, Any]:
    """Return the rows of the chosen model, the cheapest first."""
    height = TOP + PITCH * max(len(of) for of in hosts.values()) + FOOT
    prices = {m: [h.price for h in of] for m, of in hosts.items()}
    names = {m: [h.name for h in of] for m, of in hosts.items()}
    place = {"x": across("x"), "y": down()}
    return {
        "data": {"values": [_row(m, i, h, tag) for m, of in hosts.items() for i, h in enumerate(of)]},
        "height": height,
        "params": [
            {"name": "now", "expr": looked_up(prices, "model")},
            {"name": "named", "expr": looked_up(names, "model")},
            {"name": "own", "expr": looked_up(own, "model")},
            {"name": "hosts", "expr": "length(now)"},
            {"name": "cheap", "expr": "now[0]"},
            {"name": "dear", "expr": "now[length(now) - 1]"},
            {"name": "cheapest", "expr": "named[0]"},
            {"name": "dearest", "expr": "named[length(named) - 1]"},
            {"name": "earn", "expr": _counted(prices)},
            # fewer rows stand wider apart
            {"name": "pitch", "expr": f"min({WIDE}, {height - TOP - FOOT} / length(now))"},
            {"name": "line", "expr": f"{NAMES} + cost * (width - {NAMES + ROOM})"},
        ],
        "transform": [
            {"filter": "datum.model == model"},
            *sums(
                x=f"{NAMES} + datum.price * (width - {NAMES + ROOM})",
                y=f"{TOP} + (datum.n + 0.5) * pitch",
                left="datum.price - cost",
                line="line",
                start=str(NAMES),
                right="max(datum.x, line) + 13",
                name_at=str(NAMES - 8),
            ),
        ],
        "layer": [
            *_prices(height, tag),
            {
                "mark": {"type": "rule", "color": LINE, "strokeWidth": 1},
                "encoding": {"x": across("start"), "x2": {"field": "x"}, "y": place["y"]},
            },
            _left_over(place),
            *_cost_line(height, tag),
            _mark(place),
            _said("datum.host", "name_at", place, align="right"),
            # below the name of the host that made the model: its rows stand wide apart
            _said("datum.role", "name_at", place, align="right", dy=15, fontSize=12, color=MUTED),
            *with_halo(_said("format(datum.left, '+$,.2f')", "right", place, align="left")),
        ],
    }  # fmt: skip


_EARNS = "datum.left > 0"


def _prices(height: int, tag: str) -> list[dict[str, Any]]:
    """The scale of prices, below the rows."""
    words = json.dumps({"0": PRICE[tag] + " "}, ensure_ascii=False)
    data = {
        "data": {"values": [{"usd": usd, "y": height - 8} for usd in (0, 0.5, 1)]},
        "transform": sums(
            at=f"{NAMES} + datum.usd * (width - {NAMES + ROOM})",
            said=f"(({words})[toString(datum.usd)] || '') + format(datum.usd, '$,.2f')",
            top=str(TOP),
            foot=str(height - FOOT),
        ),
    }
    place = {"x": across("at"), "y": down()}
    return [
        {
            **data,
            "mark": {"type": "rule", "color": LINE, "strokeWidth": 1},
            "encoding": {**place, "y": down("top"), "y2": {"field": "foot"}},
        },
        {
            **data,
            "mark": {"type": "text", "fontSize": 12.5, "baseline": "middle", "color": MUTED},
            "encoding": {**place, "text": {"field": "said"}},
        },
    ]


def _left_over(place: dict[str, Any]) -> dict[str, Any]:
    """The stretch between cost and price."""
    hue = {"condition": {"test": _EARNS, "value": EARNS}, "value": LOSES}
    return {
        "mark": {"type": "rule", "strokeWidth": 7, "opacity": 0.35},
        "encoding": {"x": across("line"), "x2": {"field": "x"}, "y": place["y"], "color": hue},
    }


def _cost_line(height: int, tag: str) -> list[dict[str, Any]]:
    one = {
        "data": {"values": [{"top": TOP - 14, "foot": height - FOOT}]},
        "transform": sums(line="line"),
    }
    y = down("top")
    words = json.dumps(COST[tag] + " ", ensure_ascii=False)
    text = {"type": "text", "fontSize": 14, "fontWeight": 700, "dy": -9, "color": INK}
    return [
        {
            **one,
            "mark": {"type": "rule", "strokeDash": [5, 4], "strokeWidth": 1.5, "color": INK},
            "encoding": {"x": across("line"), "y": y, "y2": {"field": "foot"}},
        },
        {
            **one,
            "transform": sums(line="line", said=f"{words} + format(cost, '$,.2f')"),
            "mark": text,
            "encoding": {"x": across("line"), "y": y, "text": {"field": "said"}},
        },
    ]


def _mark(place: dict[str, Any]) -> dict[str, Any]:
    return {
        "mark": {"type": "point", "opacity": 1, "strokeWidth": 2, "size": 120},
        "encoding": {
            **place,
            "shape": {"condition": {"test": _EARNS, "value": "circle"}, "value": "diamond"},
            "fill": {"condition": {"test": _EARNS, "value": EARNS}, "value": PAPER},
            "stroke": {"condition": {"test": _EARNS, "value": EARNS}, "value": LOSES},
        },
    }


def _said(words: str, at: str, place: dict[str, Any], **mark: object) -> dict[str, Any]:
    return {
        "transform": sums(said=words),
        "mark": {"type": "text", "fontSize": 13.5, "baseline": "middle", "color": INK, **mark},
        "encoding": {**place, "x": across(at), "text": {"field": "said"}},
    }


def _row(model: str, n: int, host: Host, tag: str) -> dict[str, Any]:
    role = MAKER[tag] if host.is_maker else ""
    return {"model": model, "n": n, "host": host.name, "price": host.price, "role": role}


def _counted(prices: dict[str, list[float]]) -> str:
    """Return a Vega expression: how many prices of the chosen model lie above the cost."""
    *rest, (_, last) = (
        (m, " + ".join(f"({p} > cost ? 1 : 0)" for p in of)) for m, of in prices.items()
    )
    return " : ".join([*(f"model == '{m}' ? {how}" for m, how in rest), last])
