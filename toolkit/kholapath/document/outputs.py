"""A cell's outputs as blocks: of the forms that each comes in, the richest that can be kept."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kholapath_widgets._mime import PRINT_MIME

from . import model as m
from .markdown import split

if TYPE_CHECKING:
    from .normalize import Spot

Raw = Mapping[str, Any]

_ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_VEGA_LITE = re.compile(r"application/vnd\.vegalite\.v\d+(\.\d+)*\+json")
# $$…$$, $…$ and \[…\] around a formula say only where it stands.
_DOLLARS = re.compile(r"^(\${1,2}|\\\[)\s*(?:\\displaystyle)?(.*?)(\${1,2}|\\\])$", re.DOTALL)


def blocks_of(outputs: Sequence[Raw], spot: Spot) -> Iterator[m.Block]:
    """Yield the blocks of a cell's outputs; neighbouring pieces of printed text become one."""
    printed = ""
    for output in outputs:
        if output["output_type"] == "stream":
            printed += _joined(output.get("text", ""))
            continue
        yield from _text(printed, spot)
        printed = ""
        yield from _block(output, spot)
    yield from _text(printed, spot)


def _block(output: Raw, spot: Spot) -> Iterator[m.Block]:
    if output["output_type"] == "error":
        yield from _text(f"{output.get('ename')}: {output.get('evalue')}", spot)
        return
    data, metadata = output.get("data") or {}, output.get("metadata") or {}
    for reads, make in _FORMS:
        for mime in filter(reads, data):
            made = list(make(mime, data[mime], metadata, spot))
            if made:
                yield from made
                return


def _text(text: str, spot: Spot) -> Iterator[m.Block]:
    text = _ANSI.sub("", text)
    # a progress bar goes back to the start of its line: the last it said is what stands there
    lines = [line.rsplit("\r", 1)[-1] for line in text.replace("\r\n", "\n").split("\n")]
    if any(line.strip() for line in lines):
        yield m.Text(**spot.said(), text="\n".join(lines))


def _joined(value: Any) -> str:
    return value if isinstance(value, str) else "".join(map(str, value))


def _printed(_mime: str, form: Any, _metadata: Raw, spot: Spot) -> Iterator[m.Block]:
    made = block_of_form(form, spot) if isinstance(form, Mapping) else None
    if made:
        yield made


def block_of_form(form: Mapping[str, Any], spot: Spot) -> m.Block | None:
    """Return the block of a widget's print form; None for a kind that is not known here."""
    said = spot.said(str(form.get("lang") or spot.lang))
    kind = form.get("kind")
    if kind == "question":
        return m.Item(**said, form=dict(form))
    if kind == "explorable":
        return m.Chart(**said, form=dict(form))
    if kind == "text":
        return m.Text(**said, text=str(form.get("text", "")))
    if "children" in form:
        pairs = [
            (str(c.get("title") or ""), block_of_form(c["form"], spot)) for c in form["children"]
        ]
        children = tuple((title, made) for title, made in pairs if made)
        if "state" in form:
            return m.Live(**said, children=children, form=dict(form))
        return m.Group(**said, children=children)
    return m.Widget(**said, form=dict(form)) if "sheet" in form else None


def _chart(_mime: str, spec: Any, _metadata: Raw, spot: Spot) -> Iterator[m.Block]:
    """A chart that another notebook shows as Vega-Lite."""
    from kholapath.charts.altair_hook import as_explorable

    yield m.Chart(**spot.said(), form=as_explorable(spec, spot.lang).print_form())


def _image(mime: str, data: Any, metadata: Raw, spot: Spot) -> Iterator[m.Block]:
    text = _joined(data)
    raw = text.encode() if mime == "image/svg+xml" else base64.b64decode(text)
    alt = metadata.get("alt") or (metadata.get(mime) or {}).get("alt") or ""
    yield m.Image(**spot.said(), mime=mime, data=raw, alt=str(alt))


def _html(_mime: str, text: Any, _metadata: Raw, spot: Spot) -> Iterator[m.Block]:
    from .tables import table_of

    found = table_of(_joined(text))
    if found:
        header, rows, numeric = found
        yield m.Table(**spot.said(), header=header, rows=rows, numeric=numeric)


def _markdown(_mime: str, text: Any, _metadata: Raw, spot: Spot) -> Iterator[m.Block]:
    yield from split(_joined(text), {}, spot.said())


def _latex(_mime: str, text: Any, _metadata: Raw, spot: Spot) -> Iterator[m.Block]:
    tex = _joined(text).strip()
    found = _DOLLARS.match(tex)
    yield m.Formula(**spot.said(), tex=found[2].strip() if found else tex)


def _plain(_mime: str, text: Any, _metadata: Raw, spot: Spot) -> Iterator[m.Block]:
    yield from _text(_joined(text), spot)


def _html_text(_mime: str, text: Any, _metadata: Raw, spot: Spot) -> Iterator[m.Block]:
    """HTML that has no other form: its words."""
    from .tables import words_of

    yield from _text(words_of(_joined(text)), spot)


_Make = Callable[[str, Any, Raw, "Spot"], Iterator[m.Block]]
# A notebook without the package shows the plain text of an HTML object: `<IPython…HTML object>`.
_NOTHING = re.compile(r"<[\w.]+ object>")


def _telling(data: Any) -> bool:
    return not _NOTHING.fullmatch(_joined(data).strip())


def _is(*mimes: str) -> Callable[[str], bool]:
    return lambda mime: mime in mimes


def _plain_if_telling(mime: str, text: Any, metadata: Raw, spot: Spot) -> Iterator[m.Block]:
    if _telling(text):
        yield from _plain(mime, text, metadata, spot)


_FORMS: tuple[tuple[Callable[[str], Any], _Make], ...] = (
    (_is(PRINT_MIME), _printed),
    (_VEGA_LITE.fullmatch, _chart),
    (_is("image/svg+xml"), _image),
    (_is("image/png", "image/jpeg", "image/gif", "image/webp"), _image),
    (_is("text/html"), _html),
    (_is("text/markdown"), _markdown),
    (_is("text/latex"), _latex),
    (_is("text/plain"), _plain_if_telling),
    (_is("text/html"), _html_text),
)
