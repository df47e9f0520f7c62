"""A question as plain data for the template: its parts on the sheet, its rows in the key."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from kholapath.document import model as m
from kholapath_widgets._shared.locale import base, format_number

from .context import Json, Layout
from .tables import columns

_MOST_TICKS = 5
_SIGNS = re.compile(r"[\\*]|(?<=\])\([^)]*\)")  # of Markdown, which print as nothing


def item(layout: Layout, b: m.Item | m.Widget) -> Json:
    """Return a question, or another widget: what a learner fills in, or in the key what answers it.

    Questions alone have numbers.
    """
    sheet, answers = b.form["sheet"], b.form["answers"].get("key") or {}
    number = None
    if isinstance(b, m.Item):
        layout.numbered += 1
        number = b.form.get("number") or layout.numbered
    said: Json = {
        "kind": "item",
        "number": number,
        "level": min(layout.level + 1, 6),
        "label": layout.clean(sheet.get("label") or "", b),
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
        "line": lambda _p: 70,
        "table": lambda p: 8 * len(p["rows"]),
        "code": lambda p: 5 * p["source"].count("\n"),
        "options": lambda p: sum(6 + len(e["md"]) / 12 for e in p["entries"]),
        "text": lambda p: len(p["md"]) / 10,
    }
    rough = guess.get(part["part"])
    return rough(part) if rough else 8


def _row(layout: Layout, row: Json, b: m.Block) -> Json:
    remark = row.get("remark") or ""
    # a tag is made of English words: beside other words it would say nothing more than they do
    tag = row.get("misconception") or "" if remark and base(layout.lang) == "en" else ""
    return {
        "verdict": row["verdict"],
        "label": layout.clean(row.get("label") or "", b),
        "md": layout.md(row["md"], b),
        "misconception": layout.clean(tag.replace("-", " ").replace("_", " "), b),
        "remark": layout.md(remark, b),
    }


def _part(layout: Layout, part: Json, b: m.Block) -> Json:
    return {"part": part["part"], **_PARTS[part["part"]](layout, part, b)}


def _options(layout: Layout, part: Json, b: m.Block) -> Json:
    entries = [{"label": e["label"], "md": layout.md(e["md"], b)} for e in part["entries"]]
    return {"mark": part["mark"], "entries": layout.clean(entries, b)}


def _bars(layout: Layout, part: Json, b: m.Block) -> Json:
    most = part["max"] if part["max"] > 0 else 1
    return {**_marks(layout, part, (0, most), b), "max": most}


def _line(layout: Layout, part: Json, b: m.Block) -> Json:
    least, most = part["min"], part["max"]
    return _marks(layout, part, (least, most if most > least else least + 1), b)


def _marks(layout: Layout, part: Json, axis: tuple[float, float], b: m.Block) -> Json:
    least, most = axis
    unit = part["unit"] or ""
    rows = [
        {
            **row,
            "note": row.get("note") or "",
            "shown": _shown(row["value"], layout.lang),
            "share": None if row["value"] is None else (row["value"] - least) / (most - least),
        }
        for row in part["rows"]
    ]
    ticks = [
        {
            "share": (v - least) / (most - least),
            "shown": _shown(v, layout.lang),
            "unit": unit if last else "",
        }
        for v, last in _ticks(least, most)
    ]
    return dict(layout.clean({"unit": unit, "rows": rows, "ticks": ticks}, b))


def _ticks(least: float, most: float) -> list[tuple[float, bool]]:
    """Return the round numbers from `least` to `most`, three to six, and which is the last."""
    span = most - least
    power = 10 ** math.floor(math.log10(span))
    step = next(s for s in (power / 5, power / 2, power, power * 2) if span / s <= _MOST_TICKS)
    first, last = math.ceil(least / step - 1e-9), math.floor(most / step + 1e-9)
    return [(step * i, i == last) for i in range(first, last + 1)]


def _shown(value: float | None, lang: str) -> str:
    return "" if value is None else format_number(value, lang)


def _part_table(layout: Layout, part: Json, b: m.Block) -> Json:
    rows = [part["header"], *part["rows"]]
    width = max(map(len, rows))
    rows = [[str(c).replace(" \\_", "\u00a0\\_") for c in r] for r in rows]  # no blank alone
    set_rows = [[_cell(layout.md(c, b, inline=True)) for c in r] for r in rows]
    text = [tuple(_SIGNS.sub("", c) for c in r) for r in rows]
    return {
        "header": set_rows[:1],
        "rows": set_rows[1:],
        "align": [False] * width,
        "columns": columns(text, width),
    }


def _cell(piece: int | None) -> int | list[str]:
    return [""] if piece is None else piece


_PARTS: dict[str, Callable[[Layout, Json, m.Block], Json]] = {
    "text": lambda lay, p, b: {"md": lay.md(p["md"], b)},
    "options": _options,
    "blank": lambda lay, p, b: {
        "width": min(p["width"], 110),
        "before": lay.md(p.get("before") or "", b, inline=True),
        "after": lay.md(p.get("after") or "", b, inline=True),
    },
    "lines": lambda _lay, p, _b: {"count": p["count"]},
    "bars": _bars,
    "line": _line,
    "table": _part_table,
    "code": lambda lay, p, b: {"source": lay.clean(p["source"], b)},
}
