r"""HTML of other systems as Markdown of ours: plain marks, links, pictures, lists, code, TeX."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from .markup import parse

_TEX = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]|\$\$(.+?)\$\$", re.DOTALL)
_MEANT = re.compile(r"([\\`*_\[\]<>~|$]|&(?=#?\w+;))")
_LINE_START = re.compile(r"^(\s*)(?=[-+](?:\s|$)|--|#|=)|^(\s*\d+)(?=[.)])", re.MULTILINE)
_WRAPS = {"em": "*", "i": "*", "strong": "**", "b": "**", "del": "~~", "s": "~~", "strike": "~~"}
_READ = {
    "a", "b", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6",
    "i", "img", "li", "ol", "p", "pre", "s", "section", "span", "strike", "strong", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_TOLD = {"a": {"href"}, "img": {"src", "alt"}}
_SCHEMES = {"http", "https", "mailto", "data"}
_BLOCKS = frozenset({"p", "div", "section", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})


def to_markdown(html: str) -> str:
    """Return sanitised HTML as Markdown; a tag that Markdown lacks leaves its words."""
    import nh3

    # what it makes of it is well-formed; how harmless, our own Markdown sees to
    text = _children(parse(nh3.clean(html, tags=_READ, attributes=_TOLD, url_schemes=_SCHEMES)))
    lines = [line.rstrip() for line in text.strip().splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def plain_markdown(text: str) -> str:
    """Return plain text so that Markdown leaves it as it is, but for TeX, which stays a formula."""
    parts: list[str] = []
    last = 0
    for found in _TEX.finditer(text):
        parts.append(_escaped(text[last : found.start()]))
        tex = (found[1] or found[2] or found[3]).strip()
        parts.append(f"${tex}$" if found[1] else f"$${tex}$$")
        last = found.end()
    return "".join([*parts, _escaped(text[last:])])


def _escaped(text: str) -> str:
    meant = _MEANT.sub(r"\\\1", text)
    return _LINE_START.sub(lambda found: f"{found[0]}\\", meant)


def _children(element: ET.Element) -> str:
    parts = [_words(element.text)]
    for child in element:
        parts += [_element(child), _words(child.tail)]
    return "".join(parts)


def _words(text: str | None) -> str:
    return plain_markdown(re.sub(r"\s+", " ", text or ""))


def _element(element: ET.Element) -> str:
    tag = element.tag
    if tag in _WRAPS:
        return _wrapped(_children(element), _WRAPS[tag])
    if tag in _BLOCKS:
        return f"\n\n{_children(element).strip()}\n\n"
    if tag in ("ul", "ol"):
        return _list(element)
    if tag == "pre":
        return f"\n\n```\n{''.join(element.itertext()).strip(chr(10))}\n```\n\n"
    if tag == "table":
        return _table(element)
    return _inline(element)


def _inline(element: ET.Element) -> str:
    tag = element.tag
    if tag == "br":
        return "\\\n"
    if tag == "code":
        return f"`{''.join(element.itertext()).replace('`', '')}`"
    if tag == "img":
        alt, source = _MEANT.sub(r"\\\1", element.get("alt", "")), element.get("src", "")
        return f"![{alt}]({source})" if source else alt
    if tag == "a" and element.get("href"):
        return f"[{_children(element)}](<{element.get('href', '').replace('>', '%3E')}>)"
    return _children(element)


def _wrapped(words: str, mark: str) -> str:
    """Put marks around words, with the spaces outside, where Markdown wants them."""
    bare = words.strip()
    if not bare:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{mark}{bare}{mark}{after}"


def _list(element: ET.Element) -> str:
    items = [child for child in element if child.tag == "li"]
    lines = []
    for place, item in enumerate(items, 1):
        sign = "- " if element.tag == "ul" else f"{place}. "
        text = re.sub(r"\n{2,}", "\n", _children(item).strip())
        lines.append(sign + text.replace("\n", "\n" + " " * len(sign)))
    return "\n\n" + "\n".join(lines) + "\n\n"


def _table(element: ET.Element) -> str:
    rows = [
        [" ".join(_children(cell).split()) for cell in row if cell.tag in ("td", "th")]
        for row in element.iter("tr")
    ]
    width = max(map(len, rows), default=0)
    if not width:
        return ""
    padded = [row + [""] * (width - len(row)) for row in rows]
    lines = [padded[0], ["---"] * width, *padded[1:]]
    return "\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n\n"
