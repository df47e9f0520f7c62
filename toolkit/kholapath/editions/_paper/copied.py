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
from itertools import islice, product

import pikepdf

from .embedded import Font, Spelt
from .pen import Pen
from .runs import Operation, Piece, Shown, runs

_MOST_READINGS = 64


def mend(pdf: bytes) -> bytes:
    """Return a PDF of Typst with its words whole; it looks the same, and its tags are the same."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts: dict[tuple[int, int], Font] = {}
        for page in opened.pages:
            listed = dict(page.Resources.get("/Font", {}).items())
            fonts |= {f.objgen: Font(f) for f in listed.values() if f.objgen not in fonts}
            known = {name: fonts[font.objgen] for name, font in listed.items()}
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
            pen = Pen(run)
            for word in homes[run.number]:
                _draw(word, pen)
            operations[run.first : run.last] = pen.done()
    return operations


def _draw(word: list[Piece], pen: Pen) -> None:
    if _in_pieces(word):
        spelt = _spelt(word)
        with pen.saying(_text(spelt), word):
            pen.draw(word, _coded(word, _shares(spelt)))
    else:
        pen.draw(word, [piece.shown for piece in word])


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
    if one.run == other.run:
        return True
    (end, height), (start, other_height) = one.point(one.reach), other.point()
    return abs(end - start) < one.size / 2 and 0 < abs(height - other_height) < one.size


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
    if not ties:
        return _reading(word, set())
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


def _coded(word: list[Piece], shares: list[str]) -> list[Shown]:
    """Return what each piece draws, in codes that say the letters of each glyph."""
    if not shares:
        return [piece.shown for piece in word]
    left = iter(shares)
    return [
        [p.font.code(g, next(left)) if isinstance(g, bytes) else g for g in p.shown] for p in word
    ]
