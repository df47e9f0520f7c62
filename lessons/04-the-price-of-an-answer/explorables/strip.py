"""The chart of the hosts: a row each, its name at the left, its dot at the price."""

from __future__ import annotations

from dataclasses import dataclass

from kholapath.charts.layers import Row, across, down, looked_up, said, sums
from kholapath.charts.theme import INK, LINE, MUTED, OPEN

PITCH, WIDE = 30, 46  # px from row to row, at least and at most
NAMES, ROOM = 104, 62  # px for the names, and right of the last dot


@dataclass(frozen=True)
class Host:
    """What a company asks for a million tokens: in, out, and mixed three to one."""

    name: str
    usd_in: float
    usd_out: float
    mixed: float


def chart(hosts: dict[str, list[Host]]) -> Row:
    """Return the rows of the chosen model, dearest last by the 3:1 mixture."""
    height = PITCH * max(len(of) for of in hosts.values())
    top = {m: max(max(h.usd_in, h.usd_out) for h in of) for m, of in hosts.items()}
    prices = {m: _prices(of) for m, of in hosts.items()}
    names = {m: [h.name for h in of] for m, of in hosts.items()}
    return {
        "data": {"values": [_row(m, i, h) for m, of in hosts.items() for i, h in enumerate(of)]},
        "height": height,
        "params": [
            {"name": "top", "expr": looked_up(top, "model")},
            # every host's price now, in the order of the rows
            {"name": "now", "expr": _chosen(prices)},
            # fewer rows stand wider apart
            {"name": "pitch", "expr": f"min({WIDE}, {height} / length(now))"},
            {"name": "named", "expr": looked_up(names, "model")},
            {"name": "cheap", "expr": "extent(now)[0]"},
            {"name": "dear", "expr": "extent(now)[1]"},
            {"name": "cheapest", "expr": "named[indexof(now, cheap)]"},
            {"name": "dearest", "expr": "named[indexof(now, dear)]"},
        ],
        "transform": [
            {"filter": "datum.model == model"},
            *sums(
                usd="(datum.in * share + datum.out * (100 - share)) / 100",
                x=f"{NAMES} + datum.usd / top * (width - {NAMES + ROOM})",
                y="(datum.n + 0.5) * pitch",
                end="datum.usd == cheap || datum.usd == dear",
            ),
        ],
        "layer": [
            {
                "transform": sums(start=str(NAMES)),
                "mark": {"type": "rule", "color": LINE, "strokeWidth": 1},
                "encoding": {"x": across("start"), "x2": {"field": "x"}, "y": down()},
            },
            {
                "mark": {"type": "point", "opacity": 1, "strokeWidth": 2, "stroke": OPEN},
                "encoding": {
                    "x": across(),
                    "y": down(),
                    "size": {"condition": {"test": "datum.end", "value": 210}, "value": 90},
                    "fill": {"value": OPEN},
                },
            },
            _told("datum.host", str(NAMES - 8), align="right"),
            _told("format(datum.usd, '$,.2f')", "datum.x + 12"),
        ],
    }


def _row(model: str, n: int, host: Host) -> Row:
    return {"model": model, "n": n, "host": host.name, "in": host.usd_in, "out": host.usd_out}


def _prices(hosts: list[Host]) -> str:
    """Return a Vega expression: a list of the hosts' prices at the chosen mixture."""
    each = (f"({h.usd_in} * share + {h.usd_out} * (100 - share)) / 100" for h in hosts)
    return f"[{', '.join(each)}]"


def _chosen(prices: dict[str, str]) -> str:
    *rest, (_, last) = prices.items()
    return " : ".join([*(f"model == '{m}' ? {how}" for m, how in rest), last])


def _told(words: str, x: str, **mark: str) -> Row:
    """Words on a host's row; those of the cheapest and the dearest stand out."""
    ends = {"condition": {"test": "datum.end", "value": INK}, "value": MUTED}
    layer = said(words, (x, "datum.y"), **mark)
    return {**layer, "encoding": {**layer["encoding"], "color": ends}}
