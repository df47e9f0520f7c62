"""Markdown to Typst: every piece of a document in one pandoc process."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILTER = Path(__file__).with_name("markdown.lua")
# A formula that stands alone without dollars, as Jupyter's own Markdown allows.
_BARE = re.compile(
    r"^\\begin\{(align|gather|eqnarray|equation)(\*?)\}.*?^\\end\{\1\2\}", re.MULTILINE | re.DOTALL
)

# A line without anything that Markdown reads as more than text: most labels, options and remarks.
# It never goes back: a Bengali letter fits two of the alternatives, and a long line would take years.
_PLAIN = re.compile(
    r"(?![\d-]+[.)]|[-+=])(?>[^\W_]|[\u0980-\u09ff\u0964\u200c\u200d ,;?%()'\"“”‘’–—…$/-]|\.(?!\w)|:(?!\S)){1,400}+"
)
_LONG = re.compile(r"\S{29}")


@dataclass
class Piece:
    """One run of Markdown; `inline` ones are a heading or a label: their first paragraph alone."""

    md: str
    inline: bool = False


def convert(pieces: list[Piece]) -> list[dict[str, Any]]:
    """Return ``{typst, rest, images}`` for each piece, in order.

    Plain lines are set as they are: pandoc takes a millisecond and a half for each piece.
    """
    done: list[dict[str, Any] | None] = [_as_it_is(p.md) for p in pieces]
    rest = iter(_pandoc_all([p for p, d in zip(pieces, done, strict=True) if d is None]))
    return [d if d is not None else next(rest) for d in done]


def _as_it_is(md: str) -> dict[str, Any] | None:
    text = md.strip()
    if text.count("$") > 1 or _LONG.search(text) or not _PLAIN.fullmatch(text):
        return None
    return {"typst": f"#{json.dumps(text, ensure_ascii=False)}", "rest": None, "images": []}


def _pandoc_all(pieces: list[Piece]) -> list[dict[str, Any]]:
    if not pieces:
        return []
    sent = [{"md": _BARE.sub(_dollars, p.md), "inline": p.inline} for p in pieces]
    done = subprocess.run(  # noqa: S603 - our own pandoc and filter
        [_pandoc(), "lua", str(_FILTER)],
        input=json.dumps(sent, ensure_ascii=False).encode(),
        capture_output=True,
        check=True,
    )
    converted: list[dict[str, Any]] = json.loads(done.stdout)["pieces"]
    return converted


def _dollars(found: re.Match[str]) -> str:
    return f"$${found[0]}$$"


def _pandoc() -> str:
    """Find pandoc beside pypandoc without importing it: asking it costs two more processes."""
    spec = importlib.util.find_spec("pypandoc")
    for folder in spec.submodule_search_locations or [] if spec else []:
        for name in ("pandoc", "pandoc.exe"):
            if (here := Path(folder) / "files" / name).exists():
                return str(here)
    found = shutil.which("pandoc")
    if found is None:
        raise FileNotFoundError("pandoc is missing: pip install pypandoc_binary")
    return found
