"""The reuse network as the tables hold it: models, who imports from whom, who descends from whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kholapath.charts.layers import Data, records

from .dates import decimal_year


@dataclass(frozen=True)
class Model:
    """A model of the library; `year` is its day of entry as a decimal, None if it is not known."""

    id: str
    name: str
    maker: str
    year: float | None
    children: int
    descendants: int


@dataclass(frozen=True)
class Family:
    """All models of the network, and the pairs (child, parent) of its imports."""

    models: dict[str, Model]
    imports: list[tuple[str, str]]

    @cached_property
    def parents(self) -> dict[str, list[str]]:
        """The models that each model imports from."""
        found: dict[str, list[str]] = {name: [] for name in self.models}
        for child, parent in self.imports:
            found[child].append(parent)
        return found

    def ancestors(self, name: str) -> set[str]:
        """Return the parents of a model, their parents and so on."""
        found: set[str] = set()
        ahead = list(self.parents[name])
        while ahead:
            parent = ahead.pop()
            if parent not in found:
                found.add(parent)
                ahead += self.parents[parent]
        return found

    def heirs(self, name: str) -> list[Model]:
        """Return every model that has `name` among its ancestors."""
        return [m for m in self.models.values() if name in self.ancestors(m.id)]


def family(data: Data) -> Family:
    """Read the network."""
    models = [
        Model(
            id=r["model"],
            name=r["name"],
            maker=r["maker"] if isinstance(r["maker"], str) else "",
            year=_year(r["added"]),
            children=int(r["children"]),
            descendants=int(r["descendants"]),
        )
        for r in records(data, "reuse_models")
    ]
    pairs = data("reuse_edges")[["model", "parent"]].itertuples(index=False)
    return Family({m.id: m for m in models}, [(child, parent) for child, parent in pairs])


def _year(day: object) -> float | None:
    try:
        return decimal_year(date.fromisoformat(str(day)[:10]))
    except ValueError:
        return None
