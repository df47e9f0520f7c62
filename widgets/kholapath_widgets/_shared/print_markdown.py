"""The print vocabulary as Markdown and as plain text: for where neither view nor HTML is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from .locale import digits, format_number

Part = dict[str, Any]

_BLANK = "\\_" * 10


def parts_markdown(sheet: dict[str, Any], number: int | None, lang: str) -> str:
    """Return a print form's sheet as Markdown."""
    shown = f"**{digits(str(number), lang)}.** " if number is not None else ""
    parts = (_RENDER[part["part"]](part, lang) for part in sheet["parts"])
    return "\n\n".join([f"{shown}{sheet['prompt']}", f"*{sheet['label']}*", *parts])


def parts_text(sheet: dict[str, Any], number: int | None, lang: str) -> str:
    """Return a print form's sheet as plain text: Markdown without its signs for weight."""
    bare = re.sub(r"\*\*|^\*|\*$", "", parts_markdown(sheet, number, lang), flags=re.MULTILINE)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", bare)


def _text(part: Part, _lang: str) -> str:
    return str(part["md"])


def _options(part: Part, _lang: str) -> str:
    sign = "○" if part["mark"] == "circle" else "☐"
    return "\n".join(f"- {sign} {e['label']}. {_one_line(e['md'])}" for e in part["entries"])


def _one_line(md: str) -> str:
    return " ".join(md.split())


def _blank(part: Part, _lang: str) -> str:
    return " ".join(words for words in (part["before"], _BLANK, part["after"]) if words)


def _lines(part: Part, _lang: str) -> str:
    return "\n\n".join("\\_" * 40 for _ in range(part["count"]))


def _marks(part: Part, lang: str) -> str:
    return "\n".join(
        f"- {row['label']}: {_BLANK if row['value'] is None else format_number(row['value'], lang)} "
        f"{part['unit']}".rstrip()
        for row in part["rows"]
    )


def _table(part: Part, _lang: str) -> str:
    lines = [part["header"], ["---"] * len(part["header"]), *part["rows"]]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(value: Any) -> str:
    return _one_line(str(value)).replace("|", "\\|")


def _code(part: Part, _lang: str) -> str:
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", part["source"])), 3)
    return f"{fence}{part['language']}\n{part['source']}\n{fence}"


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
