"""A card: a widget made of written content, as flashcards or a timeline, that is no question.

A card's folder holds its content's model, its view and its strings; this is what they share.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, ClassVar, Protocol

import traitlets as t
from pydantic import Field

from ._base import TeachingWidget, written
from ._shared.locale import pick, pick_lang
from ._shared.print_html import parts_html
from ._shared.print_markdown import parts_markdown, parts_text
from ._shared.strings import strings
from .question.item import Item, ItemId, Part, Strict
from .question.loading import validated
from .question.texts import Rich


class Content(Strict):
    """What is written on a card; each kind adds its own fields."""

    id: ItemId = Field(description="stable; what a learner did is kept under it")
    title: Rich

    def sheet(self, lang: str, say: dict[str, str]) -> list[Part]:
        """Return the print parts that a learner sees; `say` are the card's own words."""
        raise NotImplementedError

    def key(self, lang: str, say: dict[str, str]) -> list[Part]:  # noqa: ARG002 - most give nothing away
        """Return the rows of the answer key."""
        return []


class Store(Protocol):
    """Where what a learner did is kept; a lesson's answers are one."""

    def load(self, item_id: str) -> dict[str, Any] | None:
        """Return ``{"value", "record"}`` as last saved, or None."""

    def save(self, item: Any, state: dict[str, Any]) -> None:
        """Keep the state of what has the id `item.id`.

        Its ``outcome``, ``{"score", "passed"}``, is there once: when it was finished.
        """


class Card(TeachingWidget):
    """A widget made of written content.

    Parameters
    ----------
    lang
        The language shown first; a plain string among the texts is in this language.
    store
        Where what a learner did is kept; by default, in this widget alone.
    **fields
        The content's fields.

    Raises
    ------
    ItemError
        If the content cannot be read: it names the field.
    """

    model: ClassVar[type[Content]]

    content = written(t.Dict(help="the content's view form"))
    record = t.Dict(help="what the learner did").tag(sync=True)

    def __init__(self, *, lang: str = "en", store: Store | None = None, **fields: Any) -> None:
        fields.setdefault("id", _content_id(fields))
        self._content = validated(self.model, fields, lang=lang, label=str(fields["id"]))
        self._store = store
        kept = (store.load(self._content.id) if store else None) or {}
        record = kept.get("record", {})
        super().__init__(content=self._shown_form(record), record=record, lang=lang)
        self.observe(self._keep, "record")

    def _shown_form(self, record: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - for a card with a key
        """Return what the browser gets of the content, as far as the learner has come."""
        return self._view_form()

    @classmethod
    def completed(cls, fields: dict[str, Any], items: Mapping[str, Item]) -> dict[str, Any]:  # noqa: ARG003 - for a card that asks
        """Return a YAML entry's fields with what they name of the lesson's questions."""
        return fields

    def _view_form(self) -> dict[str, Any]:
        return self._content.model_dump(mode="json", exclude_none=True, context={"view": True})

    def _keep(self, change: Any) -> None:
        if self._store:
            kept = {"value": None, "record": self.record, **self._outcome(change.old or {})}
            self._store.save(self._content, kept)

    def _outcome(self, before: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - for a card that ends
        """Return what came of it, if the learner has just finished it: ``{"outcome": …}``."""
        return {}

    def print_form(self) -> dict[str, Any]:
        """Return what an edition needs to set the card on paper, and its whole state for a page.

        Returns
        -------
        ``{"version": 1, "kind", "lang", "id", "sheet": {"prompt", "label", "parts"}, "answers":
        {"key": {"rows", "note"}, "state": {"content", "lang"}}}``.
        """
        lang = pick_lang(self._content.title, self.lang)
        say = strings(self.folder, lang)
        return {
            "version": 1,
            "kind": self.folder.name,
            "lang": lang,
            "id": self._content.id,
            "sheet": {
                "prompt": pick(self._content.title, lang),
                "label": say["label"],
                "parts": self._content.sheet(lang, say),
            },
            "answers": {
                "key": {"rows": self._content.key(lang, say), "note": None},
                "state": {"content": self._view_form(), "lang": lang},  # it turns every card over
            },
        }

    def _static_forms(self, form: dict[str, Any]) -> dict[str, str]:
        sheet = form["sheet"], None, form["lang"]
        return {
            "text/html": parts_html(*sheet),
            "text/markdown": parts_markdown(*sheet),
            "text/plain": parts_text(*sheet),
        }


def _content_id(fields: dict[str, Any]) -> str:
    """An id for a card that was given none: the same content, the same id."""
    return "c-" + hashlib.sha256(repr(fields).encode()).hexdigest()[:10]
