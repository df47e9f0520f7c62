"""A notebook to a Document: cells become blocks, and each output its richest faithful form."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from . import model as m
from .markdown import split
from .outputs import blocks_of

Raw = Mapping[str, Any]

# Cells that no edition shows: the code that opens the lesson, and what an author has hidden.
_DROPPED = frozenset({"setup", "remove-cell"})
_NO_SOURCE = frozenset({"remove-input", "hide-input"})
_NO_OUTPUT = frozenset({"remove-output", "hide-output"})
_SHOWING = frozenset({"ask", "explore", "show", "glossary"})


@dataclass(frozen=True)
class Spot:
    """What every block of a cell has in common."""

    where: m.Where
    lang: str
    tags: frozenset[str]

    def said(self, lang: str | None = None) -> dict[str, Any]:
        """Return the fields that each block begins with."""
        return {"where": self.where, "lang": lang or self.lang, "tags": self.tags}


def normalize(nb: Raw, meta: m.Meta) -> m.Document:
    """Return the Document of a notebook of format 4.

    Parameters
    ----------
    nb
        The notebook as JSON, with the outputs it is to show.
    meta
        Its title block; `meta.lang` is the language of cells that name none.
    """
    language = _code_language(nb)
    found: list[m.Block] = []
    for number, cell in enumerate(nb["cells"], 1):
        spot = _spot(cell, number, meta.lang)
        if not spot.tags & _DROPPED:
            found += _blocks(cell, spot, language)
    return m.Document(meta, tuple(found))


def _spot(cell: Raw, number: int, lang: str) -> Spot:
    metadata = cell.get("metadata") or {}
    own = metadata.get("kholapath") or {}
    where = m.Where(number, str(cell.get("id") or f"cell-{number}"))
    return Spot(
        where, str(own.get("lang") or lang), frozenset(map(str, metadata.get("tags") or []))
    )


def _blocks(cell: Raw, spot: Spot, language: str) -> Iterator[m.Block]:
    text = source_of(cell)
    if cell["cell_type"] == "markdown":
        yield from split(text, cell.get("attachments") or {}, spot.said())
    elif cell["cell_type"] == "code":
        if text.strip() and not spot.tags & _NO_SOURCE and not only_shows(text):
            yield m.Code(**spot.said(), source=text, language=language)
        if not spot.tags & _NO_OUTPUT:
            yield from blocks_of(cell.get("outputs") or [], spot)


def source_of(cell: Raw) -> str:
    """Return a cell's source; nbformat allows a list of lines too."""
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def only_shows(source: str) -> bool:
    """Tell code that only shows a question or a figure: what it shows is all a reader needs."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return False
    return bool(body) and all(
        isinstance(line, ast.Expr)
        and isinstance(line.value, ast.Call)
        and isinstance(line.value.func, ast.Attribute)
        and line.value.func.attr in _SHOWING
        for line in body
    )


def _code_language(nb: Raw) -> str:
    metadata = nb.get("metadata") or {}
    kernel, info = metadata.get("kernelspec") or {}, metadata.get("language_info") or {}
    return str(info.get("name") or kernel.get("language") or "python")
