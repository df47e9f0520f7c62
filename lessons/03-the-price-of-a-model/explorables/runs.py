"""What both figures read in the tables, and how both look."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kholapath.charts.theme import variable

if TYPE_CHECKING:
    from pandas import DataFrame

Data = Callable[[str], "DataFrame"]
Row = dict[str, Any]
Words = dict[str, str]

MILLION = 1e6
OWN = "DeepSeek-V3"
REFERENCE = "Llama 3.1 405B"
INK, MUTED, PAPER = variable("ink"), variable("muted"), variable("paper")
OPEN = {"test": "datum.open", "value": variable("open")}
HUE = {"condition": OPEN, "value": variable("closed")}


@dataclass(frozen=True)
class Run:
    """A training run: its GPU hours in millions, and the price in dollars that its report assumes."""

    model: str
    whole: bool
    hours: float
    chip: str
    open: bool
    estimate: bool
    price: float


def runs(data: Data) -> list[Run]:
    """Return the runs whose GPU hours are known."""
    return [
        Run(
            model=r["model"],
            whole=r["scope"] == "final run",
            hours=r["gpu_hours"] / MILLION,
            chip=r["chip"],
            open=r["weights"] == "open",
            estimate=r["basis"] == "estimate",
            price=r["usd_at_2_per_hour"] / r["gpu_hours"],
        )
        for r in data("training_compute").to_dict("records")
    ]


def looked_up(by_name: dict[str, Any], param: str) -> str:
    """Return a Vega expression: the entry of `by_name` that the parameter names."""
    return f"({json.dumps(by_name, ensure_ascii=False)})[{param}]"


def with_halo(text: Row) -> list[Row]:
    """Return a layer of words twice: first as a rim in the paper's colour, so that lines pass behind."""
    mark = text["mark"]
    rim = {"stroke": PAPER, "strokeWidth": 5, "strokeJoin": "round", "color": PAPER}
    return [{**text, "mark": {**mark, **rim}}, text]
