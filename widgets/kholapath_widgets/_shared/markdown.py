"""The one Markdown renderer: CommonMark with tables, footnotes and math, sanitised, no script."""

from __future__ import annotations

import html
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from .locale import digits

if TYPE_CHECKING:
    import nh3
    from markdown_it import MarkdownIt

_MATHML = [
    "math",
    "mrow",
    "mi",
    "mn",
    "mo",
    "ms",
    "mtext",
    "mspace",
    "msup",
    "msub",
    "msubsup",
    "mfrac",
    "msqrt",
    "mroot",
    "mover",
    "munder",
    "munderover",
    "mtable",
    "mtr",
    "mtd",
    "mstyle",
    "mpadded",
    "mphantom",
    "menclose",
    "semantics",
    "annotation",
]
_HTML = [
    "p",
    "br",
    "hr",
    "em",
    "strong",
    "s",
    "del",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "a",
    "img",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "sup",
    "sub",
    "div",
    "span",
    "input",
    "label",
    "abbr",
    "dfn",
    "kbd",
    "mark",
    "small",
    "figure",
    "figcaption",
    "details",
    "summary",
]
_MATH_ATTRIBUTES = {
    "display",
    "mathvariant",
    "stretchy",
    "fence",
    "separator",
    "form",
    "columnalign",
    "rowspacing",
    "columnspacing",
    "width",
    "height",
    "depth",
    "lspace",
    "rspace",
    "linethickness",
    "accent",
    "minsize",
    "maxsize",
    "movablelimits",
    "displaystyle",
    "scriptlevel",
    "alttext",
}
_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title", "id", "class", "role"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "li": {"id", "class"},
    "section": {"class"},
    "sup": {"class"},
    "code": {"class"},
    "div": {"class"},
    "span": {"class"},
    "abbr": {"title"},
    "input": {"type", "checked", "disabled"},
    **{tag: {"class"} for tag in ("th", "td")},
    **dict.fromkeys(_MATHML, _MATH_ATTRIBUTES),
}
_CLASSES = {
    "math",
    "footnote-ref",
    "footnotes",
    "footnote-item",
    "footnote-backref",
    "right",
    "center",
}


@lru_cache(maxsize=4096)  # a question's texts are set in its view, on its sheet and in its key
def to_html(text: str, *, inline: bool = False, prefix: str = "") -> str:
    """Render Markdown to sanitised HTML; HTML in it is text.

    Parameters
    ----------
    inline
        Unwrap a single paragraph, as for a label.
    prefix
        Put before the id of every footnote, so that two texts can share a page.
    """
    clean = _rendered(_parser(raw=False), text, {"prefix": prefix})
    if inline and clean.startswith("<p>") and clean.count("<p>") == 1 and clean.endswith("</p>"):
        return clean[3:-4]
    return clean


def prose_html(
    text: str, *, lang: str, prefix: str = "", pictures: Mapping[str, str] | None = None
) -> str:
    """Render the Markdown of a notebook's cell to sanitised HTML; HTML in it is HTML.

    Parameters
    ----------
    lang
        The language whose digits number the footnotes.
    prefix
        Put before the id of every footnote.
    pictures
        The data URI of each attachment, by its name.
    """
    env = {"prefix": prefix, "pictures": pictures or {}, "lang": lang}
    return _rendered(_parser(raw=True), text, env)


def _rendered(parser: MarkdownIt, text: str, env: dict[str, Any]) -> str:
    return _clean(parser.render(text, env).strip())


def clean_html(source: str) -> str:
    """Return what is harmless of an HTML fragment from a notebook."""
    return _clean(source)


def tex_to_mathml(tex: str, *, display: bool) -> str:
    """Render one formula as MathML; what cannot be read is shown as its source."""
    from latex2mathml.converter import convert

    # a formula on a page or in a question has no number
    plain = tex.replace("{align}", "{align*}")
    try:
        mathml: str = convert(plain, display="block" if display else "inline")
    except Exception:  # noqa: BLE001 - the library raises many kinds; the reader gets the source
        return f'<code class="math">{html.escape(tex)}</code>'
    return mathml.replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "").replace(
        "<math", f'<math alttext="{html.escape(tex, quote=True)}"', 1
    )


def _clean(source: str) -> str:
    return _cleaner().clean(source)


@cache
def _cleaner() -> nh3.Cleaner:
    import nh3

    return nh3.Cleaner(
        tags=set(_HTML) | set(_MATHML),
        attributes=_ATTRIBUTES,
        attribute_filter=_filter,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel="noopener noreferrer",
    )


def _filter(tag: str, name: str, value: str) -> str | None:
    if name == "class":
        kept = [c for c in value.split() if c in _CLASSES or c.startswith("language-")]
        return " ".join(kept) or None
    if name == "id":  # a footnote's; no other text names a place in the page
        return value if value.startswith("fn") else None
    if tag == "img" and name == "src":
        return value if value.startswith("data:image/") and "svg" not in value[:30] else None
    if tag == "a" and name == "href":
        return None if value.lower().lstrip().startswith("data:") else value
    if tag == "input" and name == "type":
        return value if value == "checkbox" else None
    return value


@cache
def _parser(*, raw: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.tasklists import tasklists_plugin

    parser = MarkdownIt("commonmark", {"html": raw}).enable(["table", "strikethrough"])
    parser.use(
        dollarmath_plugin,
        double_inline=True,
        allow_space=False,  # as pandoc reads it: "$2 to $4 an hour" has prices in it, not math
        allow_digits=False,
        renderer=lambda tex, options: tex_to_mathml(tex, display=options["display_mode"]),
    )
    parser.use(footnote_plugin, inline=False).use(tasklists_plugin, label=True)
    parser.add_render_rule("footnote_anchor_name", _footnote_name)
    parser.add_render_rule("footnote_caption", _footnote_number)
    parser.add_render_rule("footnote_anchor", _footnote_back)
    parser.add_render_rule("footnote_block_open", lambda *_: '<section class="footnotes"><ol>')
    parser.add_render_rule("image", _picture)
    parser.add_render_rule("th_open", _aligned)
    parser.add_render_rule("td_open", _aligned)
    return parser


def _footnote_name(_self: Any, tokens: Any, index: int, _options: Any, env: Any) -> str:
    return f"{env.get('prefix', '')}{tokens[index].meta['id'] + 1}"


def _footnote_number(_self: Any, tokens: Any, index: int, _options: Any, env: Any) -> str:
    return f"[{digits(str(tokens[index].meta['id'] + 1), env.get('lang', 'en'))}]"


def _footnote_back(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    name = _footnote_name(self, tokens, index, options, env)
    again = tokens[index].meta["subId"]
    return f' <a href="#fnref{name}{f":{again}" if again else ""}" class="footnote-backref">↑</a>'


def _picture(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    """A picture that the text carries; one from elsewhere is not loaded: its words, and a link."""
    token = tokens[index]
    alt = html.escape(self.renderInlineAsText(token.children or [], options, env), quote=True)
    source = str(token.attrs.get("src", ""))
    held = env.get("pictures", {}).get(unquote(source.removeprefix("attachment:")), source)
    if held.startswith("data:"):
        return f'<img src="{html.escape(held, quote=True)}" alt="{alt}">'
    return f'<a href="{html.escape(source, quote=True)}">{alt or html.escape(source)}</a>'


def _aligned(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    """A column's alignment as a class: the page allows no inline style."""
    token = tokens[index]
    side = str(token.attrs.pop("style", "")).removeprefix("text-align:")
    if side in ("right", "center"):
        token.attrs["class"] = side
    return str(self.renderToken(tokens, index, options, env))
