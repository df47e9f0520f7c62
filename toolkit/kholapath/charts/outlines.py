"""Words as outlines: every ``<text>`` of an SVG shaped by HarfBuzz and drawn as a path.

Neither vl-convert nor Typst lays out Bengali rightly in a picture today, and a PDF/UA picture may
hold no text without a font; a path is right in both.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any
from xml.etree import ElementTree as ET

from .compile import FONTS

SVG = "http://www.w3.org/2000/svg"
_BOLD = re.compile(r"bold|[6-9]\d\d")
# Marks that turn the direction of text, controls, and what no chart needs to draw.
_UNDRAWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
# What draws a rim round words, so that lines pass behind them.
_RIM = ("stroke", "stroke-width", "stroke-linejoin", "stroke-opacity")
_log = logging.getLogger("kholapath")


@dataclass(frozen=True)
class Face:
    """A font as HarfBuzz holds it, with the characters it covers."""

    font: Any
    covers: frozenset[int]
    unit: float


@dataclass(frozen=True)
class Glyph:
    """One placed glyph: its face, its index there, and where it stands in ems from the start."""

    face: Face
    index: int
    x: float
    y: float


@cache
def faces(style: str) -> tuple[Face, ...]:
    """Return the faces of a weight in the order they are tried: Latin first, then Bengali."""
    import uharfbuzz as hb

    found = []
    for family in ("NotoSans", "NotoSansBengali"):
        blob = hb.Blob.from_file_path(str(FONTS / f"{family}_{style}.ttf"))
        face = hb.Face(blob)
        found.append(Face(hb.Font(face), frozenset(face.unicodes), 1 / face.upem))
    return tuple(found)


def shape(text: str, style: str = "400Regular") -> tuple[list[Glyph], float]:
    """Shape a line of text.

    Returns
    -------
    The glyphs, and the line's width in ems.
    """
    import uharfbuzz as hb

    glyphs: list[Glyph] = []
    x = 0.0
    for face, run in _runs(_UNDRAWN.sub("", text), faces(style)):
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.guess_segment_properties()
        hb.shape(face.font, buffer)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            left, up = x + at.x_offset * face.unit, at.y_offset * face.unit
            glyphs.append(Glyph(face, info.codepoint, left, up))
            x += at.x_advance * face.unit
    return glyphs, x


def _runs(text: str, known: tuple[Face, ...]) -> list[tuple[Face, str]]:
    """Split text where its font changes; what both fonts have stays with what comes before it."""
    current = known[0]
    chosen: list[tuple[Face, str]] = []
    for char in text:
        having = [face for face in known if ord(char) in face.covers]
        if not having:
            _report(char)
        if having and (current not in having or char.isalnum()):
            current = having[0]
        chosen.append((current, char))
    return [(f, "".join(c for _, c in run)) for f, run in groupby(chosen, key=lambda pair: pair[0])]


@cache
def _report(char: str) -> None:
    """Say once that a character cannot be drawn: a chart says it at every tick."""
    _log.warning("a chart holds %r, which no font on paper has; an empty box stands there", char)


def path_of(text: str, size: float, anchor: str, style: str = "400Regular") -> str:
    """Return a line of text as an SVG path's ``d``, its baseline on y = 0."""
    glyphs, width = shape(text, style)
    left = {"middle": -width / 2, "end": -width}.get(anchor, 0.0)
    return "".join(_placed(glyph, left, size) for glyph in glyphs)


def _placed(glyph: Glyph, left: float, size: float) -> str:
    unit = glyph.face.unit
    parts = []
    for command, points in _drawn(glyph.face, glyph.index):
        numbers = (
            f"{(left + glyph.x + px * unit) * size:.2f} {-(glyph.y + py * unit) * size:.2f}"
            for px, py in points
        )
        parts.append(command + " ".join(numbers))
    return "".join(parts)


@cache
def _drawn(face: Face, index: int) -> list[tuple[str, list[tuple[float, float]]]]:
    """A glyph's outline as path commands, in font units."""
    import uharfbuzz as hb

    pen = hb.DrawFuncs()
    out: list[tuple[str, list[tuple[float, float]]]] = []
    pen.set_move_to_func(lambda x, y, _: out.append(("M", [(x, y)])))
    pen.set_line_to_func(lambda x, y, _: out.append(("L", [(x, y)])))
    pen.set_quadratic_to_func(lambda a, b, x, y, _: out.append(("Q", [(a, b), (x, y)])))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, _: out.append(("C", [(a, b), (c, d), (x, y)])))
    pen.set_close_path_func(lambda _: out.append(("Z", [])))
    face.font.draw_glyph(index, pen)
    return out


def outline(root: ET.Element) -> None:
    """Replace every text element under `root` by its outline."""
    for parent in list(root.iter()):
        for place, child in enumerate(list(parent)):
            if child.tag == f"{{{SVG}}}text":
                parent[place] = _outlined(child)


def _outlined(text: ET.Element) -> ET.Element:
    """One text element, of one line or of several, as a group of paths."""
    size = float(text.get("font-size", "13").removesuffix("px"))
    style = "600SemiBold" if _BOLD.search(text.get("font-weight", "")) else "400Regular"
    anchor = text.get("text-anchor", "start")
    kept = ("transform", "fill", "opacity", "fill-opacity", *_RIM)
    group = ET.Element(f"{{{SVG}}}g", {k: v for k in kept if (v := text.get(k)) is not None})
    down = 0.0
    lines = list(text) or [text]
    for line in lines:
        down += float(line.get("dy", "0")) if line is not text else 0.0
        drawn = path_of(line.text or "", size, anchor, style)
        if drawn:
            moved = {"transform": f"translate(0,{down:g})"} if down else {}
            ET.SubElement(group, f"{{{SVG}}}path", {"d": drawn, **moved})
    return group
