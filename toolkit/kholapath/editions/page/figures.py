"""What moves: each widget as a place that the host fills, holding its still form until then."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

from kholapath.document import model as m
from kholapath_widgets import ItemError, explorable
from kholapath_widgets._shared.markdown import to_html
from kholapath_widgets._shared.print_html import parts_html
from kholapath_widgets._shared.strings import strings
from kholapath_widgets.question.loading import make_item

from .context import Json, Page
from .tables import scrolling, table

# Characters: a drawing of thousands of marks would outweigh the page. Its words stand for it then,
# above the figures in its table, until the host draws it.
_MOST_DRAWN = 150_000
_HEX = re.compile(r'"(#[0-9a-f]{6})"')


def chart(page: Page, b: m.Chart) -> str:
    """Return an explorable: drawn as it stands at first, compiled for the host."""
    from kholapath.charts.compile import to_vega

    state = b.form["state"]
    compiled = {lang: to_vega(spec, lang) for lang, spec in state["spec"].items()}
    return _place(page, "explorable", {**state, "spec": compiled}, _still(b))


def _still(b: m.Chart) -> str:
    from kholapath.charts.static import draw

    form, say = b.form, strings(Path(explorable.__file__).parent, b.form["lang"])
    drawn = draw(form, theme="light", text="text")
    alt = escape(form["description"], quote=True)
    svg = _themed(drawn.svg).replace("<svg ", f'<svg role="img" aria-label="{alt}" ', 1)
    if len(svg) > _MOST_DRAWN:
        svg = f"<p>{escape(form['description'])}</p>"
    lines = [
        f'<p class="kp-finding">{escape(form["title"])}</p>',
        f'<p class="kp-measure">{escape(form["subtitle"])}</p>',
        f'<div class="kp-chart"><div class="kp-canvas">{svg}</div></div>',
        f'<p class="kp-says">{to_html(drawn.sentence, inline=True)}</p>' if drawn.sentence else "",
        f'<p class="kp-source">{say["source"]}: {escape(form["source"])}</p>'
        if form["source"]
        else "",
        _figures(form, say),
    ]
    return (
        f'<figure class="kp kp-explorable" lang="{escape(form["lang"], quote=True)}">'
        f"{''.join(lines)}</figure>"
    )


def _figures(form: Json, say: dict[str, str]) -> str:
    header, rows = form["table"]["header"], form["table"]["rows"]
    if not rows:
        return ""
    told = form["state"]["table"]["rows"]
    numeric = [any(isinstance(row[i], int | float) for row in told) for i in range(len(header))]
    inner = scrolling(escape(form["title"], quote=True), table([header], rows, numeric))
    return f"<details><summary>{say['show_table']}</summary>{inner}</details>"


def _themed(svg: str) -> str:
    """Let a drawing follow the page's theme: a palette's colour becomes the variable it came from."""
    from kholapath.charts.theme import palette

    names = {hue: name for name, hue in palette("light").items()}
    return _HEX.sub(
        lambda hit: f'"var(--kp-{names[hit[1]]},{hit[1]})"' if hit[1] in names else hit[0], svg
    )


def item(page: Page, b: m.Item) -> str:
    """Return a question."""
    form = b.form
    page.numbered += 1
    number = form["number"] or page.numbered
    still = _sheet(form, number)
    asked = _view_form(form)
    if asked is None:  # its sheet stands for it
        return still
    state = {
        "item": asked,
        "lang": form["lang"],
        "number": number,
        "seed": form["seed"],
    }
    return _place(page, "question", state, still)


def widget(page: Page, b: m.Widget) -> str:
    """Return any other widget that has a sheet."""
    form = b.form
    still = _sheet(form, None)
    state = (form.get("answers") or {}).get("state")
    return _place(page, str(form["kind"]), state, still) if state else still


def live(page: Page, b: m.Live) -> str:
    """Return a widget of several, as a quiz: one place, in which their sheets stand until then."""
    form = b.form
    inner = [c.form for _, c in b.children if isinstance(c, m.Item | m.Widget)]
    sheets = "".join(_sheet(each, each.get("number")) for each in inner)
    head = f'<p class="label">{escape(form["title"])}</p><p>{escape(form["note"])}</p>'
    still = f'<div class="group">{head}{sheets}</div>'
    asked = [_view_form(each) for each in inner]
    if None in asked:
        return still
    content = {**form["state"].get("content", {}), "items": asked}
    return _place(page, str(form["kind"]), {**form["state"], "content": content}, still)


def _view_form(form: Json) -> Json | None:
    """Return a question as the browser takes it; None if it is not one that this version knows."""
    try:
        return make_item((form.get("answers") or {}).get("item")).view_form()
    except ItemError:  # of a widget of somebody else's, or another version
        return None


def _sheet(form: Json, number: int | None) -> str:
    return f'<div class="kp kp-question">{parts_html(form["sheet"], number, form["lang"])}</div>'


def _place(page: Page, kind: str, state: dict[str, Any], still: str) -> str:
    page.widgets.append({"kind": kind, "state": state})
    return f'<div data-widget="{len(page.widgets) - 1}">{still}</div>'
