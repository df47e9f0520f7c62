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

_SECTION = 100  # lines at most in a section of a CMap
_PAIR = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


class Font:
    """A font of a page's resources, as Typst embeds it: two bytes a glyph.

    Parameters
    ----------
    font
        Its dictionary, of type 0.
    """

    def __init__(self, font: Any) -> None:
        self._font = font
        self._inner = font.DescendantFonts[0]
        self.name = str(self._inner.BaseFont).rpartition("+")[2]
        pairs = _PAIR.findall(font.ToUnicode.read_bytes())
        self._says = {
            bytes.fromhex(g.decode()): bytes.fromhex(t.decode()).decode("utf-16-be")
            for g, t in pairs
        }
        self._widths = _widths(self._inner.W)
        self._first = 1 + max(int.from_bytes(code) for code in {*self._says, *self._widths})
        self._codes: dict[tuple[bytes, str], bytes] = {}

    def says(self, glyph: bytes) -> str:
        """Return the text that a glyph stands for where no ActualText says otherwise."""
        return self._says.get(glyph, "")

    def width(self, glyph: bytes) -> float:
        """Return how far a glyph goes on, in ems."""
        return self._widths.get(glyph, 0.0)

    def spelt(self, word: str) -> Spelt:
        """Return how this font sets a word; nothing if it is not one of ours."""
        return _shaped(self.name, word)

    def code(self, glyph: bytes, text: str) -> bytes:
        """Return a code of its own for a glyph where it stands for this text."""
        if self.says(glyph) == text or "/CIDToGIDMap" not in self._inner:
            return glyph
        free = self._first + len(self._codes)
        return self._codes.setdefault((glyph, text), free.to_bytes(2))

    def write(self, pdf: Any) -> None:
        """Write the new codes into the font: their glyphs, their widths and what they say."""
        if not self._codes:
            return
        glyphs = [number.to_bytes(2) for number in range(self._first)]
        glyphs += [glyph for glyph, _ in self._codes]
        self._inner.CIDToGIDMap = pdf.make_stream(b"".join(glyphs))
        for (glyph, text), code in self._codes.items():
            self._says[code] = text
            self._inner.W.extend([int.from_bytes(code), [self.width(glyph) * 1000]])
        # it would have to list the new codes too, and need not be there
        if "/CIDSet" in self._inner.FontDescriptor:
            del self._inner.FontDescriptor.CIDSet
        before, _, rest = self._font.ToUnicode.read_bytes().partition(b"endcodespacerange\n")
        after = rest[rest.rindex(b"endbfchar\n") + len(b"endbfchar\n") :]
        self._font.ToUnicode = pdf.make_stream(
            before + b"endcodespacerange\n" + _mapped(self._says) + after
        )


def _mapped(says: dict[bytes, str]) -> bytes:
    """Write what codes say, as a CMap does: a hundred at a time."""
    lines = [
        f"<{c.hex()}> <{t.encode('utf-16-be').hex()}>\n".upper().encode()
        for c, t in sorted(says.items())
    ]
    return b"".join(
        b"%d beginbfchar\n%sendbfchar\n" % (len(some), b"".join(some))
        for some in (lines[i : i + _SECTION] for i in range(0, len(lines), _SECTION))
    )


def _widths(listed: Sequence[Any]) -> dict[bytes, float]:
    """Read a CID font's widths, in thousandths: ``first [w w …]`` or ``first last w``."""
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
    return {number.to_bytes(2): width / 1000 for number, width in out.items()}


@cache
def _shaped(name: str, word: str) -> Spelt:
    import uharfbuzz as hb

    font = _opened(name)
    if font is None:
        return []
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    counts = Counter(info.cluster for info in buffer.glyph_infos)
    starts = sorted(counts)
    return [
        (word[start:end], counts[start])
        for start, end in zip(starts, [*starts[1:], len(word)], strict=True)
    ]


@cache
def _opened(name: str) -> Any:
    import uharfbuzz as hb

    family, _, style = name.partition("-")
    files = list(FONTS.glob(f"{family}_*{style}.ttf"))
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(files[0])))) if files else None
