"""Texts in an item: a map from BCP 47 tag to words; a plain string stands for one language."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, SerializationInfo, ValidationInfo

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _as_map(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, str):
        value = {(info.context or {}).get("lang", "en"): value}
    if not isinstance(value, dict) or not value:
        raise ValueError('a text is a string or a map by language, as {en: "…", bn: "…"}')
    for tag, words in value.items():
        if not (isinstance(tag, str) and _TAG.fullmatch(tag)):
            raise ValueError(f"{tag!r} is not a BCP 47 language tag, as en or bn")
        if not (isinstance(words, str) and words.strip()):
            raise ValueError(f"the text for {tag!r} is empty or not a string")
    return value


def _render(value: dict[str, str], info: SerializationInfo) -> dict[str, str]:
    if not (info.context or {}).get("view"):
        return value
    from kholapath_widgets._shared.markdown import to_html

    return {tag: to_html(words, inline=True) for tag, words in value.items()}


Plain = Annotated[
    dict[str, str],
    BeforeValidator(_as_map),
    Field(json_schema_extra={"title": "Text by language"}),
]
"""Words without markup, as a unit or an axis label."""

Rich = Annotated[
    dict[str, str],
    BeforeValidator(_as_map),
    PlainSerializer(_render),
    Field(json_schema_extra={"title": "Markdown by language"}),
]
"""Markdown with ``$math$``; in an item's view form, sanitised HTML."""
