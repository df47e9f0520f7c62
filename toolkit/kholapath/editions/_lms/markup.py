"""Sanitised HTML as a tree, and what learning systems want of it: TeX, pictures, plain words."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from kholapath_widgets.question.interactions import MARK

_VOID = frozenset({"br", "hr", "img", "input"})
_DEEPEST = 100  # what lies deeper keeps its words, not its tags
_BLOCKS = frozenset({"p", "div", "li", "tr", "br", "pre", "blockquote", "h1", "h2", "h3", "h4"})
_BLOCK = re.compile(r"<(p|div|ul|ol|table|pre|blockquote|section|hr|h[1-6])\b")
_TYPES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tree = ET.TreeBuilder()
        self.tree.start("div", {})
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(self.open) >= _DEEPEST:
            return
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.tree.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open:
                last = self.open.pop()
                self.tree.end(last)
                if last == tag:
                    return

    def handle_data(self, data: str) -> None:
        self.tree.data(data)


def parse(html: str) -> ET.Element:
    """Return sanitised HTML as the content of a ``div``."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    while builder.open:
        builder.tree.end(builder.open.pop())
    builder.tree.end("div")
    return builder.tree.close()


def paragraph(html: str) -> str:
    """Return a text as a block: one of a single paragraph comes without its tags."""
    if not _BLOCK.search(html):
        return f"<p>{html}</p>"
    return html if _BLOCK.match(html) else f"<div>{html}</div>"


def inner(root: ET.Element) -> str:
    """Return a tree's content as HTML."""
    bare = ET.Element("div")
    bare.text = root.text
    bare.extend(root)
    return ET.tostring(bare, encoding="unicode", method="html")[len("<div>") : -len("</div>")]


def replaced(root: ET.Element, make: Callable[[ET.Element], ET.Element | str | None]) -> ET.Element:
    """Replace elements in place, the innermost first; `make` answers None for one that stays."""
    for child in list(root):
        replaced(child, make)
        other = make(child)
        if other is None:
            continue
        if isinstance(other, str):
            _say(root, child, other + (child.tail or ""))
            root.remove(child)
        else:
            other.tail = child.tail
            root[list(root).index(child)] = other
    return root


def _say(root: ET.Element, before: ET.Element, words: str) -> None:
    """Put words where `before` stands."""
    place = list(root).index(before)
    if place:
        root[place - 1].tail = (root[place - 1].tail or "") + words
    else:
        root.text = (root.text or "") + words


def with_tex(root: ET.Element) -> ET.Element:
    r"""Write formulas as TeX between ``\(`` and ``\)``, or ``\[`` and ``\]`` on their own line."""

    def tex(element: ET.Element) -> str | None:
        if element.tag != "math":
            return None
        source = element.get("alttext") or "".join(element.itertext())
        return rf"\[{source}\]" if element.get("display") == "block" else rf"\({source}\)"

    return replaced(root, tex)


def with_files(root: ET.Element, prefix: str, files: dict[str, bytes]) -> ET.Element:
    """Take pictures out of their data URIs into `files`, each under a name made of its content."""
    for image in root.iter("img"):
        head, _, data = image.get("src", "").partition(";base64,")
        extension = _TYPES.get(head.removeprefix("data:"))
        try:
            content = base64.b64decode(data, validate=True)
        except (binascii.Error, ValueError):
            continue
        if extension and content:
            name = f"{hashlib.sha256(content).hexdigest()[:16]}.{extension}"
            files[name] = content
            image.set("src", prefix + name)
    return root


def plain(html: str) -> str:
    """Return the words of some HTML on one line, formulas as TeX."""
    root = with_tex(parse(html))
    for element in root.iter():
        if element.tag in _BLOCKS:
            element.tail = f" {element.tail or ''}"
        if element.tag == "img":
            element.text = element.get("alt", "")
    return " ".join("".join(root.itertext()).split())


def with_elements(root: ET.Element, make: Callable[[str], ET.Element | str]) -> ET.Element:
    """Put an element where each mark stands in the text of a tree, in place."""
    for child in list(root):
        with_elements(child, make)
    _split(root, None, make)
    for child in list(root):
        _split(root, child, make)
    return root


def _split(
    root: ET.Element, after: ET.Element | None, make: Callable[[str], ET.Element | str]
) -> None:
    """Split the text after a child of `root`, or before all of them."""
    text = (root.text if after is None else after.tail) or ""
    first, *pairs = MARK.split(text)
    if not pairs:
        return
    last, place = after, 0 if after is None else list(root).index(after) + 1
    words = first
    for name, rest in zip(pairs[::2], pairs[1::2], strict=True):
        made = make(name)
        if isinstance(made, str):
            words += made + rest
            continue
        _set(root, last, words)
        root.insert(place, made)
        last, place, words = made, place + 1, rest
    _set(root, last, words)


def _set(root: ET.Element, last: ET.Element | None, words: str) -> None:
    if last is None:
        root.text = words
    else:
        last.tail = words
