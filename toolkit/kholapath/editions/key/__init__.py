"""The answer key: the handout's questions and exercises in the same order, answered, and its sources."""

from __future__ import annotations

from dataclasses import replace

from kholapath.document.model import Block, Document, Group, Heading, Item, Widget
from kholapath.editions.registry import Edition


def keep(document: Document) -> Document:
    """Keep the handout's questions, the solutions, each under its exercise's heading, and the sources."""
    return replace(document, blocks=tuple(b for block in document.blocks for b in _kept(block)))


def _kept(block: Block) -> tuple[Block, ...]:
    if "solution" in block.tags:
        return (block,)
    if "instructor" in block.tags:
        return ()
    if isinstance(block, Group):
        pairs = [(title, kept) for title, child in block.children for kept in _kept(child)]
        return (replace(block, children=tuple(pairs)),) if pairs else ()
    exercise = isinstance(block, Heading) and "challenge" in block.tags
    return (block,) if exercise or _answered(block) or "sources" in block.tags else ()


def _answered(block: Block) -> bool:
    """Tell a question, or another widget that has something to answer."""
    rows = isinstance(block, Widget) and block.form["answers"]["key"]["rows"]
    return isinstance(block, Item) or bool(rows)


def render(document: Document, *, paper: str = "a4") -> bytes:
    """Return the PDF; `paper` is ``a4`` or ``letter``."""
    from kholapath.editions._paper.pdf import render as set_on_paper

    return set_on_paper(document, edition="key", paper=paper)


EDITION = Edition("key", "pdf", "application/pdf", keep, render, frozenset({"paper"}))
