"""The answer key: the handout's questions in the same order, under the same numbers, answered."""

from __future__ import annotations

from dataclasses import replace

from kholapath.document.model import Block, Document, Group, Item
from kholapath.editions import handout
from kholapath.editions.registry import Edition


def keep(document: Document) -> Document:
    """Keep the questions that the handout asks, and nothing else."""
    asked = handout.keep(document).blocks
    return replace(document, blocks=tuple(item for block in asked for item in _items(block)))


def _items(block: Block) -> tuple[Item, ...]:
    if isinstance(block, Group):
        return tuple(item for _, child in block.children for item in _items(child))
    return (block,) if isinstance(block, Item) else ()


def render(document: Document, *, paper: str = "a4") -> bytes:
    """Return the PDF; `paper` is ``a4`` or ``letter``."""
    from kholapath.editions._paper.pdf import render as set_on_paper

    return set_on_paper(document, edition="key", paper=paper)


EDITION = Edition("key", "pdf", "application/pdf", keep, render)
