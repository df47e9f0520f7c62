"""Read what fills the gaps, and compare it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from kholapath_widgets._shared.graphemes import fold
from kholapath_widgets.question.types.text.marking import match


def read(response: Any, choices: Mapping[str, Sequence[str]]) -> dict[str, str] | None:
    """Read a response: what each filled gap holds; None if it is no map of gaps to texts.

    Parameters
    ----------
    choices
        By gap, the ids it can be filled with; none if it is typed.
    """
    if not isinstance(response, dict):
        return None
    given = {}
    for gap, value in response.items():
        if gap not in choices or not isinstance(value, str):
            return None
        if choices[gap] and value and value not in choices[gap]:
            return None
        if fold(value):
            given[gap] = value
    return given


def judged(
    value: str, accepted: list[str], *, near: int, case: bool
) -> Literal["exact", "near", "none"]:
    """Tell whether what fills a gap is one of the accepted texts, or within `near` graphemes of one."""
    return match(value, accepted, near, case=case) if value and accepted else "none"
