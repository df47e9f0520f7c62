"""Moodle XML: the questions for Moodle's question bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kholapath.editions.key import keep
from kholapath.editions.registry import Edition

if TYPE_CHECKING:
    from kholapath.document.model import Document


def render(document: Document) -> bytes:
    """Return the file."""
    from xml.etree import ElementTree as ET

    from kholapath.editions._lms.entries import entries
    from kholapath.editions._lms.report import Losses

    from .writing import category, question

    losses = Losses("Moodle XML")
    quiz = ET.Element("quiz")
    quiz.append(category(document))
    for entry in entries(document, losses):
        made = question(entry, losses)
        if made is not None:
            quiz.append(made)
    ET.indent(quiz)
    data: bytes = ET.tostring(quiz, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


EDITION = Edition("moodle", "xml", "application/xml", keep, render)
