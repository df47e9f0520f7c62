"""A pen that draws pieces of text in a run, each where it stood, and says what they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Matrix, Name, Operator

from .runs import Operation, Piece, Run, Shown, on

_HAIR = 0.002  # points: nearer is the same place
_SHORT = 0.05  # points: a word that ends so far before its end is put right


class Pen:
    """Writes the operations of one run.

    Parameters
    ----------
    run
        The run that is drawn anew.
    """

    def __init__(self, run: Run) -> None:
        self._home = run.at.inverse()
        self._out: list[Operation] = []
        self._row: Shown = []
        self._type: tuple[Any, float] | None = None
        self._x = self._y = float("nan")
        self._seen: Matrix | None = None
        self._placed = self._home

    def done(self) -> list[Operation]:
        """Return the operations."""
        self._flush()
        return self._out

    def draw(self, pieces: list[Piece], shown: list[Shown]) -> None:
        """Draw what is shown of each piece; what stands on one line is shown in one go."""
        for piece, glyphs in zip(pieces, shown, strict=True):
            line = self._line(piece)
            x, y = on(line, piece.x)
            if self._type != (piece.font, piece.size):
                self._flush()
                self._type = piece.font, piece.size
                self._out += piece.before
            if abs(y - self._y) < _HAIR:
                if abs(x - self._x) > _HAIR:
                    self._row.append((self._x - x) * 1000 / piece.size)
            else:
                self._flush()
                a, b, c, d, _, _ = line.shorthand
                self._do("Tm", *(round(n, 4) for n in (a, b, c, d, x, y)))
            self._row += glyphs
            self._x, self._y = x + piece.advance, y

    def _line(self, piece: Piece) -> Matrix:
        """Return a piece's line as the run sees it: worked out once for all on it."""
        if self._seen is not piece.line:
            self._seen, self._placed = piece.line, piece.line @ self._home
        return self._placed

    @contextmanager
    def saying(self, text: str, word: list[Piece]) -> Iterator[None]:
        """Say `text` of all that is drawn meanwhile, which is `word`."""
        self._flush()
        self._do("BDC", Name.Span, pikepdf.Dictionary(ActualText=pikepdf.String(text)))
        yield
        self._reach(max(on(self._line(p), p.x)[0] + p.reach for p in word))
        self._flush()
        self._do("EMC")

    def _reach(self, end: float) -> None:
        """Let a mark that comes last end where the word ends: readers measure the word by it."""
        short = end - self._x
        if short > _SHORT:
            mark = self._row.pop()
            self._flush()
            self._do("Tc", round(short, 4))
            self._row = [mark]
            self._flush()
            self._do("Tc", 0)
            self._x = end

    def _flush(self) -> None:
        if self._row:
            items: list[Any] = []
            for glyphs, some in groupby(self._row, key=lambda item: isinstance(item, bytes)):
                if glyphs:
                    items.append(pikepdf.String(b"".join(some)))  # type: ignore[arg-type]
                else:
                    items += [round(move, 3) for move in some]  # type: ignore[arg-type]
            self._do("TJ", pikepdf.Array(items))
        self._row = []

    def _do(self, name: str, *operands: Any) -> None:
        self._out.append(ContentStreamInstruction(list(operands), _operator(name)))


@cache
def _operator(name: str) -> Operator:
    return Operator(name)
