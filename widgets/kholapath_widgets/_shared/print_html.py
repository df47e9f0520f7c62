"""The print vocabulary as semantic HTML without scripts: the page's form when scripts are off."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from .locale import digits, format_number
from .markdown import to_html

Part = dict[str, Any]

_BLANK = '<span class="kp-blank" aria-hidden="true">__________</span>'


def parts_html(sheet: dict[str, Any], number: int | None, lang: str) -> str:
    """Return a print form's sheet as one group: a legend, the prompt, the parts."""
    shown = f"{digits(str(number), lang)} · " if number is not None else ""
    body = "".join(_RENDER[part["part"]](part, lang) for part in sheet["parts"])
    return (
        f'<fieldset class="kp-static" lang="{escape(lang, quote=True)}">'
        f"<legend>{shown}{escape(sheet['label'])}</legend>"
        f'<div class="kp-prompt" dir="auto">{to_html(sheet["prompt"])}</div>{body}</fieldset>'
    )


def _text(part: Part, _lang: str) -> str:
    return f'<div dir="auto">{to_html(part["md"])}</div>'


def _options(part: Part, _lang: str) -> str:
    sign = "○" if part["mark"] == "circle" else "☐"
    entries = "".join(
        f'<li><span aria-hidden="true">{sign}</span> {escape(entry["label"])}. {_inline(entry["md"])}</li>'
        for entry in part["entries"]
    )
    return f'<ul class="kp-options">{entries}</ul>'


def _blank(part: Part, _lang: str) -> str:
    before, after = (_inline(part[side]) if part[side] else "" for side in ("before", "after"))
    return f"<p>{before} {_BLANK} {after}</p>"


def _inline(md: str) -> str:
    return f'<span dir="auto">{to_html(md, inline=True)}</span>'


def _lines(part: Part, _lang: str) -> str:
    return (
        '<p class="kp-blank" aria-hidden="true">' + "<br>".join(["_" * 40] * part["count"]) + "</p>"
    )


def _marks(part: Part, lang: str) -> str:
    unit = f" {escape(part['unit'])}" if part["unit"] else ""
    rows = "".join(
        f"<li>{escape(row['label'])}: "
        f"{_BLANK if row['value'] is None else escape(format_number(row['value'], lang))}{unit}</li>"
        for row in part["rows"]
    )
    return f"<ul>{rows}</ul>"


def _table(part: Part, _lang: str) -> str:
    head = "".join(
        f'<th scope="col">{to_html(str(cell), inline=True)}</th>' for cell in part["header"]
    )
    rows = "".join(
        "<tr>" + "".join(f"<td>{to_html(str(cell), inline=True)}</td>" for cell in row) + "</tr>"
        for row in part["rows"]
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _code(part: Part, _lang: str) -> str:
    return f"<pre><code>{escape(part['source'])}</code></pre>"


_RENDER: dict[str, Callable[[Part, str], str]] = {
    "text": _text,
    "options": _options,
    "blank": _blank,
    "lines": _lines,
    "bars": _marks,
    "line": _marks,
    "table": _table,
    "code": _code,
}
