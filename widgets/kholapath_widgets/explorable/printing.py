"""A figure away from the screen: as HTML without a script, as Markdown and as plain text."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from kholapath_widgets._shared.strings import strings

FOLDER = Path(__file__).parent


def static_forms(form: dict[str, Any]) -> dict[str, str]:
    """Return a print form as ``text/html``, ``text/markdown`` and ``text/plain``."""
    return {
        "text/html": _html(form),
        "text/markdown": _markdown(form),
        "text/plain": "\n".join(line for line in _lines(form) if line),
    }


def _source(form: dict[str, Any]) -> str:
    said = strings(FOLDER, form["lang"])["source"]
    return f"{said}: {form['source']}" if form["source"] else ""


def _lines(form: dict[str, Any]) -> list[str]:
    return [form["title"], form["subtitle"], form["description"], _source(form)]


def _html(form: dict[str, Any]) -> str:
    title, subtitle, description, source = map(escape, _lines(form))
    small = f"<br><small>{subtitle}</small>" if subtitle else ""
    caption = f"<figcaption><strong>{title}</strong>{small}</figcaption>" if title else ""
    foot = f"<p><small>{source}</small></p>" if source else ""
    return (
        f'<figure class="kp-static" lang="{escape(form["lang"], quote=True)}">'
        f"{caption}<p>{description}</p>{_html_table(form['table'])}{foot}</figure>"
    )


def _html_table(table: dict[str, Any]) -> str:
    if not table["rows"]:
        return ""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table["header"])
    rows = (
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in table["rows"]
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _markdown(form: dict[str, Any]) -> str:
    title, *rest = (_escaped(line) for line in _lines(form))
    table = form["table"]
    parts = [f"**{title}**" if title else "", *rest[:2]]
    if table["rows"]:
        lines = [table["header"], ["---"] * len(table["header"]), *table["rows"]]
        parts.append("\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines))
    return "\n\n".join(part for part in [*parts, rest[2]] if part)


def _cell(text: str) -> str:
    return text if text == "---" else _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    """Keep a figure's words from being read as Markdown."""
    return "".join("\\" + c if c in "\\`*_[]<>$|#~" else c for c in text)
