"""A Document's blocks as HTML; neighbours that belong together share a frame."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from kholapath.document import model as m
from kholapath_widgets._shared.markdown import prose_html, tex_to_mathml, to_html

from .code import highlighted
from .context import Entry, Page
from .figures import chart, item, live, widget
from .tables import scrolling, table

_LINK = re.compile(r"</?a\b[^>]*>")


def blocks(page: Page, run: Sequence[m.Block]) -> str:
    """Return blocks in order, each frame's neighbours in one frame."""
    out: list[str] = []
    todo = list(run)
    while todo:
        frame = next((f for f in _FRAMES if todo[0].tags & set(f)), None)
        length = 1
        if frame:
            length = next((i for i, b in enumerate(todo) if not b.tags & set(frame)), len(todo))
            out.append(_FRAMES[frame](page, todo[:length], frame))
        else:
            out.append(block(page, todo[0]))
        del todo[:length]
    return "\n".join(out)


def block(page: Page, b: m.Block) -> str:
    """Return one block, in its language."""
    html = _BLOCKS[type(b)](page, b)
    own = page.lang_of(b.lang)
    return f"<div{own}>{html}</div>" if own and html else html


def _all(page: Page, run: Sequence[m.Block]) -> str:
    return "\n".join(block(page, b) for b in run)


def _two(page: Page, run: list[m.Block], frame: tuple[str, ...]) -> str:
    sides = [(tag, [b for b in run if tag in b.tags]) for tag in frame]
    told = (f'<div class="{tag}">{_all(page, side)}</div>' for tag, side in sides if side)
    return f'<div class="two">{"".join(told)}</div>'


def _panel(page: Page, run: list[m.Block], frame: tuple[str, ...]) -> str:
    return f'<div class="panel {frame[0]}">{_all(page, run)}</div>'


def _titled_panel(page: Page, run: list[m.Block], frame: tuple[str, ...]) -> str:
    """A panel under its heading, which stays one of the page's."""
    split = int(isinstance(run[0], m.Heading))
    return _all(page, run[:split]) + _panel(page, run[split:], frame)


def _behind(page: Page, run: list[m.Block], _frame: tuple[str, ...]) -> str:
    return (
        f'<details class="solution"><summary>{page.say("solution")}</summary>'
        f"<div>{_all(page, run)}</div></details>"
    )


def _small(page: Page, run: list[m.Block], frame: tuple[str, ...]) -> str:
    return f'<div class="{frame[0]}">{_all(page, run)}</div>'


_Frames = dict[tuple[str, ...], Callable[[Page, list[m.Block], tuple[str, ...]], str]]
_FRAMES: _Frames = {
    ("evidence-for", "evidence-against"): _two,
    ("objectives",): _panel,
    ("key-points",): _titled_panel,
    ("challenge",): _panel,
    ("solution",): _behind,
    ("sources",): _small,
}


def _heading(page: Page, b: m.Heading) -> str:
    html = to_html(b.markdown, inline=True)
    level, name = page.level(b.level), page.name(b, "s")
    page.contents.append(Entry(name, level, _LINK.sub("", html)))
    return f'<h{level} id="{name}">{html}</h{level}>'


def _prose(page: Page, b: m.Prose) -> str:
    html = prose_html(
        b.markdown,
        prefix=page.name(b, "") + "-",
        pictures={name: _data(*next(iter(p.items()))) for name, p in b.attachments.items() if p},
        lang=b.lang,
    )
    opened = scrolling(page.say("table"), "\0").split("\0")
    return html.replace("<table>", opened[0] + "<table>").replace(
        "</table>", "</table>" + opened[1]
    )


def _data(mime: str, base: str) -> str:
    return f"data:{mime};base64,{''.join(base.split())}"


def _code(page: Page, b: m.Code) -> str:
    inner = f'<pre class="code"><code>{highlighted(b.source, b.language)}</code></pre>'
    shown = scrolling(page.say("code"), inner)
    if "hide-code" not in b.tags:
        return shown
    return f"<details><summary>{page.say('show_code')}</summary>{shown}</details>"


def _text(page: Page, b: m.Text) -> str:
    return scrolling(page.say("output"), f'<pre class="out">{escape(b.text.strip(chr(10)))}</pre>')


def _formula(page: Page, b: m.Formula) -> str:
    return scrolling(page.say("formula"), tex_to_mathml(b.tex, display=True))


def _table(page: Page, b: m.Table) -> str:
    if not b.header and not b.rows:
        return ""
    return scrolling(page.say("table"), table(b.header, b.rows, b.numeric))


def _image(page: Page, b: m.Image) -> str:
    # an SVG is shown as a picture, in which no script runs and nothing loads
    source = _data(b.mime, base64.b64encode(b.data).decode())
    alt = escape(b.alt, quote=True) or page.say("picture")
    return f'<figure><img src="{escape(source, quote=True)}" alt="{alt}"></figure>'


def _group(page: Page, b: m.Group) -> str:
    told = (
        (f'<p class="label">{escape(title)}</p>' if title else "") + block(page, child)
        for title, child in b.children
    )
    return f'<div class="group">{"".join(told)}</div>'


_BLOCKS: dict[type[m.Block], Callable[[Page, Any], str]] = {
    m.Heading: _heading,
    m.Prose: _prose,
    m.Code: _code,
    m.Text: _text,
    m.Formula: _formula,
    m.Table: _table,
    m.Image: _image,
    m.Chart: chart,
    m.Item: item,
    m.Widget: widget,
    m.Group: _group,
    m.Live: live,
}
