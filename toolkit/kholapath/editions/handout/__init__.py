"""The handout: a lesson on paper for the learner. No answers, no notes for the teacher."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kholapath.editions.registry import Edition

if TYPE_CHECKING:
    from kholapath.document.model import Document

_TEACHER = frozenset({"instructor", "solution"})


def keep(document: Document) -> Document:
    """Drop what is for the teacher."""
    return replace(document, blocks=tuple(b for b in document.blocks if not b.tags & _TEACHER))


def render(document: Document, *, paper: str = "a4") -> bytes:
    """Return the PDF; `paper` is ``a4`` or ``letter``."""
    from kholapath.editions._paper.pdf import render as set_on_paper

    return set_on_paper(document, edition="handout", paper=paper)


EDITION = Edition("handout", "pdf", "application/pdf", keep, render)
