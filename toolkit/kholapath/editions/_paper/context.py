"""What is kept while a document is laid out: its Markdown, its files and how deep its headings are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kholapath.document import model as m

from .glyphs import cleaned
from .markdown import Piece

Json = dict[str, Any]


@dataclass
class Layout:
    """What a document becomes: blocks for the template, the Markdown in them, and files."""

    name: str
    lang: str
    key: bool
    pieces: list[Piece] = field(default_factory=list)
    homes: list[m.Block | None] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    pictures: Json = field(default_factory=dict)
    charts: list[tuple[Json, m.Chart]] = field(default_factory=list)
    above: list[int] = field(default_factory=list)
    numbered: int = 0

    @property
    def level(self) -> int:
        """How deep the reader is in headings; the key's own heading is the first."""
        return len(self.above) + int(self.key)

    def md(self, text: str | None, home: m.Block | None, *, inline: bool = False) -> int | None:
        """Keep a piece of Markdown; return its number, None for nothing."""
        text = self.clean(text or "", home)
        if not text.strip():
            return None
        self.pieces.append(Piece(text, inline=inline))
        self.homes.append(home)
        return len(self.pieces) - 1

    def clean(self, value: Any, home: m.Block | None) -> Any:
        """Return a JSON value with every text in it settable; what is not is reported with its cell."""
        cell = f", cell {home.where.cell} (id {home.where.cell_id})" if home else ""
        return cleaned(value, self.name + cell)
