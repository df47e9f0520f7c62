"""Progress: how many of a lesson's questions are answered, as it happens."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from kholapath_widgets._card import Card, Content, Store
from kholapath_widgets._shared.strings import strings
from kholapath_widgets.question.item import Part

_LANGS = ("en", "bn")


class Bar(Content):
    """What the bar is called."""

    def sheet(self, lang: str, say: dict[str, str]) -> list[Part]:  # noqa: ARG002 - a card's common signature
        """A line to write the number on."""
        return [{"part": "blank", "width": 20, "before": say["answered_paper"], "after": ""}]


class Progress(Card):
    """How many questions are answered, of those that are asked.

    Whoever makes it says how many: by `count`, at any time.

    Parameters
    ----------
    lang, store
        As for any card.
    **fields
        ``id`` and ``title``; it has its own if they are left out.

    Examples
    --------
    >>> bar = Progress()
    >>> bar.count(done=3, asked=10)
    """

    folder: ClassVar[Path] = Path(__file__).parent
    model = Bar

    def __init__(self, *, lang: str = "en", store: Store | None = None, **fields: Any) -> None:
        title = {tag: strings(self.folder, tag)["title"] for tag in _LANGS}
        super().__init__(lang=lang, store=store, **{"id": "progress", "title": title} | fields)

    def count(self, done: int, asked: int) -> None:
        """Show that `done` of `asked` questions are answered."""
        self.record = {"done": done, "asked": asked}
