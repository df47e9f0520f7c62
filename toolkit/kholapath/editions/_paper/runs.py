"""The text of a page, read from its operations: runs of pieces, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Matrix

from .embedded import Font

Operation = ContentStreamInstruction | ContentStreamInlineImage
Shown = list[bytes | float]
"""Glyphs, and the moves to the left between them in thousandths of the type's size."""


@dataclass(slots=True)
class Piece:
    """A cluster, or as much of it as lies in one run.

    Attributes
    ----------
    run
        The number of its run.
    text, actual
        What it says, and whether an ActualText says it.
    shown, glyphs
        What is drawn, and how many glyphs that are.
    before
        The operations that set its type.
    size
        Of its type, in points.
    at
        Where the pen stands on the page before it.
    advance, reach
        How far the pen has gone after it, and how far it went at most.
    """

    run: int
    font: Font
    text: str
    actual: bool
    shown: Shown
    glyphs: int
    before: list[Operation]
    size: float
    at: Matrix
    advance: float
    reach: float


@dataclass(frozen=True)
class Run:
    """A text object: what lies in ``operations[first:last]``, its origin `at` on the page."""

    number: int
    first: int
    last: int
    at: Matrix
    pieces: list[Piece]


def runs(operations: list[Operation], fonts: dict[str, Font]) -> Iterator[Run]:
    """Yield the runs of a page in the order they are drawn."""
    at = Matrix()
    outer: list[Matrix] = []
    first = number = 0
    for index, operation in enumerate(operations):
        match str(operation.operator):
            case "q":
                outer.append(at)
            case "Q":
                at = outer.pop()
            case "cm":
                at = _matrix(operation) @ at
            case "BT":
                first = index + 1
            case "ET":
                pieces = list(_pieces(operations[first:index], fonts, number, at))
                yield Run(number, first, index, at, pieces)
                number += 1


def _pieces(
    inside: list[Operation], fonts: dict[str, Font], run: int, origin: Matrix
) -> Iterator[Piece]:
    """Yield the pieces of a run; Typst sets type and place anew before each showing."""
    font, size, at, actual = next(iter(fonts.values())), 0.0, origin, None
    before: list[Operation] = []
    for operation in inside:
        operands = operation.operands
        match str(operation.operator):
            case "BDC":
                actual = str(operands[1].ActualText)
            case "EMC":
                actual = None
            case "Tm":
                at = _matrix(operation) @ origin
            case "Tj" | "TJ":
                for shown, glyphs in _shown(operands[0], whole=actual is not None):
                    text = actual or font.says(glyphs[0])
                    advance, reach = _walked(shown, font, size)
                    yield Piece(
                        run,
                        font,
                        text,
                        bool(actual),
                        shown,
                        len(glyphs),
                        before,
                        size,
                        at,
                        advance,
                        reach,
                    )
                    at = Matrix(1, 0, 0, 1, advance, 0) @ at
                before = []
            case name:
                before.append(operation)
                if name == "Tf":
                    font, size = fonts[str(operands[0])], float(operands[1])


def _shown(shown: Any, *, whole: bool) -> Iterator[tuple[Shown, list[bytes]]]:
    """Take a text apart, two bytes a glyph: as a whole, or glyph by glyph with the moves before it."""
    part: Shown = []
    glyphs: list[bytes] = []
    for item in [shown] if isinstance(shown, pikepdf.String) else shown:
        if not isinstance(item, pikepdf.String):
            part.append(float(item))
            continue
        raw = bytes(item)
        for i in range(0, len(raw), 2):
            glyphs.append(raw[i : i + 2])
            part.append(glyphs[-1])
            if not whole:
                yield part, glyphs
                part, glyphs = [], []
    if glyphs:
        yield part, glyphs


def _walked(shown: Shown, font: Font, size: float) -> tuple[float, float]:
    pen = reach = 0.0
    for item in shown:
        pen += (font.width(item) if isinstance(item, bytes) else -item / 1000) * size
        reach = max(reach, pen)
    return pen, reach


def _matrix(operation: Operation) -> Matrix:
    return Matrix(*map(float, operation.operands))
