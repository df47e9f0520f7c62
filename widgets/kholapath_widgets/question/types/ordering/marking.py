"""How much of an order is right."""

from __future__ import annotations

from collections.abc import Sequence


def kept(response: Sequence[str], answer: Sequence[str]) -> list[str]:
    """Return the longest run of `response` that is in the order of `answer`: the others are to move.

    Of several longest runs, the one that starts first and goes on soonest; one alone is no run.
    """
    places = [answer.index(i) for i in response] if answer else []
    longest = [1] * len(places)
    for i in reversed(range(len(places))):
        after = [longest[j] for j in range(i + 1, len(places)) if places[j] > places[i]]
        longest[i] = 1 + max(after, default=0)
    run: list[str] = []
    last, wanted = -1, max(longest, default=0)
    for i, place in enumerate(places):
        if longest[i] == wanted and place > last:
            run.append(response[i])
            last, wanted = place, wanted - 1
    return run if len(run) > 1 else []


def score(credit: str, run: int, entries: int) -> float:
    """Return 0 to 1: all or nothing, or (``lcs``) less a share for each entry to move."""
    if credit == "exact" or not run:
        return float(run == entries)
    return (run - 1) / (entries - 1)
