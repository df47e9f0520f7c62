"""A gate before an answer: think first, then open it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from pydantic import Field

from kholapath_widgets._card import Card, Content
from kholapath_widgets._shared.locale import pick
from kholapath_widgets.question.item import Part, key_row
from kholapath_widgets.question.texts import Rich


class Gate(Content):
    """A task, and what is behind the gate."""

    task: Rich = Field(description="what to think about or to try first")
    answer: Rich = Field(description="what is shown after")
    write: bool = Field(default=False, description="the gate opens once something is written")
    lines: int = Field(4, ge=1, le=30, description="of writing room on paper")

    def sheet(self, lang: str, say: dict[str, str]) -> list[Part]:  # noqa: ARG002 - a card's words
        """The task and room to write."""
        return [
            {"part": "text", "md": pick(self.task, lang)},
            {"part": "lines", "count": self.lines},
        ]

    def key(self, lang: str, say: dict[str, str]) -> list[Part]:  # noqa: ARG002 - a card's words
        """What is behind the gate."""
        return [key_row("note", pick(self.answer, lang))]


class Reveal(Card):
    """A task whose answer is shown after a try.

    Examples
    --------
    >>> Reveal(title="Think first", task="Why?", answer="Because.", write=True)
    """

    folder: ClassVar[Path] = Path(__file__).parent
    model = Gate
