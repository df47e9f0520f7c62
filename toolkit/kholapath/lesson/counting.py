"""How many questions a widget of a lesson asks, and how many of them are answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def id_of(widget: Any) -> str:
    """Return the id under which a question's or a card's answer is kept."""
    shown = widget.item if widget.has_trait("item") else widget.content
    return str(shown["id"])


def in_all(widgets: Iterable[Any]) -> tuple[int, int]:
    """Return (answered, asked) of several; what is asked twice is one."""
    counts: dict[str, tuple[int, int]] = {}
    for widget in widgets:
        name = id_of(widget)
        counts[name] = max(counts.get(name, (0, 0)), _counted(widget))
    return sum(n for n, _ in counts.values()), sum(m for _, m in counts.values())


def _counted(widget: Any) -> tuple[int, int]:
    """Return (answered, asked): a question is one, a quiz as many as it asks, another card none."""
    from kholapath_widgets.question.judging import is_settled
    from kholapath_widgets.quiz import Quiz

    if isinstance(widget, Quiz):
        return widget.answered, len(widget.items)
    return (int(is_settled(widget.record)), 1) if widget.has_trait("item") else (0, 0)
