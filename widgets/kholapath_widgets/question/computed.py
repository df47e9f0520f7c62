"""Answers computed from a lesson's data, so that new data cannot leave an old key."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Rows = Sequence[Mapping[str, Any]]
Tables = Callable[[str], Rows]

_KNOWN = "table, column, where, scale, per, round"
_FIELDS = set(_KNOWN.split(", "))


class ComputeProblem(Exception):  # noqa: N818 - becomes an ItemError, which has the name
    """A number that cannot be computed: the field, and what would be right."""

    def __init__(self, field: str, problem: str) -> None:
        self.field = field
        super().__init__(problem)


def computed(value: Any, tables: Tables | None, path: str = "") -> Any:
    """Return `value` with every ``{table: …, column: …, where: …}`` replaced by its number."""
    if isinstance(value, list):
        return [computed(v, tables, f"{path}{_name(v, i)}.") for i, v in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if "table" in value and "column" in value:
        return _look_up(value, tables, path.rstrip("."))
    return {k: computed(v, tables, f"{path}{k}.") for k, v in value.items()}


def _name(entry: Any, index: int) -> Any:
    return entry.get("id", index) if isinstance(entry, dict) else index


def _look_up(wanted: dict[str, Any], tables: Tables | None, path: str) -> float:
    """Return one cell, times `scale`, over `per`, to `round` digits after the point."""
    unknown = sorted(str(k) for k in set(wanted) - _FIELDS)
    if unknown:
        raise ComputeProblem(path, f"{unknown[0]!r} is unknown beside {_KNOWN}")
    value = _cell(wanted, tables, path) * _number(
        wanted.get("scale", 1), f"{path}.scale", "'scale' is no number"
    )
    per = wanted.get("per")
    if per is None:
        return _rounded(value, wanted, path)
    if not isinstance(per, dict) or "column" not in per:
        raise ComputeProblem(
            f"{path}.per", "'per' names the cell to divide by, as {column: gpus, where: {…}}"
        )
    divisor = _look_up({"table": wanted["table"], **per}, tables, f"{path}.per")
    if divisor == 0:
        raise ComputeProblem(f"{path}.per", "the cell to divide by holds 0")
    return _rounded(value / divisor, wanted, path)


def _rounded(value: float, wanted: dict[str, Any], path: str) -> float:
    """Drop the last digits, which are the arithmetic's: 308.40000000000003."""
    tidy, places = float(f"{value:.12g}"), wanted.get("round")
    if places is None:
        return tidy
    if not isinstance(places, int) or isinstance(places, bool):
        raise ComputeProblem(f"{path}.round", "'round' is how many digits stand after the point")
    return round(tidy, places)


def _cell(wanted: dict[str, Any], tables: Tables | None, path: str) -> float:
    """Return the number in the one row that `where` names."""
    table, column, where = wanted["table"], wanted["column"], wanted.get("where") or {}
    if not isinstance(where, dict):
        raise ComputeProblem(
            f"{path}.where", "'where' is a map of column to value, as {model: DeepSeek-V3}"
        )
    if tables is None:
        raise ComputeProblem(
            path, "the answer is computed from a table, but no data package is at hand"
        )
    try:
        rows = tables(str(table))
    except KeyError:
        raise ComputeProblem(path, f"the data package has no table {table!r}") from None
    found = [row for row in rows if all(str(row.get(k)) == str(v) for k, v in where.items())]
    if len(found) != 1:
        raise ComputeProblem(
            path, f"'where' finds {len(found)} rows of {table!r}; it must find one"
        )
    if column not in found[0]:
        raise ComputeProblem(path, f"{table!r} has no column {column!r}")
    return _number(found[0][column], path, f"column {column!r} of {table!r} holds no number there")


def _number(value: Any, path: str, problem: str) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if isinstance(value, bool) or not math.isfinite(number):
        raise ComputeProblem(path, problem)
    return number
