"""What both figures read in the tables, and how both look."""

from __future__ import annotations

from dataclasses import dataclass

from kholapath.charts.layers import Data, records
from kholapath.charts.theme import CLOSED, OPEN

MILLION = 1e6
OWN = "DeepSeek-V3"
REFERENCE = "Llama 3.1 405B"
IS_OPEN = {"test": "datum.open", "value": OPEN}
HUE = {"condition": IS_OPEN, "value": CLOSED}


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
        for r in records(data, "training_compute")
    ]
