"""A Document's questions as learning systems know them: one interaction in one language each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

from kholapath.document.model import Block, Document, Group, Item, Live, Meta, Widget
from kholapath_widgets import ItemError
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.loading import make_item

from .markup import paragraph, plain

if TYPE_CHECKING:
    from .report import Losses

# What XML 1.0 cannot hold, and half of a surrogate pair, which UTF-8 cannot.
_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_ID = re.compile(r"[^A-Za-z0-9_-]")
_LONGEST_TITLE = 80


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One question in one language; texts are HTML, Markdown on the way in."""

    id: str
    lang: str
    prompt: str
    interaction: x.Interaction
    hints: tuple[str, ...] = ()
    explanation: str = ""
    points: float = 1.0
    attempts: int | None = None

    @property
    def after(self) -> str:
        """What is said after an answer, as HTML: a note, a model answer, the explanation."""
        model = getattr(self.interaction, "model", "")
        said = [text for text in (self.interaction.note, model, self.explanation) if text]
        return said[0] if len(said) == 1 else "".join(map(paragraph, said))

    @property
    def misconceptions(self) -> list[str]:
        """The tags of the wrong answers, each once."""
        own = vars(self.interaction)
        parts: list[Any] = [
            p for name in ("options", "slips", "accepted", "entries") for p in own.get(name, ())
        ]
        return list(dict.fromkeys(p.misconception for p in parts if p.misconception))


def entries(document: Document, losses: Losses) -> list[Entry]:
    """Return the questions in reading order; one that cannot be read, or sent, is told.

    So is another widget that asks something, as a claim card, and a quiz around its questions.
    """
    found: dict[str, Entry] = {}
    for asked in (asked for block in document.blocks for asked in _asked(block)):
        if isinstance(asked, Live):
            why = f"{losses.system} is given its questions alone"
            losses.part(_name(asked.form), "the quiz with its rules is", why)
            continue
        if isinstance(asked, Widget):
            losses.item(_name(asked.form), "no learning system has a card like it")
            continue
        entry = _entry(asked.form, losses)
        if entry and found.setdefault(entry.id, entry) != entry:
            losses.item(entry.id, "another question has the same id")
    return list(found.values())


def _asked(block: Block) -> Iterator[Item | Widget | Live]:
    if isinstance(block, Live):
        yield block
    if isinstance(block, Group):
        for _, child in block.children:
            yield from _asked(child)
    elif isinstance(block, Item | Widget):
        yield block


def _name(form: Mapping[str, Any]) -> str:
    return _NO_ID.sub("-", str(form.get("id")))


def _entry(form: Mapping[str, Any], losses: Losses) -> Entry | None:
    name = _name(form)
    lang = str(form["lang"])
    try:
        item = make_item(_made_clean((form.get("answers") or {}).get("item")))
    except ItemError:
        losses.item(name, "its output is of another version: run the notebook again")
        return None
    entry = Entry(
        id=name,
        lang=lang,
        prompt=x.html(item.prompt, lang),
        interaction=item.exchange(lang),
        hints=tuple(x.html(hint, lang) for hint in item.hints),
        explanation=x.html(item.explanation, lang),
        points=item.points,
        attempts=item.attempts,
    )
    if isinstance(entry.interaction, x.Unsupported):
        losses.item(name, entry.interaction.reason)
        return None
    if getattr(entry.interaction, "choose", None):  # how many are wanted is said beside the prompt
        label = f"<p>({escape(cleaned(str(form['sheet']['label'])))})</p>"
        return replace(entry, prompt=paragraph(entry.prompt) + label)
    return entry


def cleaned(text: str) -> str:
    """Return `text` without the characters that no file of ours can hold."""
    return _UNWRITABLE.sub("", text)


def _made_clean(value: Any) -> Any:
    """Return JSON whose texts are `cleaned`: the outputs of a notebook may have been written by anybody."""
    if isinstance(value, dict):
        return {k: _made_clean(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_made_clean(v) for v in value]
    return cleaned(value) if isinstance(value, str) else value


def category_path(meta: Meta) -> str:
    """Return the place of a lesson's questions in a Moodle course."""
    name = " ".join(cleaned(meta.title).split()) or meta.slug
    return f"$course$/top/{name.replace('/', '//')}"  # a doubled slash is one that parts nothing


def title(entry: Entry) -> str:
    """Return a name for a list of questions: the prompt's first words."""
    words = plain(entry.prompt) or entry.id
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"
