"""The text of a page, read from its operations: runs of pieces, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    line, x
        The line it stands on, and how far along it the pen stands before it.
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
    line: Matrix
    x: float
    advance: float
    reach: float

    def point(self, ahead: float = 0.0) -> tuple[float, float]:
        """Return the point of the page that is so far ahead of where the piece begins."""
        return on(self.line, self.x + ahead)


def on(line: Matrix, x: float) -> tuple[float, float]:
    """Return the point that is so far along a line."""
    return line.e + x * line.a, line.f + x * line.b


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
    names = [str(operation.operator) for operation in operations]
    for index, name in enumerate(names):
        match name:
            case "q":
                outer.append(at)
            case "Q":
                at = outer.pop()
            case "cm":
                at = _matrix(operations[index]) @ at
            case "BT":
                first = index + 1
            case "ET":
                inside = zip(names[first:index], operations[first:index], strict=True)
                yield Run(number, first, index, at, list(_pieces(inside, fonts, number, at)))
                number += 1


def _pieces(
    inside: Iterable[tuple[str, Operation]], fonts: dict[str, Font], run: int, origin: Matrix
) -> Iterator[Piece]:
    """Yield the pieces of a run; Typst sets type and place anew before each showing."""
    font, size, line, x = next(iter(fonts.values())), 0.0, origin, 0.0
    actual = ""
    before: list[Operation] = []
    for name, operation in inside:
        match name:
            case "BDC":
                actual = str(operation.operands[1].ActualText)
            case "EMC":
                actual = ""
            case "Tm":
                line, x = _matrix(operation) @ origin, 0.0
            case "Tj" | "TJ":
                for shown, count, said in _shown(operation.operands[0], font, whole=actual != ""):
                    advance, reach = _walked(shown, font, size)
                    yield Piece(
                        run,
                        font,
                        actual or said,
                        actual != "",
                        shown,
                        count,
                        before,
                        size,
                        line,
                        x,
                        advance,
                        reach,
                    )
                    x += advance
                before = []
            case _:
                before.append(operation)
                if name == "Tf":
                    operands = operation.operands
                    font, size = fonts[str(operands[0])], float(operands[1])


def _shown(shown: Any, font: Font, *, whole: bool) -> Iterator[tuple[Shown, int, str]]:
    """Take a text apart, two bytes a glyph: as a whole, or glyph by glyph with the moves before it.

    Yields what is drawn, how many glyphs that is, and what the first of them says.
    """
    part: Shown = []
    count, said = 0, ""
    for item in [shown] if isinstance(shown, pikepdf.String) else shown:
        if not isinstance(item, pikepdf.String):
            part.append(float(item))
            continue
        raw = bytes(item)
        for i in range(0, len(raw), 2):
            glyph = raw[i : i + 2]
            part.append(glyph)
            count += 1
            said = said if count > 1 else font.says(glyph)
            if not whole:
                yield part, 1, said
                part, count = [], 0
    if count:
        yield part, count, said


def _walked(shown: Shown, font: Font, size: float) -> tuple[float, float]:
    pen = reach = 0.0
    for item in shown:
        pen += (font.width(item) if isinstance(item, bytes) else -item / 1000) * size
        reach = max(reach, pen)
    return pen, reach


def _matrix(operation: Operation) -> Matrix:
    return Matrix(*map(float, operation.operands))
