"""The print vocabulary as Markdown: what a notebook shows where neither view nor HTML is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Part = dict[str, Any]


def parts_markdown(sheet: dict[str, Any], number: int | None) -> str:
    """Return a print form's sheet as Markdown."""
    head = f"**{f'{number}. ' if number else ''}{sheet['prompt']}** ({sheet['label']})"
    return "\n\n".join([head, *(_RENDER[part["part"]](part) for part in sheet["parts"])])


def _text(part: Part) -> str:
    return str(part["md"])


def _options(part: Part) -> str:
    sign = "○" if part["mark"] == "circle" else "☐"
    return "\n".join(f"- {sign} {e['label']}. {e['md']}" for e in part["entries"])


def _blank(part: Part) -> str:
    return " ".join(p for p in (part["before"], "\\_" * 10, part["after"]) if p)


def _lines(part: Part) -> str:
    return "\n\n".join("\\_" * 40 for _ in range(part["count"]))


def _bars(part: Part) -> str:
    rows = (f"- {r['label']}: {'?' if r['value'] is None else r['value']} {part['unit']}" for r in part["rows"])
    return "\n".join(rows)


def _table(part: Part) -> str:
    lines = [part["header"], ["---"] * len(part["header"]), *part["rows"]]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def _code(part: Part) -> str:
    return f"```{part['language']}\n{part['source']}\n```"


_RENDER: dict[str, Callable[[Part], str]] = {
    "text": _text, "options": _options, "blank": _blank, "lines": _lines,
    "bars": _bars, "table": _table, "code": _code,
}
