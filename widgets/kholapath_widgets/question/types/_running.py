"""What the types with places in a running text share (see types/running.ts): ``[[id]]``, ``[[id|words]]``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kholapath_widgets.question.item import FieldProblem

_PLACE = re.compile(r"\[\[([a-z0-9][a-z0-9-]*)(?:\|([^\[\]|]+))?\]\]")
_MARKUP = re.compile(r"[*_`$~^\\<>]")


def places(texts: Mapping[str, str], *, worded: bool) -> dict[str, dict[str, str]]:
    """Return the words of every place by its id and language, in the order of the first language.

    Raises
    ------
    FieldProblem
        If a place is there twice or in one language only, or has words where it should have none.
    """
    found: dict[str, dict[str, str]] = {}
    first = next(iter(texts))
    for lang, text in texts.items():
        here: dict[str, str] = {}
        for match in _PLACE.finditer(text):
            name, words = match[1], (match[2] or "").strip()
            if name in here:
                raise FieldProblem(f"text.{lang}", f"[[{name}]] is there twice; give each its own")
            _check_words(f"text.{lang}", name, words, worded=worded)
            here[name] = words
        missing = next((i for i in {**found, **here} if (i in found) != (i in here)), None)
        if lang != first and missing:
            lacking = lang if missing in found else first
            raise FieldProblem(f"text.{lacking}", f"[[{missing}]] is in another language only")
        for name, words in here.items():
            found.setdefault(name, {})[lang] = words
    return found


def _check_words(field: str, name: str, words: str, *, worded: bool) -> None:
    if worded != bool(words):
        sample = f"[[{name}|its words]]" if worded else f"[[{name}]]"
        raise FieldProblem(field, f"write {sample} here")
    if _MARKUP.search(words):
        raise FieldProblem(field, f"the words of [[{name}]] hold Markdown; leave it outside")


def filled(text: str, put: Callable[[str, str], str]) -> str:
    """Return a text, Markdown or HTML, with ``put(id, words)`` at every place."""
    return _PLACE.sub(lambda match: put(match[1], (match[2] or "").strip()), text)
