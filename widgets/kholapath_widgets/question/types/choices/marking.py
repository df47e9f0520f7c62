"""The four credit rules, by PrairieLearn's names."""

from __future__ import annotations

from collections.abc import Callable

Rule = Callable[[int, int, int, int], float]


def credit_all(hits: int, wrong: int, answers: int, _options: int) -> float:
    """All or nothing."""
    return 1.0 if hits == answers and wrong == 0 else 0.0


def net_correct(hits: int, wrong: int, answers: int, _options: int) -> float:
    """Right ones chosen less wrong ones chosen, never below nothing."""
    return max(0, hits - wrong) / answers if answers else 0.0


def coverage(hits: int, wrong: int, answers: int, _options: int) -> float:
    """The share of the answers found, times the share of the chosen that is right."""
    return (hits / answers) * (hits / (hits + wrong)) if answers and hits else 0.0


def each_answer(hits: int, wrong: int, answers: int, options: int) -> float:
    """The share of options judged right: chosen when right, left when wrong."""
    return (options - wrong - (answers - hits)) / options


RULES: dict[str, Rule] = {
    "all": credit_all,
    "net_correct": net_correct,
    "coverage": coverage,
    "each_answer": each_answer,
}
