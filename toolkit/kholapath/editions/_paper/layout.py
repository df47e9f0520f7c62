"""A Document as the plain data that the Typst template lays out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kholapath.document import model as m
from kholapath_widgets._shared.locale import format_number

from .glyphs import cleaned
from .markdown import Piece
from .pictures import as_svg
from .tables import ROOM, columns, size, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

Json = dict[str, Any]


@dataclass
class Layout:
    """What a document becomes: blocks for the template, the Markdown in them, and files."""

    lang: str
    key: bool
    pieces: list[Piece] = field(default_factory=list)
    homes: list[m.Block | None] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    pictures: Json = field(default_factory=dict)
    above: list[int] = field(default_factory=list)
    numbered: int = 0

    @property
    def level(self) -> int:
        """How deep the reader is in headings; the key's own heading is the first."""
        return len(self.above) or int(self.key)

    def md(self, text: str | None, home: m.Block | None, *, inline: bool = False) -> int | None:
        """Keep a piece of Markdown; return its number, None for nothing."""
        text = cleaned(text or "", place(home))
        if not text.strip():
            return None
        self.pieces.append(Piece(text, inline=inline))
        self.homes.append(home)
        return len(self.pieces) - 1


def place(home: m.Block | None) -> str:
    """Name the cell of a block as people count."""
    return "title" if home is None else f"cell {home.where.cell} ({home.where.cell_id})"


def blocks(layout: Layout, run: tuple[m.Block, ...]) -> list[Json]:
    """Lay out blocks in order; neighbours that belong together share a frame."""
    out: list[Json] = []
    todo = list(run)
    while todo:
        frame = next((f for f in _FRAMES if todo[0].tags & set(f)), None)
        length = 1
        if frame:
            length = next((i for i, b in enumerate(todo) if not b.tags & set(frame)), len(todo))
            out.append(_FRAMES[frame](layout, todo[:length], frame))
        else:
            out += _block(layout, todo[0])
        del todo[:length]
    return out


def _pair(layout: Layout, run: list[m.Block], frame: tuple[str, ...]) -> Json:
    sides = [[b for b in run if tag in b.tags] for tag in frame]
    return {
        "kind": "pair",
        "sides": [[x for b in side for x in _block(layout, b)] for side in sides if side],
    }


def _boxed(layout: Layout, run: list[m.Block], _frame: tuple[str, ...]) -> Json:
    return {"kind": "boxed", "blocks": [x for b in run for x in _block(layout, b)]}


_FRAMES: dict[tuple[str, ...], Callable[[Layout, list[m.Block], tuple[str, ...]], Json]] = {
    ("evidence-for", "evidence-against"): _pair,
    ("key-points",): _boxed,
}


def _block(layout: Layout, block: m.Block) -> list[Json]:
    if isinstance(block, m.Group):
        out: list[Json] = []
        for title, child in block.children:
            out += [{"kind": "label", "text": cleaned(title, place(block))}] if title else []
            out += _block(layout, child)
        return out
    make = _BLOCKS[type(block)]
    made = make(layout, block)
    return [made] if made else []


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


def _code(_layout: Layout, b: m.Code) -> Json:
    return {"kind": "code", "source": cleaned(b.source, place(b))}


def _output(_layout: Layout, b: m.Text) -> Json:
    return {"kind": "output", "source": cleaned(b.text.rstrip("\n"), place(b))}


def _formula(layout: Layout, b: m.Formula) -> Json:
    return {"kind": "prose", "md": layout.md(f"$${b.tex.strip()}$$", b)}


def _table(_layout: Layout, b: m.Table) -> Json:
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
        [tokens(cleaned(c, place(b)), room) for c, room in zip(r, rooms, strict=True)] for r in full
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
    add_picture(layout, name, as_svg(b.mime, b.data), cleaned(b.alt, place(b)))
    return {"kind": "picture", "name": name}


def add_picture(layout: Layout, name: str, svg: bytes | None, alt: str) -> None:
    """Keep a picture under a name; without one the template prints its description instead."""
    layout.pictures[name] = {"file": f"{name}.svg" if svg else None, "alt": alt}
    if svg:
        layout.files[f"{name}.svg"] = svg


def _chart(layout: Layout, b: m.Chart) -> Json:
    from kholapath.charts.static import draw

    drawn = draw(b.form, theme="print")
    file = f"chart-{len(layout.files)}.svg"
    layout.files[file] = drawn.svg.encode()
    say = {k: cleaned(str(b.form.get(k) or ""), place(b)) for k in ("title", "subtitle", "source")}
    alt = cleaned(str(b.form.get("description") or b.form.get("title") or "–"), place(b))
    return {
        "kind": "chart",
        "file": file,
        "alt": alt,
        "sentence": layout.md(drawn.sentence or "", b),
        **say,
    }


def _item(layout: Layout, b: m.Item) -> Json:
    sheet, answers = b.form["sheet"], b.form["answers"].get("key") or {}
    layout.numbered += 1
    number = b.form.get("number") or layout.numbered
    said: Json = {
        "kind": "item",
        "number": number,
        "level": min(layout.level + 1, 6),
        "label": cleaned(sheet.get("label") or "", place(b)),
        "prompt": layout.md(sheet["prompt"], b, inline=True),
        "rest": None,
        "long": False,
    }
    if layout.key:
        said["rows"] = [_row(layout, r, b) for r in answers.get("rows", [])]
        said["note"] = layout.md(answers.get("note") or "", b)
    else:
        parts = [_part(layout, p, b) for p in sheet["parts"]]
        said |= {"parts": parts, "long": sum(map(_height, sheet["parts"])) > 190}  # noqa: PLR2004 - mm
    return said


def _height(part: Json) -> float:
    """Guess, generously, how many mm a part is high: may it fit on one page."""
    guess: dict[str, Callable[[Json], float]] = {
        "lines": lambda p: 9.6 * p["count"],
        "bars": lambda p: 17 * len(p["rows"]),
        "table": lambda p: 8 * len(p["rows"]),
        "code": lambda p: 5 * p["source"].count("\n"),
        "options": lambda p: sum(6 + len(e["md"]) / 12 for e in p["entries"]),
        "text": lambda p: len(p["md"]) / 10,
    }
    rough = guess.get(part["part"])
    return rough(part) if rough else 8


def _row(layout: Layout, row: Json, b: m.Item) -> Json:
    return {
        "verdict": row["verdict"],
        "label": cleaned(row.get("label") or "", place(b)),
        "md": layout.md(row["md"], b),
        "remark": layout.md(row.get("remark") or "", b),
    }


def _part(layout: Layout, part: Json, b: m.Item) -> Json:
    return {"part": part["part"], **_PARTS[part["part"]](layout, part, b)}


def _options(layout: Layout, part: Json, b: m.Item) -> Json:
    entries = [{"label": e["label"], "md": layout.md(e["md"], b)} for e in part["entries"]]
    return {"mark": part["mark"], "entries": cleaned(entries, place(b))}


def _bars(layout: Layout, part: Json, b: m.Item) -> Json:
    rows = [{"note": "", **r, "shown": _shown(r["value"], layout.lang)} for r in part["rows"]]
    rows = [{**r, "note": r["note"] or ""} for r in rows]
    said = {
        "max": part["max"] or 1,
        "unit": part["unit"] or "",
        "rows": rows,
        "shown": _shown(part["max"], layout.lang),
    }
    return dict(cleaned(said, place(b)))


def _shown(value: float | None, lang: str) -> str:
    return "" if value is None else format_number(value, lang)


def _part_table(layout: Layout, part: Json, b: m.Item) -> Json:
    rows = [part["header"], *part["rows"]]
    width = max(map(len, rows))
    set_rows = [[_cell(layout.md(str(c), b, inline=True)) for c in r] for r in rows]
    text = [tuple(map(str, r)) for r in rows]
    return {
        "header": set_rows[:1],
        "rows": set_rows[1:],
        "align": [False] * width,
        "columns": columns(text, width),
    }


def _cell(piece: int | None) -> int | list[str]:
    return [""] if piece is None else piece


_PARTS: dict[str, Callable[[Layout, Json, m.Item], Json]] = {
    "text": lambda lay, p, b: {"md": lay.md(p["md"], b)},
    "options": _options,
    "blank": lambda lay, p, b: {
        "width": min(p["width"], 110),
        "before": lay.md(p.get("before") or "", b, inline=True),
        "after": lay.md(p.get("after") or "", b, inline=True),
    },
    "lines": lambda _lay, p, _b: {"count": p["count"]},
    "bars": _bars,
    "table": _part_table,
    "code": lambda _lay, p, b: {"source": cleaned(p["source"], place(b))},
}
_BLOCKS: dict[type[m.Block], Callable[[Layout, Any], Json]] = {
    m.Heading: _heading,
    m.Prose: _prose,
    m.Code: _code,
    m.Text: _output,
    m.Formula: _formula,
    m.Table: _table,
    m.Image: _image,
    m.Chart: _chart,
    m.Item: _item,
}
