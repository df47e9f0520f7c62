"""How a table fits the text column: its shares of the width, its type, where its words break."""

from __future__ import annotations

import re

ROOM = 58  # characters of 9.2 pt in the text column
_TYPE = 9.2
_AROUND = 2  # characters that the space around a cell takes


def columns(rows: list[tuple[str, ...]], width: int) -> list[float]:
    """Share the width by what is in the columns; 0 (as wide as its text) when all fits anyway."""
    longest = [max((len(r[i]) for r in rows if i < len(r)), default=1) for i in range(width)]
    if sum(longest) + _AROUND * width <= ROOM * _TYPE / size(width):
        return [0] * width
    return [float(min(max(n, 4), 24) + _AROUND) for n in longest]


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
