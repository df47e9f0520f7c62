"""The tables in an output's HTML, as rows of plain text."""

from __future__ import annotations

import re
from typing import Any

import lxml.html
from lxml import etree

Rows = tuple[tuple[str, ...], ...]

_NUMBER = re.compile(r"[-−+]?[$€£৳]?\s?[\d,.\s]*\d(?:[eE][-+]?\d+)?\s?%?")
_MISSING = frozenset({"", "NaN", "nan", "None", "<NA>", "NaT", "–", "—"})
_WIDEST = 100  # columns that one cell may span: more is no table


def table_of(html: str) -> tuple[Rows, Rows, tuple[bool, ...]] | None:
    """Return the first table's header rows, its other rows, and which columns hold numbers.

    Returns
    -------
    None where there is no table, or an empty one. Cells that span several are repeated as empty
    ones, so that every row has the same number of cells.
    """
    found = next(_read(html).iter("table"), None)
    if found is None:
        return None
    head: list[tuple[str, ...]] = []
    body: list[tuple[str, ...]] = []
    for row in found.iter("tr"):
        cells = list(row.iter("th", "td"))
        heads = next(row.iterancestors("thead"), None) is not None
        heads = heads or (not body and all(cell.tag == "th" for cell in cells))
        (head if heads else body).append(_texts(cells))
    width = max(map(len, [*head, *body]), default=0)
    if not width:
        return None
    header, rows = _padded(_one_header(head), width), _padded(body, width)
    return header, rows, tuple(_numeric([row[i] for row in rows]) for i in range(width))


def words_of(html: str) -> str:
    """Return the words of some HTML, without its scripts and styles."""
    root = _read(html)
    for silent in list(root.iter("script", "style", "template", etree.Comment)):
        silent.drop_tree()
    lines = (line for text in root.itertext() for line in text.splitlines())
    return "\n".join(line for line in lines if line.strip())


def _read(html: str) -> Any:
    """Return the HTML under one element; bytes, since a text may not name an encoding."""
    data, parser = (
        html.encode("utf-8", "replace"),
        lxml.html.HTMLParser(encoding="utf-8", huge_tree=True),
    )
    return lxml.html.fragment_fromstring(data, create_parent="div", parser=parser)


def _texts(cells: list[Any]) -> tuple[str, ...]:
    out: list[str] = []
    for cell in cells:
        span = str(cell.get("colspan") or 1)
        empty = min(int(span), _WIDEST) - 1 if span.isdecimal() else 0
        out += [" ".join(" ".join(cell.itertext()).split()), *[""] * empty]
    return tuple(out)


def _one_header(head: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """An index's name, which pandas writes in a row of its own, goes into the row above."""
    if len(head) == 2 and len(head[0]) == len(head[1]):  # noqa: PLR2004
        pairs = list(zip(*head, strict=True))
        if all(not above or not below for above, below in pairs):
            return [tuple(above or below for above, below in pairs)]
    return head


def _padded(rows: list[tuple[str, ...]], width: int) -> Rows:
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def _numeric(column: list[str]) -> bool:
    told = [cell for cell in column if cell not in _MISSING]
    return bool(told) and all(_NUMBER.fullmatch(cell) for cell in told)
