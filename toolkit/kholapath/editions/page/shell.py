"""The page around a lesson: its head, its title, its contents and its foot, in one file."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from html import escape
from pathlib import Path

from kholapath.document import model as m
from kholapath.errors import ExportError
from kholapath_widgets._shared.locale import ENDONYMS, digits
from kholapath_widgets._shared.markdown import to_html
from kholapath_widgets.explorable.texts import plain

from . import fonts
from .blocks import blocks
from .context import Entry, Page, words

_HERE = Path(__file__).parent
_FEWEST = 3  # headings: below that, the contents are the lesson
_TOP = 2


def render(document: m.Document) -> bytes:
    """Return a document as one HTML file that asks for nothing.

    Raises
    ------
    ExportError
        If the scripts of the page have not been built.
    """
    dek, run = _opening(document)
    page = Page(document.meta.lang)
    lesson = blocks(page, run)
    body = plain(_body(document.meta, page, dek, lesson))
    carried = plain(_carried(document.meta, page))
    early, host = _built("early/host.js"), _built("host.js")
    style = fonts.css(body, body + carried, host) + _built("host.css")
    html = (
        "<!doctype html>\n"
        f'<html class="kp" lang="{escape(page.lang, quote=True)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, early, host)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{_title(document.meta, page)}</title>"
        f"<script>{early}</script><style>{style}</style></head>\n"
        f"<body>{body}{carried}<script>{host}</script></body></html>\n"
    )
    return html.encode()


def _built(name: str) -> str:
    try:
        text = (_HERE / name).read_text("utf-8").strip()
    except FileNotFoundError:
        raise ExportError(
            f"The page's {name} is not there: run 'node build.mjs', or install kholapath again."
        ) from None
    # no text of ours may end the element that it stands in
    return text.replace("</script", "<\\/script").replace("</style", "<\\/style")


def _policy(style: str, *scripts: str) -> str:
    """Allow what stands in the page, by its hash, and nothing else."""
    by_hash = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {by_hash}; style-src {_hash(style)}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _opening(document: m.Document) -> tuple[str, tuple[m.Block, ...]]:
    """Take the paragraph under the title, and a heading that only repeats the title, out of the body."""
    deks = [b for b in document.blocks if "dek" in b.tags and isinstance(b, m.Prose)]
    title = document.meta.title.strip()
    rest = tuple(
        b
        for b in document.blocks
        if b not in deks
        and not (isinstance(b, m.Heading) and b.level == 1 and b.markdown.strip() == title)
    )
    return "\n\n".join(d.markdown for d in deks) or document.meta.description, rest


def _title(meta: m.Meta, page: Page) -> str:
    return plain(f"{escape(meta.title)} · {escape(meta.course) or page.say('brand')}")


def _body(meta: m.Meta, page: Page, dek: str, lesson: str) -> str:
    under = f'<div class="dek">{to_html(dek)}</div>' if dek.strip() else ""
    return (
        f'<a class="skip" href="#lesson">{page.say("skip")}</a>'
        f"{_bar(meta, page)}"
        '<main><div class="opening">'
        f'<p class="eyebrow">{" · ".join(_eyebrow(meta, page))}</p>'
        f"<h1>{escape(meta.title)}</h1>{under}</div>"
        f"{_contents(page)}"
        f'<article id="lesson" tabindex="-1"><noscript><p class="note">{page.say("no_scripts")}</p></noscript>'
        f'{lesson}<div id="answers"></div></article></main>'
        f"<footer><p>{' · '.join(_foot(meta, page))}</p></footer>"
    )


def _eyebrow(meta: m.Meta, page: Page) -> Iterator[str]:
    if meta.number is not None:
        yield page.say("lesson", n=meta.number)
    if meta.minutes:
        yield page.say("minutes", n=meta.minutes)


def _foot(meta: m.Meta, page: Page) -> Iterator[str]:
    if meta.course:
        yield escape(meta.course)
    if meta.version:
        yield page.say("version", v=meta.version)
    if meta.date:
        yield escape(digits(meta.date[:10], meta.lang))
    if meta.url.startswith(("https://", "http://")):
        yield f'<a href="{escape(meta.url, quote=True)}">{page.say("online")}</a>'
    yield page.say("made")


def _bar(meta: m.Meta, page: Page) -> str:
    options = "".join(
        f'<option value="{name}">{page.say(name)}</option>' for name in ("auto", "light", "dark")
    )
    return (
        f'<header><p class="course">{escape(meta.course) or page.say("brand")}</p>'
        '<div class="trail" hidden><i aria-hidden="true"><b></b></i><span role="status"></span></div>'
        f'<label class="theme" hidden><span>{page.say("theme")}</span>'
        f"<select>{options}</select></label>{_languages(meta, page)}</header>"
    )


def _languages(meta: m.Meta, page: Page) -> str:
    if not meta.siblings:
        return ""
    here = meta.lang
    files = dict(sorted({**meta.siblings, here: ""}.items(), key=lambda entry: entry[0] != "en"))
    told = (
        f'<span lang="{here}" aria-current="true">{escape(ENDONYMS.get(here, here))}</span>'
        if tag == here
        else f'<a href="{escape(file, quote=True)}" lang="{tag}" hreflang="{tag}">{escape(ENDONYMS.get(tag, tag))}</a>'
        for tag, file in files.items()
    )
    return f'<nav class="languages" aria-label="{page.say("language")}">{"".join(told)}</nav>'


def _contents(page: Page) -> str:
    lines = [entry for entry in page.contents if entry.level == _TOP]
    if len(lines) < _FEWEST:
        return ""
    told = "".join(map(_line, lines))
    return (
        f'<nav class="contents" aria-labelledby="contents"><details><summary id="contents">'
        f"{page.say('contents')}</summary><ol>{told}</ol></details></nav>"
    )


def _line(entry: Entry) -> str:
    return f'<li><a href="#{entry.name}">{entry.html}</a></li>'


def _carried(meta: m.Meta, page: Page) -> str:
    """What the host reads: as JSON that cannot end its element."""
    data = {
        "lesson": meta.slug,
        "lang": meta.lang,
        "words": words(meta.lang),
        "widgets": page.widgets,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="carried">{text}</script>'
