"""ipywidgets' containers of our widgets: what they are away from the screen.

A ``VBox`` or ``Tab`` that holds a teaching widget, however deep, is displayed with a print form of
kind ``group`` and with HTML, Markdown and plain text, beside its live view. The display formatter
of the shell is told so; ipywidgets itself stays as it is.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Iterable, Iterator
from numbers import Real
from typing import Any

import ipywidgets

from ._base import PRINT_MIME, TeachingWidget

Bundle = dict[str, Any]
_NO_TEXT = {"text/html": "", "text/markdown": "", "text/plain": ""}


def register() -> None:
    """Tell the running IPython shell, if there is one, how to display containers."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is None or shell.display_formatter is None:
        return
    formatter = shell.display_formatter.mimebundle_formatter
    if ipywidgets.Box not in formatter:  # else told already, or somebody has their own way
        formatter.for_type(ipywidgets.Box, bundle_of)


def bundle_of(box: ipywidgets.Box) -> tuple[Bundle, Bundle] | None:
    """Return a container's mime bundle and metadata; without one of ours in it, ipywidgets' own."""
    live: Bundle | None = box._repr_mimebundle_()
    if live is None:
        return None
    ours = next(_teaching(box), None)
    return ({**live, **group_forms(box, ours.lang)} if ours else live), {}


def group_forms(box: ipywidgets.Box, lang: str) -> Bundle:
    """Return what a container is away from the screen.

    Returns
    -------
    By mime type: the print form ``{"version": 1, "kind": "group", "lang", "children": [{"title",
    "form"}, ...]}``, and HTML, Markdown and plain text joined from the children's. A child that
    has nothing to say on paper is left out.
    """
    titles = [*getattr(box, "titles", ()), *[""] * len(box.children)]
    told = [
        (title, forms)
        for child, title in zip(box.children, titles, strict=False)
        if (forms := _forms_of(child, lang))
    ]
    children = [{"title": title, "form": forms[PRINT_MIME]} for title, forms in told]
    return {
        PRINT_MIME: {"version": 1, "kind": "group", "lang": lang, "children": children},
        **joined(told, lang),
    }


def joined(told: Iterable[tuple[str, Bundle]], lang: str) -> dict[str, str]:
    """Return HTML, Markdown and plain text of several, joined, each under its title if it has one."""
    blocks = [_titled(title, forms) for title, forms in told]
    body = "".join(block["text/html"] for block in blocks)
    return {
        "text/html": f'<div class="kp-group" lang="{html.escape(lang)}">{body}</div>',
        **{
            mime: "\n\n".join(block[mime] for block in blocks)
            for mime in ("text/markdown", "text/plain")
        },
    }


def _titled(title: str, forms: Bundle) -> dict[str, str]:
    heads = {
        "text/html": f"<p><strong>{html.escape(title)}</strong></p>",
        "text/markdown": f"**{_plain_md(title)}**\n\n",
        "text/plain": f"{title}\n\n",
    }
    return {mime: head + forms[mime] for mime, head in (heads if title else _NO_TEXT).items()}


def _forms_of(widget: ipywidgets.Widget, lang: str) -> Bundle | None:
    if isinstance(widget, TeachingWidget):
        form = widget.print_form()
        return {PRINT_MIME: form, **widget._static_forms(form)}  # noqa: SLF001 - of one house
    if isinstance(widget, ipywidgets.Box):
        forms = group_forms(widget, lang)
        return forms if forms[PRINT_MIME]["children"] else None
    text = _text_of(widget)
    if not text:
        return None
    return {
        PRINT_MIME: {"version": 1, "kind": "text", "lang": lang, "text": text},
        "text/html": f'<p dir="auto">{html.escape(text)}</p>',
        "text/markdown": _plain_md(text),
        "text/plain": text,
    }


def _text_of(widget: ipywidgets.Widget) -> str:
    """Return what another widget says: its value after its description, or what it put out."""
    if isinstance(widget, ipywidgets.Output):
        return "\n".join(filter(None, map(_output_text, widget.outputs)))
    value = getattr(widget, "value", None)
    if isinstance(widget, ipywidgets.Password) or not isinstance(value, str | Real):
        return ""
    tagged = isinstance(widget, ipywidgets.HTML | ipywidgets.HTMLMath)
    said = (_words(str(value)) if tagged else str(value)).strip()
    description = getattr(widget, "description", "")
    return f"{description}: {said}" if description and said else said


def _output_text(output: dict[str, Any]) -> str:
    return str(output.get("text") or output.get("data", {}).get("text/plain", "")).strip()


def _plain_md(text: str) -> str:
    from .question.texts import escape

    return escape(text)


def _words(source: str) -> str:
    import nh3

    return html.unescape(nh3.clean(source, tags=set()))


def _teaching(box: ipywidgets.Box) -> Iterator[TeachingWidget]:
    for child in box.children:
        if isinstance(child, TeachingWidget):
            yield child
        elif isinstance(child, ipywidgets.Box):
            yield from _teaching(child)
