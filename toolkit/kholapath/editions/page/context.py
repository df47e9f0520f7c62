"""What is kept while a page is made: its words, its headings, and the widgets to be mounted in it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from kholapath.document import model as m
from kholapath_widgets._shared.locale import base, digits

Json = dict[str, Any]

_HERE = Path(__file__).parent
_DEEPEST = 6


@cache
def words(lang: str) -> dict[str, str]:
    """Return the page's own words in a language, English where there are none."""
    file = _HERE / "strings" / f"{base(lang)}.json"
    if not file.exists():
        file = _HERE / "strings" / "en.json"
    said: dict[str, str] = json.loads(file.read_text("utf-8"))
    return said


@dataclass(frozen=True)
class Entry:
    """A line of the contents: `html` is the heading's text without links."""

    name: str
    level: int
    html: str


@dataclass
class Page:
    """What a document becomes beside its text.

    Attributes
    ----------
    widgets
        Kind and state of each widget that the host mounts, in the order of their places.
    contents
        The headings so far.
    """

    lang: str
    widgets: list[Json] = field(default_factory=list)
    contents: list[Entry] = field(default_factory=list)
    numbered: int = 0
    _above: list[int] = field(default_factory=list)
    _names: set[str] = field(default_factory=set)

    def say(self, name: str, **values: object) -> str:
        """Return one of the page's words with its values filled in, as HTML."""
        shown = {k: digits(str(v), self.lang) for k, v in values.items()}
        return escape(words(self.lang)[name].format(**shown))

    def level(self, of: int) -> int:
        """Return the level of a heading that is `of` in its notebook: under the title, none skipped."""
        while self._above and self._above[-1] >= of:
            self._above.pop()
        self._above.append(of)
        return min(len(self._above) + 1, _DEEPEST)

    def name(self, block: m.Block, kind: str) -> str:
        """Return an id of the page's own for a block: the same in every language of a lesson."""
        cell = re.sub(r"[^A-Za-z0-9_-]", "", block.where.cell_id) or str(block.where.cell)
        stem, count = f"{kind}-{cell}", 1
        name = stem
        while name in self._names:
            count += 1
            name = f"{stem}-{count}"
        self._names.add(name)
        return name

    def lang_of(self, lang: str) -> str:
        """Return a ``lang`` attribute where a run is of another language than the page."""
        return "" if lang == self.lang else f' lang="{escape(lang, quote=True)}"'
