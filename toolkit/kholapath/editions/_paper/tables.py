"""How a table fits the text column: its shares of the width, its type, where its words break."""

from __future__ import annotations

import re

ROOM = 58  # characters of 9.2 pt in the text column
_TYPE = 9.2
_AROUND = 2  # characters that the space around a cell takes
TICK = "○"  # a place to tick
_A_TICK, _WORDS = 0.15, 0.55  # of the width: a place to tick; the sentences, if there are many
_LETTERS = 70  # characters of 9.2 pt in the text column, if they are but words


def columns(rows: list[tuple[str, ...]], width: int) -> list[float]:
    """Share the width by what is in the columns; 0 (as wide as its text) when all fits anyway."""
    if width > 1 and len(rows) > 1 and all(cell == TICK for row in rows[1:] for cell in row[1:]):
        return _tick_columns(rows, width)
    longest = [max((len(r[i]) for r in rows if i < len(r)), default=1) for i in range(width)]
    if sum(longest) + _AROUND * width <= ROOM * _TYPE / size(width):
        return [0] * width
    most = max(24, 96 // width)
    return [float(min(max(n, 4), most) + _AROUND) for n in longest]


def _tick_columns(rows: list[tuple[str, ...]], width: int) -> list[float]:
    """Give the sentences most of the width, and each place to tick as much as its heading's words."""
    wanted = max(len(row[0]) for row in rows) + _AROUND
    words = min(max(1 - _A_TICK * (width - 1), _WORDS) * _LETTERS, wanted)
    share = (_LETTERS - words) / (width - 1)
    heads = [max(map(len, [*head.split(), ""])) + _AROUND for head in rows[0][1:]]
    ticks = [max(share, float(head)) for head in heads]
    return [max(_LETTERS - sum(ticks), _LETTERS / width), *ticks]


def size(width: int) -> float:
    """Type for so many columns, in points."""
    return next((size for most, size in ((5, 9.2), (8, 8.0), (12, 7.0)) if width <= most), 6.0)


def tokens(text: str, room: int) -> list[str]:
    """Cut words of more than `room` letters where a line may break, between whole letters."""
    import regex

    out = [""]
    for word in re.split(r"(\s+)", text):
        letters = regex.findall(r"\X", word)
        out[-1] += "".join(letters[:room])
        out += ["".join(letters[i : i + room]) for i in range(room, len(letters), room)]
    return out
