"""The gallery: every type and widget by its own example, in every edition.

It is the documentation and the contract test in one: what an edition cannot hold is said.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from kholapath.document.model import Document, Heading
from kholapath.editions.registry import Edition, editions
from kholapath.errors import KholapathError, near
from kholapath.output import write_whole
from kholapath.reported import reported
from kholapath_widgets.examples import example_names

NAME = "gallery"
_TITLE = {"en": "The gallery", "bn": "গ্যালারি"}
_DEK = {
    "en": "Every kind of question and every widget, by its own example.",
    "bn": "প্রশ্নের প্রতিটি ধরন আর প্রতিটি উইজেট, নিজের নিজের উদাহরণে।",
}
LANGUAGES = tuple(_TITLE)

HELD, LEFT_OUT = "yes", "–"


@dataclass(frozen=True)
class Held:
    """What an edition makes of one example.

    Attributes
    ----------
    verdict
        ``yes`` (whole), ``–`` (nothing of it), or the number of reasons.
    reasons
        What it leaves out, and why.
    """

    verdict: str
    reasons: tuple[str, ...] = ()


def notebook(lang: str) -> dict[str, Any]:
    """Return the gallery's notebook in a language, without outputs."""
    cells = [
        _cell("title", "markdown", f"# {_TITLE[lang]}"),
        _cell("dek", "markdown", _DEK[lang], "dek"),
        _cell("open", "code", "from kholapath_widgets.examples import example", "setup"),
    ]
    for name in example_names():
        tag = name.replace("_", "-")
        cells += [
            _cell(f"{tag}-title", "markdown", f"## {name}"),
            _cell(f"{tag}-widget", "code", f"example({name!r}, lang={lang!r})", "remove-input"),
        ]
    metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "kholapath": {"lesson": NAME, "lang": lang, "title": _TITLE[lang]},
    }
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _cell(name: str, kind: str, source: str, *tags: str) -> dict[str, Any]:
    code: dict[str, Any] = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return {
        "id": name,
        "cell_type": kind,
        "metadata": {"tags": list(tags)},
        "source": source,
        **code,
    }


def write_notebooks(out: Path, langs: Sequence[str]) -> list[Path]:
    """Write the gallery's notebooks into a folder of their own; return their paths.

    Raises
    ------
    KholapathError
        If there is no gallery in a language.
    """
    for lang in langs:
        if lang not in _TITLE:
            raise KholapathError(f"There is no gallery in {lang!r}. {near(lang, _TITLE)}")
    return [
        write_whole(
            out / NAME / f"lesson.{tag}.ipynb", json.dumps(notebook(tag), indent=1).encode()
        )
        for tag in langs
    ]


def sections(document: Document) -> dict[str, Document]:
    """Return what stands under each heading of level 2, by its words, as a document of its own."""
    found: dict[str, list[Any]] = {}
    name = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:  # noqa: PLR2004
            name = block.markdown
        elif name:
            found.setdefault(name, []).append(block)
    return {name: replace(document, blocks=tuple(run)) for name, run in found.items()}


def matrix(
    document: Document, progress: Callable[[str, int, int], None] | None = None
) -> dict[str, dict[str, Held]]:
    """Return what each edition holds of each example: ``{example: {edition: Held}}``."""
    parts, known = sections(document), editions()
    done = 0
    table: dict[str, dict[str, Held]] = {}
    for name, part in parts.items():
        table[name] = {}
        for edition in known.values():
            table[name][edition.name] = _held(edition, part)
            done += 1
            if progress:
                progress(f"{name}: {edition.name}", done, len(parts) * len(known))
    return table


def _held(edition: Edition, part: Document) -> Held:
    kept = edition.keep(part)
    if not kept.blocks:
        return Held(LEFT_OUT, (f"{edition.name} is not for it: it holds questions alone.",))
    with reported() as told:
        try:
            edition.render(kept)
        except KholapathError as error:
            return Held(LEFT_OUT, (str(error),))
    return Held(str(len(told)), tuple(told)) if told else Held(HELD)


def as_text(table: dict[str, dict[str, Held]]) -> str:
    """Return the matrix as lines of text: a row an example, then every reason."""
    names = list(next(iter(table.values()), {}))
    first = max(map(len, [*table, "EXAMPLE"]))
    row = partial("  ".join)
    widths = [max(len(name), len("yes")) for name in names]
    lines = [row([f"{'EXAMPLE':<{first}}", *names])]
    reasons: list[str] = []
    for example, by_edition in table.items():
        cells = [
            f"{held.verdict:<{w}}" for held, w in zip(by_edition.values(), widths, strict=True)
        ]
        lines.append(row([f"{example:<{first}}", *cells]).rstrip())
        reasons += [
            f"{example}, {e}: {why}" for e, held in by_edition.items() for why in held.reasons
        ]
    return "\n".join([*lines, *([""] if reasons else []), *reasons])
