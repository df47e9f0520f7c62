"""What the types that put things to things share (see types/pairs.ts): a row, and its target."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Literal

from kholapath_widgets.question.result import Result, refuse, verdict

PairCredit = Literal["all", "each_answer"]


def read_pairs(
    response: Any, rows: Collection[str], targets: Collection[str]
) -> dict[str, str] | None:
    """Read a response; None if it is no map of known rows to known targets, or an empty one."""
    if not isinstance(response, dict) or not response:
        return None
    known = all(
        row in rows and isinstance(target, str) and target in targets
        for row, target in response.items()
    )
    return response if known else None


def mark_pairs(
    mode: str,
    credit: PairCredit,
    response: Mapping[str, str] | None,
    right: Mapping[str, str],
    feedback: Callable[[str, str], str | None],
) -> Result:
    """Mark a response row by row.

    Parameters
    ----------
    mode, credit
        The item's; ``each_answer`` gives the share of the rows that are right, ``all`` all or nothing.
    response
        As `read_pairs` gives it.
    right
        The right target of every row.
    feedback
        Where the words for a row with a target are, or None.
    """
    if response is None:
        return refuse()
    hits = sum(response.get(row) == target for row, target in right.items())
    score = float(hits == len(right)) if credit == "all" else hits / max(1, len(right))
    said = [feedback(row, response[row]) for row in right if row in response]
    return verdict(mode, score=score if right else 0, feedback=tuple(path for path in said if path))
