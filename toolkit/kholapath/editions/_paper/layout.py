"""A Document as the plain data that the Typst template lays out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from kholapath.document import model as m
from kholapath.editions import handout

from .context import Json, Layout
from .pictures import as_svg
from .questions import item
from .tables import ROOM, columns, size, tokens

_A_FEW_SENTENCES = 300  # characters
_BEFORE_A_LEAD = ("heading", "item")  # after anything else, a paragraph may be about that
_ESCAPED = re.compile(r"\\(.)")


def blocks(layout: Layout, run: tuple[m.Block, ...]) -> list[Json]:
    """Lay out blocks in order; neighbours that belong together share a frame."""
    out: list[Json] = []
    todo = list(run)
    while todo:
        frames = _KEY_FRAMES if layout.key else _FRAMES
        frame = next((f for f in frames if todo[0].tags & set(f)), None)
        length = 1
        if frame:
            length = next((i for i, b in enumerate(todo) if not b.tags & set(frame)), len(todo))
            out.append(frames[frame](layout, todo[:length], frame))
        else:
            out += _block(layout, todo[0])
        del todo[:length]
    for before, one, after in zip([{"kind": "heading"}, *out], out, out[1:], strict=False):
        if after["kind"] == "item" and before["kind"] in _BEFORE_A_LEAD and _short(layout, one):
            one["kind"] = "intro"
    return out


def _short(layout: Layout, block: Json) -> bool:
    """Tell a paragraph of a sentence or two."""
    if block["kind"] != "prose" or block["md"] is None:
        return False
    text = layout.pieces[block["md"]].md.strip()
    return len(text) < _A_FEW_SENTENCES and "\n\n" not in text


def _pair(layout: Layout, run: list[m.Block], frame: tuple[str, ...]) -> Json:
    sides = [[b for b in run if tag in b.tags] for tag in frame]
    return {
        "kind": "pair",
        "sides": [[x for b in side for x in _block(layout, b)] for side in sides if side],
    }


def _boxed(layout: Layout, run: list[m.Block], _frame: tuple[str, ...]) -> Json:
    return {"kind": "boxed", "blocks": [x for b in run for x in _block(layout, b)]}


def _solved(layout: Layout, run: list[m.Block], frame: tuple[str, ...]) -> Json:
    return {**_boxed(layout, run, frame), "kind": "solved"}


_Frames = dict[tuple[str, ...], Callable[[Layout, list[m.Block], tuple[str, ...]], Json]]
_FRAMES: _Frames = {("evidence-for", "evidence-against"): _pair, ("key-points",): _boxed}
_KEY_FRAMES: _Frames = {("challenge", "solution"): _solved}


def _block(layout: Layout, block: m.Block) -> list[Json]:
    if isinstance(block, m.Group):
        out = _head(layout, block.form, block) if isinstance(block, m.Live) else []
        for title, child in block.children:
            out += [{"kind": "label", "text": layout.clean(title, block)}] if title else []
            out += _block(layout, child)
        return out
    make = _BLOCKS[type(block)]
    made = make(layout, block)
    return [made] if made else []


def _head(layout: Layout, form: Json, b: m.Block) -> list[Json]:
    """Return a group's own title, and the line under it."""
    title = {"kind": "label", "text": layout.clean(form["title"], b)}
    return [title, {"kind": "sources", "md": layout.md(form["note"], b)}]


def _heading(layout: Layout, b: m.Heading) -> Json:
    # The first is a 1 and none is skipped: PDF/UA asks for both, and Markdown promises neither.
    text = layout.md(b.markdown, b, inline=True)
    if text is None:
        return {}
    while layout.above and layout.above[-1] >= b.level:
        layout.above.pop()
    layout.above.append(b.level)
    return {"kind": "heading", "level": layout.level, "md": text}


def _prose(layout: Layout, b: m.Prose) -> Json:
    return {"kind": "sources" if "sources" in b.tags else "prose", "md": layout.md(b.markdown, b)}


def _code(layout: Layout, b: m.Code) -> Json:
    if handout.ROOM in b.tags:
        return {"kind": "room", "lines": b.source.count("\n")}
    return {"kind": "code", "source": layout.clean(b.source, b)}


def _output(layout: Layout, b: m.Text) -> Json:
    return {"kind": "output", "source": layout.clean(b.text.rstrip("\n"), b)}


def _formula(layout: Layout, b: m.Formula) -> Json:
    return {"kind": "prose", "md": layout.md(f"$${b.tex.strip()}$$", b)}


def _table(layout: Layout, b: m.Table) -> Json:
    rows = [*b.header, *b.rows]
    width = max((len(r) for r in rows), default=0)
    if not width:
        return {}
    shares, points = columns(rows, width), size(width)
    rooms = [
        ROOM if c == 0 else max(2, int(ROOM * 9.2 / points * c / sum(shares)) - 2) for c in shares
    ]
    full = [(*r, *[""] * (width - len(r))) for r in rows]
    pad = [
        [tokens(layout.clean(c, b), room) for c, room in zip(r, rooms, strict=True)] for r in full
    ]
    n = len(b.header)
    numeric = [*b.numeric, *[False] * (width - len(b.numeric))][:width]
    return {
        "kind": "table",
        "header": pad[:n],
        "rows": pad[n:],
        "align": numeric,
        "columns": shares,
        "size": points,
    }


def _image(layout: Layout, b: m.Image) -> Json:
    name = f"image-{len(layout.pictures)}"
    add_picture(layout, name, as_svg(b.mime, b.data), layout.clean(b.alt, b))
    return {"kind": "picture", "name": name}


def add_picture(layout: Layout, name: str, svg: bytes | None, alt: str) -> None:
    """Keep a picture under a name; without one the template prints its description instead."""
    layout.pictures[name] = {"file": f"{name}.svg" if svg else None, "alt": alt}
    if svg:
        layout.files[f"{name}.svg"] = svg


def _chart(layout: Layout, b: m.Chart) -> Json:
    say = {k: layout.clean(str(b.form.get(k) or ""), b) for k in ("title", "subtitle", "source")}
    alt = layout.clean(str(b.form.get("description") or b.form.get("title") or "–"), b)
    made = {"kind": "chart", "file": f"chart-{len(layout.charts)}.svg", "alt": alt, **say}
    layout.charts.append((made, b))
    return made


def draw_charts(layout: Layout) -> None:
    """Draw the charts that were laid out, and let each say its sentence."""
    from kholapath.charts.static import draw

    for made, b in layout.charts:
        drawn = draw(b.form, theme="print")
        layout.files[made["file"]] = drawn.svg.encode()
        made["sentence"] = layout.clean(_strong(drawn.sentence or ""), b)


def _strong(sentence: str) -> list[Json]:
    """Take a chart's sentence apart where ``**`` stands: its only sign that is none of its words."""
    parts = [_ESCAPED.sub(r"\1", part) for part in sentence.split("**")]
    return [{"text": text, "strong": i % 2 == 1} for i, text in enumerate(parts) if text]


_BLOCKS: dict[type[m.Block], Callable[[Layout, Any], Json]] = {
    m.Heading: _heading,
    m.Prose: _prose,
    m.Code: _code,
    m.Text: _output,
    m.Formula: _formula,
    m.Table: _table,
    m.Image: _image,
    m.Chart: _chart,
    m.Item: item,
    m.Widget: item,
}
