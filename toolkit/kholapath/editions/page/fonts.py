"""The page's own fonts: cut down to the characters that it shows or may come to show."""

from __future__ import annotations

import base64
import re
import unicodedata
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parents[2] / "fonts"


@dataclass(frozen=True)
class Face:
    """A font file, and the family, weight and style that the page knows it by."""

    file: str
    family: str
    weight: int = 400
    style: str = "normal"


FACES = (
    Face("NotoSans_400Regular", "Noto Sans"),
    Face("NotoSans_600SemiBold", "Noto Sans", 600),
    Face("NotoSansBengali_400Regular", "Noto Sans Bengali"),
    Face("NotoSansBengali_600SemiBold", "Noto Sans Bengali", 600),
    Face("NotoSerif_400Regular", "Noto Serif"),
    Face("NotoSerif_400Regular_Italic", "Noto Serif", 400, "italic"),
    Face("NotoSerif_600SemiBold", "Noto Serif", 600),
    Face("NotoSerifBengali_400Regular", "Noto Serif Bengali"),
    Face("NotoSerifBengali_600SemiBold", "Noto Serif Bengali", 600),
    Face("NotoSansMono_400Regular", "Noto Sans Mono"),
)

_BENGALI_WORD = re.compile("[\u0980-\u09ff\u200c\u200d\u0964]+")
_BENGALI = {chr(n) for n in range(0x980, 0xA00)}
# What a reader may type, a widget compute, and a language set between its letters.
_ALWAYS = {chr(n) for n in range(0x20, 0x7F)} | set(
    "\u00a0\u00d7\u00b7\u200c\u200d\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2212\u0964"
)


def css(read: str, shown: str, spoken: str) -> str:
    """Return ``@font-face`` rules that hold the fonts in themselves.

    Parameters
    ----------
    read
        The text as it stands: all that the serif faces set.
    shown
        Whatever the page may come to show, in any of its languages; without Bengali among it, no
        Bengali face is needed.
    spoken
        The words that the widgets bring.
    """
    wide = set(shown) | set(spoken) | _ALWAYS | _BENGALI
    sets = {"Noto Serif": set(read) | _ALWAYS, "Noto Serif Bengali": set(read) | _ALWAYS}
    # a shaper takes a vowel sign that stands on both sides of its letter, as ৌ, into its halves
    sets["Noto Serif Bengali"] |= set(unicodedata.normalize("NFD", read))
    bengali = {"Noto Serif Bengali": read, "Noto Sans Bengali": shown}
    # what stands in Bengali serif stands there for good: only its own conjuncts are drawn
    words = {"Noto Serif Bengali": frozenset(_BENGALI_WORD.findall(read))}
    return "".join(
        _rule(face, sets.get(face.family, wide), words.get(face.family))
        for face in FACES
        if not (face.family in bengali and _BENGALI.isdisjoint(bengali[face.family]))
    )


def _rule(face: Face, used: set[str], words: frozenset[str] | None) -> str:
    data = base64.b64encode(_cut(FONTS / f"{face.file}.ttf", used, words)).decode()
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f"src:url(data:font/woff;base64,{data})}}"
    )


def _cut(file: Path, used: set[str], words: frozenset[str] | None) -> bytes:
    """Return a font of these characters, with every ligature and conjunct they can form, as WOFF.

    Where `words` are given, only the conjuncts of these words are drawn: half the bytes.
    WOFF 2 would be a quarter smaller and takes twenty times as long to pack.
    """
    import uharfbuzz as hb
    from fontTools.ttLib import TTFont

    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, used))
    small = hb.subset(hb.Face(hb.Blob.from_file_path(str(file))), wanted)
    font = TTFont(BytesIO(small.blob.data), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    if words is not None:
        _blank(font, _glyphs_of(words, small))
    font.flavor = "woff"
    packed = BytesIO()
    font.save(packed, reorderTables=False)
    return packed.getvalue()


def _glyphs_of(words: frozenset[str], face: Any) -> set[int]:
    """Return the glyphs that are drawn for these words, once shaping is done with them."""
    import uharfbuzz as hb

    font, found = hb.Font(face), {0}
    for word in words:
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        found.update(info.codepoint for info in buffer.glyph_infos)
    return found


def _blank(font: Any, drawn: set[int]) -> None:
    """Take the outlines from glyphs that are only steps on the way to others."""
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    glyf, order = font["glyf"], font.getGlyphOrder()
    kept = {order[i] for i in drawn} | set(font.getBestCmap().values())
    parts = set(kept)
    while parts:
        composite = (glyf[name] for name in parts if glyf[name].isComposite())
        parts = {part for glyph in composite for part in glyph.getComponentNames(glyf)} - kept
        kept |= parts
    for name in order:
        if name not in kept:
            glyf[name] = Glyph()
