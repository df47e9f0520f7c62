"""A pen that draws pieces of text in a run, each where it stood, and says what they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Name, Operator

from .runs import Operation, Piece, Run, Shown

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

    def done(self) -> list[Operation]:
        """Return the operations."""
        self._flush()
        return self._out

    def draw(self, pieces: list[Piece]) -> None:
        """Draw pieces; what stands on one line is shown in one go."""
        for piece in pieces:
            place = piece.at @ self._home
            if self._type != (piece.font, piece.size):
                self._flush()
                self._type = piece.font, piece.size
                self._out += piece.before
            if abs(place.f - self._y) < _HAIR:
                if abs(place.e - self._x) > _HAIR:
                    self._row.append((self._x - place.e) * 1000 / piece.size)
            else:
                self._flush()
                self._do("Tm", *(round(n, 4) for n in place.shorthand))
            self._row += piece.shown
            self._x, self._y = place.e + piece.advance, place.f

    @contextmanager
    def saying(self, text: str, word: list[Piece]) -> Iterator[None]:
        """Say `text` of all that is drawn meanwhile, which is `word`."""
        self._flush()
        self._do("BDC", Name.Span, pikepdf.Dictionary(ActualText=pikepdf.String(text)))
        yield
        self._reach(max((p.at @ self._home).e + p.reach for p in word))
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
