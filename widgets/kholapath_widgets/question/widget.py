"""The question as a widget: what it shows, what it keeps, who marks it."""

from __future__ import annotations

import hashlib
import inspect
from pathlib import Path
from typing import Any, ClassVar, Protocol

import traitlets as t

from kholapath_widgets._base import TeachingWidget, written

from .item import Item
from .judging import FRESH, revealed, submitted
from .loading import make_item
from .printing import print_form, static_forms
from .result import Result
from .types import item_types


class Store(Protocol):
    """Where answers are kept."""

    def load(self, item_id: str) -> dict[str, Any] | None:
        """Return ``{"value", "record"}`` as last saved, or None."""

    def save(self, item: Item, state: dict[str, Any]) -> None:
        """Keep the state of an item."""


class KernelStore:
    """Answers kept as long as the kernel lives, so that running a cell again loses nothing."""

    def __init__(self) -> None:
        self._states: dict[str, dict[str, Any]] = {}

    def load(self, item_id: str) -> dict[str, Any] | None:
        """Return the state as last saved."""
        return self._states.get(item_id)

    def save(self, item: Any, state: dict[str, Any]) -> None:
        """Keep the state of what has the id `item.id`."""
        self._states[item.id] = state


kernel_store = KernelStore()


class Question(TeachingWidget):
    """A question of any type.

    Parameters
    ----------
    item
        The item, as `load_items` gives it.
    lang
        The language shown first.
    number
        The number on the card, if the question stands in a numbered row.
    seed
        Shuffles the options; the same seed gives the same order on the screen and on paper.
    store
        Where the answer is kept; by default, in this kernel.
    """

    folder: ClassVar[Path] = Path(__file__).parent

    item = written(t.Dict(help="the item's view form; without its key in mode check"))
    record = t.Dict(FRESH, help="tries, hints, the last result").tag(sync=True)
    number = t.Int(None, allow_none=True).tag(sync=True)
    seed = t.Int(0).tag(sync=True)
    notice = t.Unicode(
        "", help="a sentence above the question, as when answers cannot be kept"
    ).tag(sync=True)

    def __init__(
        self, item: Item, *, store: Store | None = None, lang: str = "en", **kwargs: Any
    ) -> None:
        self._item, self._store = item, store or kernel_store
        kept = self._store.load(item.id) or {}
        record = {**FRESH, **kept.get("record", {})}
        open_key = not item.sealed or record["revealed"]
        super().__init__(
            item=item.view_form() if open_key else item.public_form(),
            lang=lang,
            value=kept.get("value"),
            record=record,
            **kwargs,
        )
        self.observe(self._keep, ["value", "record"])
        self.on_msg(self._on_message)

    def mark(self, response: Any) -> Result:
        """Mark a response, as the view does."""
        return self._item.mark(response)

    def _keep(self, _change: object = None) -> None:
        self._store.save(self._item, {"value": self.value, "record": self.record})

    def _on_message(self, _widget: object, content: Any, _buffers: object) -> None:
        kind = content.get("kind") if isinstance(content, dict) else None
        if kind == "submit":
            self.submit(content.get("response"))
        elif kind == "reveal":
            self.reveal()

    def submit(self, response: Any) -> None:
        """Mark `response` here and show the outcome: how mode `check` keeps its key out of the page."""
        record = submitted(self._item, self.record, response)
        if record:
            with self.hold_sync():
                self.value, self.record = response, record

    def reveal(self) -> None:
        """Show the answer, if a try was made or given up: only now does the browser get the key."""
        record = revealed(self._item, self.record)
        if record:
            with self.hold_sync():
                self.item, self.record = self._item.view_form(), record

    def print_form(self) -> dict[str, Any]:
        """Return the question's print form, its key under ``answers``."""
        return print_form(self._item, lang=self.lang, number=self.number, seed=self.seed)

    def _static_forms(self, form: dict[str, Any]) -> dict[str, str]:
        return static_forms(form)


class ShortQuestion(Question):
    """A question written in Python: each type's own short form is its ``from_call``."""

    kind: ClassVar[str]

    def __init__(self, *args: Any, lang: str = "en", **fields: Any) -> None:
        own = {name: fields.pop(name) for name in ("number", "seed", "store") if name in fields}
        entry = {"type": self.kind, **item_types()[self.kind].from_call(*args, **fields)}
        entry.setdefault("id", _content_id(entry))
        super().__init__(make_item(entry, lang=lang), lang=lang, **own)


def _content_id(entry: dict[str, Any]) -> str:
    """An id for a question that was given none: the same content, the same id."""
    return "q-" + hashlib.sha256(repr(entry).encode()).hexdigest()[:10]


def short_form(kind: str) -> type[ShortQuestion]:
    """Return the class that makes questions of `kind` in Python."""
    from_call = item_types()[kind].from_call
    body = {
        "kind": kind,
        "__doc__": inspect.cleandoc(from_call.__doc__ or ""),
        "__module__": "kholapath_widgets",
        "__signature__": inspect.signature(from_call).replace(return_annotation=None),
    }
    return type(kind.title().replace("_", ""), (ShortQuestion,), body)
