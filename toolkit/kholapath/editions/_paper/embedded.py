"""An embedded font of a PDF: what its glyphs say, how wide they are, how it shapes a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from .glyphs import FONTS

Spelt = list[tuple[str, int]]
"""The clusters of a word, each with the number of its glyphs."""

_PAIR = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


class Font:
    """A font of a page's resources, as Typst embeds it: two bytes a glyph.

    Parameters
    ----------
    font
        Its dictionary, of type 0.
    """

    def __init__(self, font: Any) -> None:
        inner = font.DescendantFonts[0]
        self.name = str(inner.BaseFont).rpartition("+")[2]
        pairs = _PAIR.findall(font.ToUnicode.read_bytes())
        self._says = {bytes.fromhex(g.decode()): bytes.fromhex(t.decode()) for g, t in pairs}
        self._widths = _widths(inner.W)

    def says(self, glyph: bytes) -> str:
        """Return the text that a glyph stands for where no ActualText says otherwise."""
        return self._says.get(glyph, b"").decode("utf-16-be")

    def width(self, glyph: bytes) -> float:
        """Return how far a glyph goes on, in ems."""
        return self._widths.get(int.from_bytes(glyph), 0.0) / 1000

    def spelt(self, word: str) -> Spelt:
        """Return how this font sets a word; nothing if it is not one of ours."""
        return _shaped(self.name, word)


def _widths(listed: Sequence[Any]) -> dict[int, float]:
    """Read a CID font's widths: ``first [w w …]`` or ``first last w``."""
    out: dict[int, float] = {}
    items = list(listed)
    while items:
        first, second = int(items.pop(0)), items.pop(0)
        try:
            last = int(second)
        except TypeError:
            out |= {first + i: float(w) for i, w in enumerate(second)}
        else:
            out |= dict.fromkeys(range(first, last + 1), float(items.pop(0)))
    return out


@cache
def _shaped(name: str, word: str) -> Spelt:
    import uharfbuzz as hb

    family, _, style = name.partition("-")
    files = list(FONTS.glob(f"{family}_*{style}.ttf"))
    if not files:
        return []
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(_opened(str(files[0])), buffer)
    counts = Counter(info.cluster for info in buffer.glyph_infos)
    starts = sorted(counts)
    return [
        (word[start:end], counts[start])
        for start, end in zip(starts, [*starts[1:], len(word)], strict=True)
    ]


@cache
def _opened(file: str) -> Any:
    import uharfbuzz as hb

    return hb.Font(hb.Face(hb.Blob.from_file_path(file)))
