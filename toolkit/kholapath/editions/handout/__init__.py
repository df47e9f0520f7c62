"""The handout: a lesson on paper for the learner. No answers, no notes for the teacher."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from kholapath.document.model import Block, Code, Document, Prose
from kholapath.editions.registry import Edition

ROOM = "room"
"""The tag of a block that is empty lines to write on."""

_TEACHER = frozenset({"instructor", "solution"})
_A_LINE = 60  # letters of handwriting
_FEWEST, _MOST = 3, 16


def keep(document: Document) -> Document:
    """Drop what is for the teacher; a solution leaves room to write as much."""
    return replace(document, blocks=tuple(_kept(document.blocks)))


def _kept(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for solved, run in groupby(blocks, key=lambda b: "solution" in b.tags):
        if solved:
            yield _room(list(run))
        else:
            yield from (b for b in run if not b.tags & _TEACHER)


def _room(solution: list[Block]) -> Code:
    code = sum(b.source.count("\n") + 1 for b in solution if isinstance(b, Code))
    words = sum(len(b.markdown) for b in solution if isinstance(b, Prose))
    lines = min(max(_FEWEST, code or words // _A_LINE + 1), _MOST)
    first = solution[0]
    return Code(first.where, first.lang, frozenset({ROOM}), source="\n" * lines, language="")


def render(document: Document, *, paper: str = "a4") -> bytes:
    """Return the PDF; `paper` is ``a4`` or ``letter``."""
    from kholapath.editions._paper.pdf import render as set_on_paper

    return set_on_paper(document, edition="handout", paper=paper)


EDITION = Edition("handout", "pdf", "application/pdf", keep, render, frozenset({"paper"}))
