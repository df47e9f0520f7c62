"""QTI 2.1: the questions as a content package, an item a file, in a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kholapath.editions.key import keep
from kholapath.editions.registry import Edition

if TYPE_CHECKING:
    from kholapath.document.model import Document


def render(document: Document) -> bytes:
    """Return the package."""
    from .dialect import QTI_2_1
    from .package import package

    return package(document, QTI_2_1)


EDITION = Edition("qti", "zip", "application/zip", keep, render)
