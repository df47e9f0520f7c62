"""GIFT: the questions as the plain text that many learning systems read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kholapath.editions.key import keep
from kholapath.editions.registry import Edition

if TYPE_CHECKING:
    from kholapath.document.model import Document


def render(document: Document) -> bytes:
    """Return the file: the sources, the lesson as a category, and a paragraph for each question."""
    from kholapath.editions._lms.entries import category_path, entries
    from kholapath.editions._lms.report import Losses
    from kholapath.editions._lms.sources import as_lines, sources

    from .writing import escaped, question

    losses = Losses("GIFT")
    made = [question(entry, losses) for entry in entries(document, losses)]
    category = f"$CATEGORY: {escaped(category_path(document.meta))}"
    told = "\n".join(f"// {line}" for line in as_lines(sources(document)))
    return "\n\n".join(filter(None, [told, category, *made])).encode() + b"\n"


EDITION = Edition("gift", "gift", "text/plain", keep, render)
