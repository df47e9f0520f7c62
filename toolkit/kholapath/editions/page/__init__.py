"""The page: a lesson as one offline file in which everything moves. No notes for the teacher."""

from __future__ import annotations

from dataclasses import replace

from kholapath.document.model import Document
from kholapath.editions.registry import Edition


def keep(document: Document) -> Document:
    """Drop what is for the teacher; a solution stays, behind a line to open."""
    kept = tuple(b for b in document.blocks if "instructor" not in b.tags)
    return replace(document, blocks=kept)


def render(document: Document) -> bytes:
    """Return the HTML file."""
    from .shell import render as set_in_page

    return set_in_page(document)


EDITION = Edition("page", "html", "text/html", keep, render)
