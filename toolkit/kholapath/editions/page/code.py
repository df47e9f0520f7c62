"""Source with a little colour: five kinds of words, each a class."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any


@cache
def _lexer(language: str) -> Any:
    from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
    from pygments.util import ClassNotFound  # type: ignore[import-untyped]

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@cache
def _kinds() -> dict[Any, str]:
    from pygments.token import (  # type: ignore[import-untyped]
        Comment,
        Keyword,
        Name,
        Number,
        String,
    )

    return {
        Comment: "c",
        Keyword: "k",
        Number: "n",
        String: "s",
        Name.Builtin: "f",
        Name.Function: "f",
    }


def highlighted(source: str, language: str) -> str:
    """Return source as HTML; of an unknown language, without colour."""
    source = source.strip("\n")
    lexer = _lexer(language)
    if lexer is None:
        return escape(source)
    return "".join(_marked(kind, text) for kind, text in lexer.get_tokens(source))


def _marked(token: Any, text: str) -> str:
    shown = escape(text)
    name = next((name for kind, name in _kinds().items() if token in kind), None)
    return f'<span class="{name}">{shown}</span>' if name and text.strip() else shown
