"""A Document as a tagged PDF: one pandoc process, one compile in memory, PDF/UA-1."""

from __future__ import annotations

import io
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kholapath.document.model import Block, Document, Heading, Meta, Prose
from kholapath.errors import ExportError

from . import layout as lay
from .context import Layout
from .glyphs import FONTS
from .markdown import convert
from .pictures import resolve

_HERE = Path(__file__).parent
_TEMPLATE = ("lesson.typ", "answers.typ", "parts.typ")
PAPERS = {"a4": "a4", "letter": "us-letter"}


def render(document: Document, *, edition: str, paper: str = "a4") -> bytes:
    """Set a document on paper.

    Parameters
    ----------
    edition
        ``handout`` (what a learner fills in) or ``key`` (the answers to it).
    paper
        ``a4`` or ``letter``.

    Raises
    ------
    ExportError
        If a cell cannot be set; it names the cell.
    """
    import typst

    try:
        compiled = _compile(_files(document, edition, paper))
    except typst.TypstError as error:
        raise _named(document, edition, paper, str(error)) from error
    from .copied import mend

    return mend(compiled)


def _compile(files: dict[str, bytes]) -> bytes:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
    # Its stubs do not know yet that files may come as a dict.
    set_in_memory: Any = typst.compile
    return bytes(set_in_memory(files, font_paths=fonts, format="pdf", pdf_standards=["ua-1"]))


def _named(document: Document, edition: str, paper: str, reason: str) -> ExportError:
    """Find the cell that cannot be set, by setting each alone."""
    import typst

    problem = f"this cannot be set on paper: {reason}. Simplify it, or tag its cell 'remove-cell'."
    for block in document.blocks:
        try:
            _compile(_files(replace(document, blocks=(block,)), edition, paper))
        except typst.TypstError:
            where = block.where
            return ExportError(problem, cell=where.cell, cell_id=where.cell_id)
    return ExportError(problem)


def _files(document: Document, edition: str, paper: str) -> dict[str, bytes]:
    """Return every file that the template reads, by name."""
    meta = document.meta
    layout = Layout(f"{meta.slug}.{meta.lang}", meta.lang, key=edition == "key")
    dek, body = _dek(document)
    data: dict[str, Any] = {
        "edition": edition,
        "paper": PAPERS[paper],
        "meta": _meta(meta, layout),
        "words": json.loads((_HERE / "strings" / f"{_strings(meta.lang)}.json").read_text("utf-8")),
        "dek": layout.md(dek, None, inline=True),
        "blocks": lay.blocks(layout, body),
    }
    files = _set_pieces(layout, data)
    data["pictures"] = layout.pictures
    files |= layout.files | {"lesson.json": json.dumps(data, ensure_ascii=False).encode()}
    if meta.url:
        files["qr.svg"] = _qr(meta.url)
    files["main.typ"] = b'#include "lesson.typ"'
    return files | {n: (_HERE / n).read_bytes() for n in _TEMPLATE}


def _set_pieces(layout: Layout, data: dict[str, Any]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    rests: dict[int, int] = {}
    with ThreadPoolExecutor(1) as other:  # pandoc is a process: charts are drawn meanwhile
        converting = other.submit(convert, layout.pieces)
        lay.draw_charts(layout)
    for index, done in enumerate(converting.result()):
        home = layout.homes[index]
        known = home.attachments if isinstance(home, Prose) else {}
        for k, image in enumerate(done["images"], start=1):
            lay.add_picture(layout, f"{index}-{k}", resolve(image["src"], known), image["alt"])
        texts = [done["typst"], done.get("rest")]
        for n, text in zip((index, len(layout.pieces) + index), texts, strict=True):
            if text is not None:
                files[f"p{n}.typ"] = (
                    f'#import "parts.typ": break-rule, fitted, formula, listing-of, picture, task\n{text}'.encode()
                )
        if texts[1] is not None:
            rests[index] = len(layout.pieces) + index
    for item in _items(data["blocks"]):
        item["rest"] = rests.get(item["prompt"])
    return files


def _items(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for b in blocks:
        inside = [*b.get("blocks", []), *(x for side in b.get("sides", []) for x in side)]
        found += [b] if b["kind"] == "item" else _items(inside)
    return found


def _dek(document: Document) -> tuple[str, tuple[Block, ...]]:
    """Take the paragraph under the title, and a heading that only repeats the title, out of the body."""
    deks = [b for b in document.blocks if "dek" in b.tags and isinstance(b, Prose)]
    title = document.meta.title.strip()
    rest = tuple(
        b
        for b in document.blocks
        if b not in deks
        and not (isinstance(b, Heading) and b.level == 1 and b.markdown.strip() == title)
    )
    return "\n".join(d.markdown for d in deks) or document.meta.description, rest


def _meta(meta: Meta, layout: Layout) -> dict[str, Any]:
    try:
        day = date.fromisoformat(meta.date[:10])
        when: list[int] | None = [day.year, day.month, day.day]
    except ValueError:
        when = None
    said = layout.clean(
        {
            "title": meta.title or meta.slug,
            "course": meta.course,
            "version": meta.version,
            "lang": meta.lang,
        },
        None,
    )
    return {
        **said,
        "number": meta.number,
        "seed": meta.seed,
        "date": when,
        "url": meta.url,
        "qr": bool(meta.url),
    }


def _strings(lang: str) -> str:
    base = lang.split("-", maxsplit=1)[0].lower()
    return base if (_HERE / "strings" / f"{base}.json").exists() else "en"


def _qr(url: str) -> bytes:
    import segno

    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="svg", border=0, scale=4, dark="#1d232b")
    return out.getvalue()
