"""The exit ticket: three questions at the end of a lesson that nobody marks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kholapath_widgets._card import Store
from kholapath_widgets._shared.strings import strings
from kholapath_widgets.question.loading import load_items

from . import Quiz

_HERE = Path(__file__).parent
_LANGS = ("en", "bn")


class ExitTicket(Quiz):
    """One thing learned, one thing still unclear, and how sure the learner is.

    Parameters
    ----------
    lang, store
        As for any quiz.
    **fields
        Any other field of a quiz, as another ``title``.

    Examples
    --------
    >>> ExitTicket(lang="bn")
    """

    def __init__(self, *, lang: str = "en", store: Store | None = None, **fields: Any) -> None:
        title = {tag: strings(self.folder, tag)["exit_ticket"] for tag in _LANGS}
        items = load_items(_HERE / "exit_ticket.yaml")
        own = {"id": "exit-ticket", "title": title, "items": items, "mode": "exam"}
        super().__init__(lang=lang, store=store, **own | fields)
