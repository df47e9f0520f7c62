"""Text as readers see it: grapheme clusters, and how far apart two words are."""

from __future__ import annotations

import unicodedata


def graphemes(text: str) -> list[str]:
    """Return the grapheme clusters of `text` in NFC: ক্ষেত্র is two."""
    import regex

    return regex.findall(r"\X", unicodedata.normalize("NFC", text))


def fold(text: str, *, case: bool = False) -> str:
    """Fold what a reader would not call a difference: white space, quotes, end punctuation, case."""
    folded = unicodedata.normalize("NFC", text)
    folded = "".join(c for c in folded if c not in "\u200b\u200c\u200d\ufeff")
    folded = folded.translate(str.maketrans("‘’“”–—‑", "''\"\"---"))  # noqa: RUF001
    folded = " ".join(folded.split()).strip(" .,;:!?।\"'")
    return folded if case else folded.lower()


def distance(a: str, b: str) -> int:
    """Count the edits (insert, delete, replace, swap neighbours) from `a` to `b`, by grapheme."""
    x, y = graphemes(a), graphemes(b)
    before: list[int] = []
    last = list(range(len(y) + 1))
    for i, left in enumerate(x, 1):
        row = [i]
        for j, right in enumerate(y, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left != right))
            if i > 1 and j > 1 and left == y[j - 2] and x[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
