"""Compare a typed text with the accepted ones."""

from __future__ import annotations

from typing import Literal

from kholapath_widgets._shared.graphemes import distance, fold, graphemes

_LONGEST = 500


def match(
    response: str, accepted: list[str], near: int, *, case: bool
) -> Literal["exact", "near", "none"]:
    """Tell whether `response` is one of `accepted`, or within `near` graphemes of one.

    A short word forgives nothing: at three graphemes or fewer another word is one edit away.
    """
    given = fold(response[:_LONGEST], case=case)
    targets = [fold(text, case=case) for text in accepted]
    if given in targets:
        return "exact"
    size = len(graphemes(given))
    for target in targets:
        length = len(graphemes(target))
        if length > 3 and abs(length - size) <= near and 0 < distance(given, target) <= near:  # noqa: PLR2004 - see above
            return "near"
    return "none"
