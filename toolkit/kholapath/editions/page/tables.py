"""Tables, and what else may be wider than the page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape


def scrolling(label: str, inner: str) -> str:
    """Return what may be wider than the page: it scrolls by itself, by keyboard too.

    Parameters
    ----------
    label
        What it is, as HTML of an attribute.
    """
    return f'<div class="scroll" role="group" tabindex="0" aria-label="{label}">{inner}</div>'


def table(
    header: Sequence[Sequence[str]], rows: Sequence[Sequence[str]], numeric: Sequence[bool]
) -> str:
    """Return a table of plain text; `numeric` says which columns stand flush right."""
    sides = [' class="right"' if number else "" for number in numeric]

    def line(cells: Sequence[str], tag: str) -> str:
        told = (f"<{tag}{side}>{escape(c)}</{tag}>" for c, side in zip(cells, sides, strict=False))
        return f"<tr>{''.join(told)}</tr>"

    head = "".join(line(row, "th") for row in header)
    body = "".join(line(row, "td") for row in rows)
    return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"
