"""A question away from the screen: its print form, and that form as HTML, Markdown and plain text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kholapath_widgets._shared.locale import pick, pick_lang
from kholapath_widgets._shared.print_html import parts_html
from kholapath_widgets._shared.print_markdown import parts_markdown, parts_text
from kholapath_widgets._shared.strings import strings

from .item import Item
from .types import FOLDER


def words(kind: str, lang: str) -> dict[str, str]:
    """Return the interface's words for a question of this type: the frame's, then the type's."""
    return {**strings(Path(__file__).parent, lang), **strings(FOLDER / kind, lang)}


def print_form(item: Item, *, lang: str, number: int | None, seed: int) -> dict[str, Any]:
    """Return the print form; whatever gives an answer away is under ``answers``."""
    lang = pick_lang(item.prompt, lang)
    say = words(item.type, lang)
    return {
        "version": 1,
        "kind": "question",
        "lang": lang,
        "id": item.id,
        "type": item.type,
        "mode": item.mode,
        "number": number,
        "seed": seed,
        "sheet": {
            "prompt": pick(item.prompt, lang),
            "label": item.sheet_label(say, lang),
            "parts": [_said(part, say) for part in item.sheet(lang, seed)],
        },
        "answers": {
            "item": item.authored_form(),
            "key": {
                "rows": [_said(row, say) for row in item.key(lang, seed)],
                "note": pick(item.explanation, lang) if item.explanation else None,
            },
        },
    }


def _said(part: dict[str, Any], say: dict[str, str]) -> dict[str, Any]:
    """Replace ``@key`` by the interface's words."""
    return {
        k: say.get(v[1:], v) if isinstance(v, str) and v.startswith("@") else v
        for k, v in part.items()
    }


def static_forms(form: dict[str, Any]) -> dict[str, str]:
    """Return the form as ``text/html`` (no script), ``text/markdown`` and ``text/plain``."""
    sheet = form["sheet"], form["number"], form["lang"]
    return {
        "text/html": parts_html(*sheet),
        "text/markdown": parts_markdown(*sheet),
        "text/plain": parts_text(*sheet),
    }
