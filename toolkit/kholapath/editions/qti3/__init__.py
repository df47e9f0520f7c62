"""QTI 3.0: the same package for the systems that have gone on to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kholapath.editions.key import keep
from kholapath.editions.registry import Edition

if TYPE_CHECKING:
    from kholapath.document.model import Document


def render(document: Document) -> bytes:
    """Return the package."""
    from kholapath.editions.qti.package import package

    from .names import QTI_3_0

    return package(document, QTI_3_0)


EDITION = Edition("qti3", "zip", "application/zip", keep, render)
