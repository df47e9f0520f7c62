"""Markdown cut at its headings: each is a block of its own, what stands between is prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from . import model as m

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

Attachments = Mapping[str, dict[str, str]]

# A footnote or a link's address, with its further lines: it may be named in any part of the cell.
_DEFINITION = re.compile(r"^\[(\^?[^\]\n]+)\]:[^\n]*(?:\n(?: {2,}|\t)[^\n]+)*\n?", re.MULTILINE)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def split(text: str, attachments: Attachments, said: dict[str, Any]) -> Iterator[m.Block]:
    """Yield the headings and the prose of a Markdown text in order.

    Parameters
    ----------
    text
        The cell's source.
    attachments
        The cell's: name to ``{mime: base64}``.
    said
        The fields that each block begins with.
    """
    lines = text.splitlines()
    above = 0
    parts: list[str | tuple[int, str]] = []
    for start, end, level, words in _headings(text):
        parts += ["\n".join(lines[above:start]), (level, words)]
        above = end
    parts.append("\n".join(lines[above:]))
    shared = {f[1]: f[0].rstrip("\n") for f in _DEFINITION.finditer(text)} if above else {}
    for part in parts:
        if isinstance(part, tuple):
            yield m.Heading(**said, level=part[0], markdown=part[1])
        elif prose := _whole(part, shared).strip():
            yield m.Prose(**said, markdown=prose, attachments=dict(attachments))


def first_title(text: str) -> str:
    """Return the words of a text's first heading of level 1; "" if it has none."""
    return next((words for _, _, level, words in _headings(text) if level == 1), "")


def _headings(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield first line, line after the last, level and words of each heading at the top level."""
    tokens = _parser().parse(text)
    for i, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0 and token.map:
            yield token.map[0], token.map[1], int(token.tag[1:]), tokens[i + 1].content


def _whole(part: str, shared: dict[str, str]) -> str:
    """Give a part the definitions that it names, which may stand in another."""
    if not shared:
        return part
    part = _DEFINITION.sub("", part).strip()
    named = [words for name, words in shared.items() if f"[{name}]" in part]
    return "\n\n".join([part, *named])
