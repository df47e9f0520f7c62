"""The table behind a chart: the same figures, for whoever would rather read them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from kholapath_widgets._shared.locale import format_number, pick

from .texts import Text, as_map, is_by_language, plain

Table = dict[str, Any]
"""``{"header": [{lang: text}], "rows": [[number | text | {lang: text} | None]]}``."""

MOST = 500  # rows: a table longer than that is a file


def make_table(rows: Any, columns: Mapping[str, Text] | None, lang: str) -> Table:
    """Return a table from a DataFrame or a list of rows.

    Parameters
    ----------
    rows
        A pandas DataFrame, or a list of mappings from column to cell. A cell may be a map by
        language; an empty or missing number is said to be missing.
    columns
        Which columns, in which order, and what each is called; by default all, by their names.
    """
    records: Sequence[Mapping[str, Any]]
    records = rows.to_dict("records") if hasattr(rows, "to_dict") else list(rows or [])
    named = columns or {str(k): str(k) for row in records[:1] for k in row}
    return {
        "header": [as_map(label, lang) for label in named.values()],
        "rows": [[_cell(row.get(name)) for name in named] for row in records[:MOST]],
    }


def _cell(value: Any) -> Any:
    if hasattr(value, "item"):  # a NumPy scalar, as pandas gives it
        value = value.item()
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if is_by_language(value):
        return as_map(value, "en")
    return plain(str(value)) if str(value) not in ("NaT", "<NA>") else None


def in_language(table: Table, lang: str, missing: str) -> dict[str, Any]:
    """Return the table as text in one language: ``{"header": [...], "rows": [[...]]}``."""
    places = [decimals([row[i] for row in table["rows"]]) for i in range(len(table["header"]))]

    def said(cell: Any, column: int) -> str:
        if cell is None:
            return missing
        if isinstance(cell, dict):
            return str(pick(cell, lang))
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return format_number(cell, lang, places[column])
        return str(cell)

    return {
        "header": [pick(name, lang) for name in table["header"]],
        "rows": [[said(cell, i) for i, cell in enumerate(row)] for row in table["rows"]],
    }


def decimals(column: list[Any]) -> int | None:
    """Return how many digits after the point a column needs, so that its numbers stand in line.

    None if it holds a number too small or too large to be written out.
    """
    written = [repr(x) for x in column if isinstance(x, float) and not x.is_integer()]
    if any("e" in number for number in written):
        return None
    return max((len(number.partition(".")[2]) for number in written), default=0)
