"""Questions of another system as items: every text ours, every item checked, every loss told."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kholapath.editions.registry import editions
from kholapath.errors import QuestionsError
from kholapath_widgets import WidgetError
from kholapath_widgets._shared.locale import pick
from kholapath_widgets.question.interactions import (
    MARK,
    ChoiceInteraction,
    GapInteraction,
    Option,
    Taken,
)
from kholapath_widgets.question.item import Item
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.types import item_types

from .entries import Entry

LARGEST = 20_000_000  # bytes of a file: a question bank with pictures is far smaller
_LONGEST_ID = 60
_FILL = {"en": "Fill in the gaps.", "bn": "শূন্যস্থান পূরণ করুন।"}
_log = logging.getLogger("kholapath")


@dataclass(frozen=True, kw_only=True)
class Read:
    """One question as it was read.

    Attributes
    ----------
    name
        As the file names it.
    entry
        What it asks, with texts in Markdown; None if it cannot be read.
    problem
        Why not, as the end of a sentence.
    lost
        What of it has no place here, each as the beginning of a sentence: ``its tags are``.
    """

    name: str
    entry: Entry | None = None
    problem: str = ""
    lost: tuple[str, ...] = ()


Reader = Callable[[bytes, str], list[Read]]


@cache
def readers() -> dict[str, Reader]:
    """Return what reads a file, by its extension: each edition whose folder has a ``reading``."""
    found: dict[str, Reader] = {}
    for name in editions():
        module = f"kholapath.editions.{name}.reading"
        if find_spec(module):
            reading = import_module(module)
            found |= dict.fromkeys(reading.EXTENSIONS, reading.read)
    return found


def import_items(path: Path, lang: str) -> list[Item]:
    """Read a file of questions as items; what is left out is told in the log, by question.

    Parameters
    ----------
    path
        The file; its extension says the format.
    lang
        The BCP 47 tag of its texts.

    Raises
    ------
    QuestionsError
        If the file cannot be read, or no question of it.
    """
    reader = readers().get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(readers()))
        raise QuestionsError(f"{path} is of no kind that can be read; the kinds are {known}.")
    try:
        if path.stat().st_size > LARGEST:
            raise QuestionsError(
                f"{path} is larger than {LARGEST // 1_000_000} MB. Export fewer questions at once."
            )
        found = reader(path.read_bytes(), lang)
    except OSError as error:
        raise QuestionsError(f"{path} cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise QuestionsError(f"{path} cannot be read: {error}.") from None
    items = _items(found, lang)
    if not items:
        raise QuestionsError(f"{path} holds no question that can be read; nothing was written.")
    return items


def _items(found: list[Read], lang: str) -> list[Item]:
    items: dict[str, Item] = {}
    for read in found:
        try:
            item, lost = _item(read, lang, set(items))
        except _NotTaken as problem:
            _log.warning("question %r: left out: %s", read.name, problem)
            continue
        items[item.id] = item
        for what in (*read.lost, *lost):
            it = "them" if what.endswith(" are") else "it"
            _log.warning(
                "question %r: %s left out: an item has no place for %s", read.name, what, it
            )
    return list(items.values())


def gap_apart(found: GapInteraction, lang: str) -> tuple[str, GapInteraction]:
    """Part the paragraphs before the first gap, the prompt, from the text with gaps."""
    paragraphs = found.text.split("\n\n")
    first = next((i for i, words in enumerate(paragraphs) if MARK.search(words)), 0)
    prompt = "\n\n".join(paragraphs[:first]) or pick(_FILL, lang)
    return prompt, replace(found, text="\n\n".join(paragraphs[first:]))


def letter(index: int) -> str:
    """Return the id of the option at `index`: a, then b, then c."""
    return chr(ord("a") + index) if index < 26 else f"o{index}"  # noqa: PLR2004 - the alphabet


def true_or_false(right: dict[bool, float], said: dict[bool, str]) -> ChoiceInteraction:
    """Return the choice between true and false."""
    options = tuple(
        Option(
            id=name.lower(), text=name, fraction=right.get(value, 0.0), feedback=said.get(value, "")
        )
        for name, value in (("True", True), ("False", False))
    )
    return ChoiceInteraction(options=options, shuffle=False)


class _NotTaken(Exception):  # noqa: N818 - never leaves this module
    pass


def _item(read: Read, lang: str, used: set[str]) -> tuple[Item, tuple[str, ...]]:
    entry = read.entry
    if entry is None:
        raise _NotTaken(read.problem)
    kind, taken = _taken(entry)
    fields: dict[str, Any] = {
        "id": _free(entry.id or read.name, used),
        "type": kind,
        "prompt": entry.prompt,
        **taken.fields,
        **({"points": entry.points} if entry.points != 1 else {}),
        **({"hints": list(entry.hints)} if entry.hints else {}),
        **({"explanation": entry.after} if entry.after else {}),
    }
    try:
        return make_item(fields, lang=lang), taken.lost
    except WidgetError as error:
        raise _NotTaken(str(error)) from None


def _taken(entry: Entry) -> tuple[str, Taken]:
    for kind, model in item_types().items():
        taken = model.from_exchange(entry.interaction)
        if taken is not None:
            return kind, taken
    raise _NotTaken(f"no type of question here holds it (its kind: {entry.interaction.kind})")


def _free(name: str, used: set[str]) -> str:
    """Return an id made of a name, that no other question has."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:_LONGEST_ID].strip("-")
    slug = slug or f"q-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    found, number = slug, 2
    while found in used:
        found, number = f"{slug[: _LONGEST_ID - 4]}-{number}", number + 1
    return found


def as_yaml(items: list[Item]) -> bytes:
    """Return items as a file of questions, that `load_items` reads."""
    import yaml

    class Dumper(yaml.SafeDumper):
        pass

    def text(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
        style = "|" if "\n" in words else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)

    Dumper.add_representer(str, text)
    entries = [_in_order(item) for item in items]
    made: str = yaml.dump(entries, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100)
    return made.encode()


def _in_order(item: Item) -> dict[str, Any]:
    """Return an item's fields as an author writes them: the prompt, its own, then the help."""
    fields = {"type": item.type, **item.model_dump(mode="json", exclude_defaults=True)}
    first = ("id", "type", "mode", "prompt")
    own = [name for name in fields if name not in Item.model_fields]
    return {name: fields[name] for name in dict.fromkeys((*first, *own, *fields)) if name in fields}
