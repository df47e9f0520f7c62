"""What a reader copies from a PDF: every word once, and as it is spelt.

A Bengali syllable is a cluster of several glyphs. Typst cuts it where a mark stands higher or
lower than its letter, into runs that each say the whole syllable, so copied text stutters:
"দুদুটি" for "দুটি". Here the pieces of a word come together again, said by one ActualText.
"""

from __future__ import annotations

import io
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Matrix, Name, Operator

from .embedded import Font, Spelt
from .runs import Operation, Piece, Run, Shown, runs

_MOST_READINGS = 64
_NEAR = 0.05  # points


def mend(pdf: bytes) -> bytes:
    """Return a PDF of Typst with its words whole; it looks the same, and its tags are the same."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts: dict[tuple[int, int], Font] = {}
        for page in opened.pages:
            known = {
                name: fonts.setdefault(font.objgen, Font(font))
                for name, font in page.Resources.get("/Font", {}).items()
            }
            mended = _mended(list(pikepdf.parse_content_stream(page)), known)
            page.Contents = opened.make_stream(pikepdf.unparse_content_stream(mended))
        for font in fonts.values():
            font.write(opened)
        generate = pikepdf.ObjectStreamMode.generate
        opened.save(out, object_stream_mode=generate, deterministic_id=True)
    return out.getvalue()


def _mended(operations: list[Operation], fonts: dict[str, Font]) -> list[Operation]:
    found = list(runs(operations, fonts))
    homes: dict[int, list[list[Piece]]] = defaultdict(list)
    changed: set[int] = set()
    for word in _words([piece for run in found for piece in run.pieces]):
        homes[word[0].run].append(word)
        if _in_pieces(word):
            changed |= {piece.run for piece in word}
    for run in reversed(found):
        if run.number in changed:
            operations[run.first : run.last] = _Pen(run).draw(homes[run.number])
    return operations


def _words(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Put together what is one word."""
    word: list[Piece] = []
    for piece in pieces:
        if word and not _joined(word[-1], piece):
            yield word
            word = []
        word.append(piece)
    if word:
        yield word


def _joined(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces are of one word; in two runs, whether only their heights part them."""
    same = one.font is other.font and one.size == other.size
    if not same or one.text.isspace() or other.text.isspace():
        return False
    dx, dy = one.at.e + one.reach - other.at.e, one.at.f - other.at.f
    return one.run == other.run or (abs(dx) < one.size / 2 and 0 < abs(dy) < one.size)


def _in_pieces(word: list[Piece]) -> bool:
    return word[0].run != word[-1].run or any(piece.actual for piece in word)


def _spelt(word: list[Piece]) -> Spelt:
    """Return the clusters that the pieces of a word stand for.

    Two pieces in different runs that say the same are one cluster, or two (কুকুর): it is the
    reading that the font sets in so many glyphs.
    """
    ties = [
        i
        for i in range(1, len(word))
        if word[i].text == word[i - 1].text and word[i].run != word[i - 1].run
    ]
    readings = [
        _reading(word, {i for i, apart in zip(ties, choice, strict=True) if not apart})
        for choice in islice(product((False, True), repeat=len(ties)), _MOST_READINGS)
    ]
    font = word[0].font
    return next((r for r in readings if font.spelt(_text(r)) == r), readings[0])


def _text(spelt: Spelt) -> str:
    return "".join(text for text, _ in spelt)


def _reading(word: list[Piece], ties: set[int]) -> Spelt:
    out: Spelt = []
    for i, piece in enumerate(word):
        have = out.pop()[1] if i in ties else 0
        out.append((piece.text, have + piece.glyphs))
    return out


def _shares(spelt: Spelt) -> list[str]:
    """Deal the letters of a word to its glyphs in their order, none left without.

    For readers that heed no ActualText. Where glyphs are more than letters, a vowel sign counts
    as its two halves; nothing is dealt if they still are.
    """
    out: list[str] = []
    letters, glyphs = "", 0
    for text, count in spelt:
        letters, glyphs = letters + text, glyphs + count
        if len(letters) >= glyphs:
            out += [*letters[: glyphs - 1], letters[glyphs - 1 :]]
            letters, glyphs = "", 0
    letters = unicodedata.normalize("NFD", letters)
    if len(letters) < glyphs:
        return []
    return [*out, *letters[: glyphs - 1], letters[glyphs - 1 :]] if glyphs else out


def _coded(word: list[Piece], shares: list[str]) -> list[Piece]:
    """Return the pieces with codes that say the letters of each glyph."""
    if not shares:
        return word
    left = iter(shares)
    return [
        replace(
            p, shown=[p.font.code(g, next(left)) if isinstance(g, bytes) else g for g in p.shown]
        )
        for p in word
    ]


class _Pen:
    """Draws pieces in a run, those that follow each other in one go."""

    def __init__(self, run: Run) -> None:
        self._home = run.at.inverse()
        self._row: Shown = []
        self._last: Piece | None = None
        self.out: list[Operation] = []

    def draw(self, words: list[list[Piece]]) -> list[Operation]:
        """Return the operations that draw the words, and say those whose glyphs do not."""
        for word in words:
            if not _in_pieces(word):
                self._add(word)
                continue
            self._flush()
            spelt = _spelt(word)
            said = pikepdf.Dictionary(ActualText=pikepdf.String(_text(spelt)))
            self._do("BDC", Name.Span, said)
            self._add(_coded(word, _shares(spelt)))
            self._end(word)
            self._do("EMC")
        self._flush()
        return self.out

    def _add(self, word: list[Piece]) -> None:
        for piece in word:
            if self._last is None or piece.before is not self._last.before:
                self._flush()
                self.out += piece.before
                self._do("Tm", *(round(n, 4) for n in self._place(piece).shorthand))
            self._row += piece.shown
            self._last = piece

    def _end(self, word: list[Piece]) -> None:
        """Let a mark that comes last end where the word ends: readers measure the word by it."""
        last = word[-1]
        ends = [self._place(p).e + p.reach for p in word]
        short = max(ends) - self._place(last).e - last.advance
        if short > _NEAR:
            glyph = self._row.pop()
            self._flush_row()
            self._do("Tc", round(short, 4))
            self._row = [glyph]
            self._flush()
            self._do("Tc", 0)
        self._flush()

    def _place(self, piece: Piece) -> Matrix:
        return piece.at @ self._home

    def _flush(self) -> None:
        self._flush_row()
        self._last = None

    def _flush_row(self) -> None:
        if self._row:
            items = [pikepdf.String(i) if isinstance(i, bytes) else round(i, 4) for i in self._row]
            self._do("TJ", pikepdf.Array(items))
        self._row = []

    def _do(self, name: str, *operands: Any) -> None:
        self.out.append(ContentStreamInstruction(list(operands), Operator(name)))
