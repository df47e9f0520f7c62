"""Texts of a figure: a map from BCP 47 tag to words; a plain string stands for one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

Text: TypeAlias = str | Mapping[str, str]
"""Words in one language, or by language: ``{"en": "Cost", "bn": "খরচ"}``."""

# Signs that turn the reading direction of what follows: no text of ours needs them.
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def is_by_language(value: object) -> bool:
    """Tell a map by language tag from any other mapping, as a chart's specification."""
    return isinstance(value, Mapping) and bool(value) and all(_TAG.fullmatch(str(k)) for k in value)


def as_map(text: Text | None, lang: str) -> dict[str, str]:
    """Return `text` by language; nothing gives an empty map."""
    if not text:
        return {}
    by_language = {lang: text} if isinstance(text, str) else text
    return {tag: plain(words) for tag, words in by_language.items()}


def plain(words: str) -> str:
    """Drop the signs that turn text round."""
    return _OVERRIDES.sub("", words)
