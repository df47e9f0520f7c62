"""What a lesson builds on, for the place that a format has for it: licences ask that it be named."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from kholapath.document.model import Document, Heading, Prose
from kholapath_widgets._shared.markdown import prose_html, to_html

from .entries import cleaned
from .markup import parse, replaced, with_tex

_LISTS = frozenset({"ul", "ol"})


def sources(document: Document) -> str:
    """Return the cells tagged ``sources`` as HTML; nothing if there are none."""
    parts = []
    for block in document.blocks:
        if "sources" not in block.tags:
            continue
        if isinstance(block, Heading):
            title = to_html(cleaned(block.markdown), inline=True)
            parts.append(f"<p><strong>{title}</strong></p>")
        elif isinstance(block, Prose):
            parts.append(prose_html(cleaned(block.markdown), lang=block.lang))
    return "\n".join(parts)


def as_lines(html: str) -> list[str]:
    """Return a text's paragraphs and entries as a line each, with the address of every link."""
    root = replaced(with_tex(parse(html)), _address)
    rows = [row for child in root for row in (child if child.tag in _LISTS else [child])]
    lines = [" ".join("".join(row.itertext()).split()) for row in rows]
    return [line for line in lines if line]


def _address(element: ET.Element) -> str | None:
    if element.tag != "a":
        return None
    words = "".join(element.itertext())
    return f"{words} ({address})" if (address := element.get("href")) else words
