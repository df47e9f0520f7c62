"""Texts in an item: a map from BCP 47 tag to words; a plain string stands for one language."""

from __future__ import annotations

import re
from datetime import date
from numbers import Real
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    PlainSerializer,
    SerializationInfo,
    ValidationInfo,
    WithJsonSchema,
)

# Signs that turn the reading direction of what follows: no text of ours needs them.
_OVERRIDES = re.compile("[\u202a-\u202e]")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _as_map(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, str):
        value = {(info.context or {}).get("lang", "en"): value}
    if isinstance(value, bool | int | float | date):
        raise ValueError(f'a text is wanted, in quotes: "{value}"')  # noqa: TRY004 - pydantic reads ValueError
    if not isinstance(value, dict) or not value:
        raise ValueError('a text is a string or a map by language, as {en: "…", bn: "…"}')
    for tag, words in value.items():
        if not (isinstance(tag, str) and _TAG.fullmatch(tag)):
            raise ValueError(f"{tag!r} is not a BCP 47 language tag, as en or bn")
        if not (isinstance(words, str) and words.strip()):
            raise ValueError(f"the text for {tag!r} is empty or not a string")
    return {tag: _OVERRIDES.sub("", words) for tag, words in value.items()}


def escape(text: str) -> str:
    """Keep an answer's characters from being read as Markdown."""
    return "".join("\\" + c if c in "\\`*_{}[]()#+-.!|<>~$^" else c for c in text)


def _as_number(value: Any) -> Any:
    """Take NumPy's numbers, as pandas gives them; refuse yes and no, which Python counts as 1 and 0."""
    if isinstance(value, bool):
        raise ValueError("a number is wanted, not yes or no")  # noqa: TRY004 - pydantic reads ValueError
    known = isinstance(value, int | float) or not isinstance(value, Real)
    return value if known else float(value)


def _render(value: dict[str, str], info: SerializationInfo) -> dict[str, str]:
    if not (info.context or {}).get("view"):
        return value
    from kholapath_widgets._shared.markdown import to_html

    return {tag: to_html(words, inline=True) for tag, words in value.items()}


def _schema(title: str, *forms: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"title": title, "anyOf": list(forms)})


_WORDS = {"type": "string", "minLength": 1}
_BY_LANGUAGE = {
    "type": "object",
    "propertyNames": {"pattern": f"^{_TAG.pattern}$"},
    "additionalProperties": _WORDS,
    "minProperties": 1,
}
_CELL = {
    "type": "object",
    "properties": {
        "table": {"type": "string"},
        "column": {"type": "string"},
        "where": {"type": "object"},
        "scale": {"type": "number"},
        "per": {"type": "object"},
        "round": {"type": "integer"},
    },
    "required": ["table", "column"],
    "additionalProperties": False,
}

Number = Annotated[
    float,
    BeforeValidator(_as_number),
    _schema("Number, or one cell of a table", {"type": "number"}, _CELL),
]
"""A number; in YAML also ``{table, column, where, scale, per, round}``, computed before it comes here."""

Plain = Annotated[
    dict[str, str],
    BeforeValidator(_as_map),
    _schema("Text, or text by language", _WORDS, _BY_LANGUAGE),
]
"""Words without markup, as a unit or an axis label."""

Rich = Annotated[
    dict[str, str],
    BeforeValidator(_as_map),
    PlainSerializer(_render),
    _schema("Markdown, or Markdown by language", _WORDS, _BY_LANGUAGE),
]
"""Markdown with ``$math$``; in an item's view form, sanitised HTML."""
