"""Text as readers see it: grapheme clusters, and how far apart two words are."""

from __future__ import annotations

import re
import unicodedata

from .locale import latin_digits

# White space to Python and to a browser together: neither's \s is the other's.
SPACE = r"[\s\ufeff]"
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SIGNS = str.maketrans("‘’“”–—‐‑", "''\"\"----")


_JOINS = r"[\p{InCB=Linker}\p{InCB=Extend}]"
# A consonant begins a cluster unless a linker joins it to another consonant (UAX 29, rule GB9c).
# regex joins it to whatever stands before the linker, as to the vowel of অ্যাপ.
_UNJOINED = (
    r"(?<=[\p{M}\p{GCB=Extend}\u200d])"
    rf"(?<!\p{{InCB=Consonant}}{_JOINS}*\p{{InCB=Linker}}{_JOINS}*)(?=\p{{InCB=Consonant}})"
)


def graphemes(text: str) -> list[str]:
    """Return the grapheme clusters of `text` in NFC: ক্ষেত্র is two."""
    import regex

    clusters: list[str] = regex.findall(r"\X", unicodedata.normalize("NFC", text))
    return [part for cluster in clusters for part in regex.split(_UNJOINED, cluster)]


def fold(text: str, *, case: bool = False) -> str:
    """Fold what a reader would not call a difference.

    White space, joiners, quotes, dashes, digits of either script, punctuation at the ends and,
    unless `case`, capital letters.
    """
    folded = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    folded = latin_digits(folded.translate(_SIGNS))
    folded = re.sub(f"{SPACE}+", " ", folded).strip(" .,;:!?।\"'")
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
