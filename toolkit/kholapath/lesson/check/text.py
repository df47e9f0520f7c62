"""What the rules read in Markdown and in code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


@cache
def tokens(source: str) -> tuple[Token, ...]:
    """Return the blocks of a Markdown text."""
    return tuple(_parser().parse(source))


def headings(source: str) -> list[tuple[int, str]]:
    """Return the level and words of each heading."""
    blocks = tokens(source)
    return [
        (int(block.tag[1:]), blocks[i + 1].content)
        for i, block in enumerate(blocks)
        if block.type == "heading_open"
    ]


def list_entries(source: str) -> int:
    """Return how many entries the lists of a text have, nested ones aside."""
    opens = [b for b in tokens(source) if b.type == "list_item_open"]
    return sum(block.level == min(b.level for b in opens) for block in opens)


def inlines(source: str) -> Iterator[Token]:
    """Return the inline parts of a text: links, images, words."""
    for block in tokens(source):
        yield from block.children or ()


def calls(source: str) -> list[ast.Call]:
    """Return the calls in a piece of code; none if it is not Python."""
    tree = parse(source)
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)] if tree else []


def parse(source: str) -> ast.Module | None:
    """Return the code's syntax tree, IPython's own lines left out; None if it is not Python."""
    plain = re.sub(r"^\s*[!%].*$", "", source, flags=re.MULTILINE)
    try:
        return ast.parse(plain)
    except (SyntaxError, ValueError):
        return None


def name_of(call: ast.Call) -> str:
    """Return what is called: ``ask`` of ``lesson.ask(…)``, ``Chart`` of ``alt.Chart(…)``."""
    function = call.func
    return str(getattr(function, "attr", None) or getattr(function, "id", ""))


def lesson_calls(source: str, method: str) -> list[str]:
    """Return the names asked for by ``lesson.<method>("name")``."""
    return [
        call.args[0].value
        for call in calls(source)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == method
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "lesson"
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]
