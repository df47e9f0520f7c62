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


@dataclass(frozen=True)
class Piece:
    """A cluster, or as much of it as lies in one run.

    Attributes
    ----------
    run
        The number of its run.
    text, actual
        What it says, and whether an ActualText says it.
    shown
        What is drawn.
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
    before: list[Operation]
    size: float
    at: Matrix
    advance: float
    reach: float

    @property
    def glyphs(self) -> int:
        """How many glyphs are shown."""
        return sum(isinstance(item, bytes) for item in self.shown)


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
                shown = _glyphs(operands[0])
                for part in [shown] if actual else _single(shown):
                    text = actual or "".join(font.says(g) for g in part if isinstance(g, bytes))
                    advance, reach = _walked(part, font, size)
                    yield Piece(
                        run, font, text, bool(actual), part, before, size, at, advance, reach
                    )
                    at = Matrix().translated(advance, 0) @ at
                before = []
            case name:
                before.append(operation)
                if name == "Tf":
                    font, size = fonts[str(operands[0])], float(operands[1])


def _glyphs(shown: Any) -> Shown:
    """Take a text apart: two bytes a glyph."""
    out: Shown = []
    for item in [shown] if isinstance(shown, pikepdf.String) else shown:
        if isinstance(item, pikepdf.String):
            raw = bytes(item)
            out += [raw[i : i + 2] for i in range(0, len(raw), 2)]
        else:
            out.append(float(item))
    return out


def _single(shown: Shown) -> Iterator[Shown]:
    """Yield each glyph with the moves before it."""
    part: Shown = []
    for item in shown:
        part.append(item)
        if isinstance(item, bytes):
            yield part
            part = []


def _walked(shown: Shown, font: Font, size: float) -> tuple[float, float]:
    pen = reach = 0.0
    for item in shown:
        pen += (font.width(item) if isinstance(item, bytes) else -item / 1000) * size
        reach = max(reach, pen)
    return pen, reach


def _matrix(operation: Operation) -> Matrix:
    return Matrix(*map(float, operation.operands))
