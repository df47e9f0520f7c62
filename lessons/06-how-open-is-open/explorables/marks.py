"""What both figures read in the tables: models, and a mark for each of twelve criteria."""

from __future__ import annotations

from dataclasses import dataclass

from kholapath.charts.layers import Data

LEVELS = ("closed", "partial", "open")
"""A mark is its place here: 0, 1 or 2."""

ASKED = ("final_weights", "licence", "training_code", "base_data")
"""What a reader may ask of a model, one after another."""


@dataclass(frozen=True)
class Model:
    """A model of the index: its mark by criterion (0 closed, 1 partial, 2 open), and its points."""

    name: str
    marks: dict[str, int]
    points: float

    def count(self, level: str) -> int:
        """How many criteria have this mark."""
        return list(self.marks.values()).count(LEVELS.index(level))


def criteria(data: Data) -> list[tuple[str, str]]:
    """Return each criterion with its group, in the order of the index."""
    table = data("openness_criteria")
    return list(zip(table["criterion"], table["group"], strict=True))


def models(data: Data) -> list[Model]:
    """Return every model, the most points first."""
    names = [name for name, _ in criteria(data)]
    return [
        Model(r["name"], {n: LEVELS.index(r[n]) for n in names}, float(r["points"]))
        for r in data("openness_models").to_dict("records")
    ]


def passed(model: Model, least: int) -> int:
    """Return how many demands in a row a model meets, if each mark must be `least` or more."""
    met = [model.marks[name] >= least for name in ASKED]
    return met.index(False) if False in met else len(met)
