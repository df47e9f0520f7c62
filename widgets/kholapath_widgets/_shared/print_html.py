"""The print vocabulary as semantic HTML without scripts: the page's form when scripts are off."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

from .markdown import to_html

Part = dict[str, Any]


def parts_html(sheet: dict[str, Any], number: int | None, lang: str) -> str:
    """Return a print form's sheet as one section."""
    from .locale import digits

    shown = f'<span class="kp-number">{digits(str(number), lang)}</span> ' if number else ""
    body = "".join(_RENDER[part["part"]](part) for part in sheet["parts"])
    return (
        f'<section class="kp-static" lang="{html.escape(lang, quote=True)}">'
        f'<p class="kp-prompt">{shown}<strong>{to_html(sheet["prompt"], inline=True)}</strong> '
        f"<small>{html.escape(sheet['label'])}</small></p>{body}</section>"
    )


def _text(part: Part) -> str:
    return to_html(part["md"])


def _options(part: Part) -> str:
    sign = "○" if part["mark"] == "circle" else "☐"
    entries = "".join(
        f'<li><span aria-hidden="true">{sign}</span> {html.escape(e["label"])}. {to_html(e["md"], inline=True)}</li>'
        for e in part["entries"]
    )
    return f'<ul class="kp-options">{entries}</ul>'


def _blank(part: Part) -> str:
    before, after = (to_html(part[side], inline=True) if part[side] else "" for side in ("before", "after"))
    return f'<p>{before} <span class="kp-blank" aria-hidden="true">__________</span> {after}</p>'


def _lines(part: Part) -> str:
    return '<p class="kp-blank" aria-hidden="true">' + "<br>".join(["_" * 40] * part["count"]) + "</p>"


def _bars(part: Part) -> str:
    rows = "".join(
        f"<li>{html.escape(r['label'])}: {'?' if r['value'] is None else r['value']}</li>" for r in part["rows"]
    )
    return f"<ul>{rows}</ul>"


def _table(part: Part) -> str:
    head = "".join(f'<th scope="col">{html.escape(str(c))}</th>' for c in part["header"])
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(str(c))}</td>" for c in r) + "</tr>" for r in part["rows"])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _code(part: Part) -> str:
    return f"<pre><code>{html.escape(part['source'])}</code></pre>"


_RENDER: dict[str, Callable[[Part], str]] = {
    "text": _text, "options": _options, "blank": _blank, "lines": _lines,
    "bars": _bars, "table": _table, "code": _code,
}
