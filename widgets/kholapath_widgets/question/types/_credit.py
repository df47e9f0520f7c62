"""How a partly right choice counts, by PrairieLearn's names (see types/credit.ts)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Credit = Literal["all", "net_correct", "coverage", "each_answer"]
_Rule = Callable[[int, int, int, int], float]


def credited(rule: Credit, chosen: set[str], answers: set[str], options: int) -> float:
    """Return the score, 0 to 1, for the ids `chosen` where `answers` are right.

    Parameters
    ----------
    options
        How many there were to choose from.
    """
    return _RULES[rule](len(chosen & answers), len(chosen - answers), len(answers), options)


def _all(hits: int, wrong: int, answers: int, _options: int) -> float:
    """All or nothing."""
    return 1.0 if hits == answers and wrong == 0 else 0.0


def _net_correct(hits: int, wrong: int, answers: int, _options: int) -> float:
    """Right ones chosen less wrong ones chosen, never below nothing."""
    return max(0, hits - wrong) / answers if answers else 0.0


def _coverage(hits: int, wrong: int, answers: int, _options: int) -> float:
    """The share of the answers found, times the share of the chosen that is right."""
    return (hits / answers) * (hits / (hits + wrong)) if answers and hits else 0.0


def _each_answer(hits: int, wrong: int, answers: int, options: int) -> float:
    """The share of options judged right: chosen when right, left when wrong."""
    return (options - wrong - (answers - hits)) / options


_RULES: dict[str, _Rule] = {
    "all": _all,
    "net_correct": _net_correct,
    "coverage": _coverage,
    "each_answer": _each_answer,
}
