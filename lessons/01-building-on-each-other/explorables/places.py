"""Which models stand in the lanes, and where everything is: years from left to right, pixels down."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from string import ascii_lowercase

from kholapath.charts.layers import Row

from .family import Family, Model

Point = tuple[float, float]

CHAIN = ("llama", "mistral", "mixtral", "deepseek_v3", "mistral4")

_LATE = ("llama", "deepseek_v3")  # their lanes are free, so that their lines may run along them

# Where a model's name stands: under its dot or above; and which end of it the dot has.
DRAWN: dict[str, tuple[str, str]] = {
    "llama": ("under", "center"),
    "mistral": ("under", "right"),
    "mixtral": ("under", "left"),
    "ministral3": ("under", "right"),
    "mistral4": ("above", "right"),
    "deepseek_v3": ("under", "center"),
    "qwen2": ("above", "right"),
    "qwen2_moe": ("under", "center"),
    "qwen2_vl": ("above", "center"),
    "qwen3": ("under", "center"),
    "siglip": ("above", "right"),
    "gemma": ("under", "center"),
    "gemma2": ("above", "left"),
    "gemma3": ("under", "center"),
    "phi": ("under", "center"),
    "phi3": ("under", "left"),
    "glm": ("under", "center"),
    "glm4_moe": ("under", "center"),
    "clip": ("under", "left"),
    "gpt_oss": ("under", "center"),
}
TIGHT = ("ministral3", "gemma3", "qwen2_vl")  # unnamed on a phone

FIRST, LAST = 2023.0, 2026.33  # years drawn to scale
EARLIER = 2022.62  # where the dots of all the years before begin
TOP, LANE, DOT, ACROSS = 34, 48, 7.5, 4  # px of a lane and of a small dot; small dots in a row


def at(model: Model) -> float:
    """Return where a model stands from left to right: its day, or among those of earlier years."""
    year = model.year or FIRST
    return year if year >= FIRST else EARLIER + 0.06


def paths(whole: Family, level: dict[str, int]) -> list[Row]:
    """Each import among the drawn models as a line through four points."""
    rows = []
    for child, parent in whole.imports:
        if child in level and parent in level:
            ends = [(at(whole.models[name]), level[name]) for name in (parent, child)]
            shared = {
                "line": signs([parent]) + signs([child]),
                **({"chain": True} if (parent, child) in pairwise(CHAIN) else {}),
                "from": signs([parent, *whole.ancestors(parent)]),
            }
            bend = _bend(*ends, late=parent in _LATE)
            rows += [
                {**shared, "x": round(x, 3), "y": round(y, 1)} for i, (x, y) in enumerate(bend)
            ]
    return rows


def _bend(start: Point, end: Point, *, late: bool) -> list[Point]:
    """From one model to another: past those between in a bow; out of a lane at once, or `late`."""
    (x, top), (right, low) = start, end
    if top == low:
        stops = [(0.3, 0.0, -20), (0.7, 1.0, -20)]
    else:
        stops = [(0.55, 0.0, 0), (0.8, 0.35, 0)] if late else [(0.25, 0.15, 0), (0.6, 0.65, 0)]
    between = [(x + part * (right - x), top + down * (low - top) + up) for part, down, up in stops]
    return [start, *between, end]


def signs(names: Iterable[str]) -> str:
    """Return a letter for each of `names` that stands in a lane: many models share few ancestors."""
    letters = dict(zip(DRAWN, ascii_lowercase, strict=False))
    return "".join(letters[name] for name in sorted(names) if name in letters)


def small_dots(whole: Family, top: int) -> tuple[list[Row], float]:
    """A dot for each model, stacked upwards by quarter; and the y of the lowest row."""
    columns: dict[float, list[Model]] = {}
    for model in sorted(whole.models.values(), key=lambda m: m.year or 0):
        if model.year is not None:
            quarter = int(model.year * 4) / 4 if model.year >= FIRST else EARLIER
            columns.setdefault(quarter, []).append(model)
    rows = -(-max(len(column) for column in columns.values()) // ACROSS)
    deepest = top + DOT * rows
    return [
        {
            **({"sign": signs([model.id])} if model.id in DRAWN else {}),
            "from": signs(whole.ancestors(model.id)),
            "x": round(quarter + (0.5 + i % ACROSS) * 0.25 / (ACROSS + 0.8), 3),
            "y": deepest - DOT * (i // ACROSS),
        }
        for quarter, column in columns.items()
        for i, model in enumerate(column)
    ], deepest
