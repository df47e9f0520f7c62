"""Small words for building QTI: elements, expressions, conditions, texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from kholapath.editions._lms.common import number
from kholapath.editions._lms.markup import parse, replaced, with_files

RESPONSE = "RESPONSE"
_MATHML = "http://www.w3.org/1998/Math/MathML"
_KEPT = {"a": {"href"}, "img": {"src", "alt"}, "td": {"colspan", "rowspan"}, "th": {"colspan"}}
_AS_DIV, _AS_SPAN = frozenset({"section"}), frozenset({"s", "del"})
_BAD_START = re.compile(r"^(?![A-Za-z_])")
# HTML that stands in the text of an item; whatever else there is is QTI's own.
HTML = {
    "a", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img",
    "li", "ol", "p", "pre", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "ul",
}  # fmt: skip


def element(tag: str, *children: ET.Element, text: str = "", **attributes: str) -> ET.Element:
    """Return an element; `text` is plain. An attribute ``class_`` is written ``class``."""
    made = ET.Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    made.text = text or None
    made.extend(children)
    return made


def identifier(name: str) -> str:
    """Return an id as QTI takes it: it starts with a letter or ``_``."""
    return _BAD_START.sub("_", name)


def rich(tag: str, html: str, files: dict[str, bytes], **attributes: str) -> ET.Element:
    """Return an element that holds HTML, as XHTML of QTI's own subset; pictures go to `files`."""
    root = replaced(with_files(parse(html), "images/", files), _as_xhtml)
    root.tag = tag
    root.attrib = {name.rstrip("_"): value for name, value in attributes.items()}
    for math in root.iter("math"):
        math.set("xmlns", _MATHML)
    return root


def _as_xhtml(child: ET.Element) -> ET.Element | str | None:
    if child.tag == "input":
        return "☑ " if "checked" in child.attrib else "☐ "
    if child.tag in _AS_DIV | _AS_SPAN:
        child.tag = "div" if child.tag in _AS_DIV else "span"
    if child.tag in HTML:
        kept = _KEPT.get(child.tag, set()) | {"class"}
        child.attrib = {name: value for name, value in child.attrib.items() if name in kept}
    return None


def variable(name: str = RESPONSE) -> ET.Element:
    """The value of a response or an outcome."""
    return element("variable", identifier=name)


def base(kind: str, value: str) -> ET.Element:
    """A constant."""
    return element("baseValue", text=value, baseType=kind)


def set_outcome(name: str, value: ET.Element) -> ET.Element:
    """Give an outcome a value."""
    return element("setOutcomeValue", value, identifier=name)


def when(*cases: tuple[ET.Element, ET.Element]) -> ET.Element:
    """Do the first action whose test holds."""
    names = ["responseIf", *["responseElseIf"] * (len(cases) - 1)]
    branches = [element(name, *case) for name, case in zip(names, cases, strict=True)]
    return element("responseCondition", *branches)


def if_answered(response: str, *rules: ET.Element) -> ET.Element:
    """Do what the rules say, if anything was given: of nothing, an expression need not make 0."""
    given = element("not", element("isNull", variable(response)))
    return element("responseCondition", element("responseIf", given, *rules))


def score_mapped() -> ET.Element:
    """Score what was given by its weights."""
    return set_outcome("SCORE", element("mapResponse", identifier=RESPONSE))


@dataclass(frozen=True)
class Weights:
    """What each value of a response earns, within `bounds`; `case`: whether capitals matter."""

    values: Mapping[str, float]
    bounds: tuple[float, float] | None = None
    case: bool | None = None


def declared(
    name: str, cardinality: str, kind: str, correct: list[str], weights: Weights | None = None
) -> ET.Element:
    """Declare a response, what is right, and what each value earns."""
    made = element("responseDeclaration", identifier=name, cardinality=cardinality, baseType=kind)
    if correct:
        made.append(element("correctResponse", *(element("value", text=v) for v in correct)))
    if weights and weights.values:
        limits = dict(
            zip(("lowerBound", "upperBound"), map(number, weights.bounds or ()), strict=False)
        )
        told = {} if weights.case is None else {"caseSensitive": str(weights.case).lower()}
        entries = [
            element("mapEntry", mapKey=key, mappedValue=number(value), **told)
            for key, value in weights.values.items()
        ]
        made.append(element("mapping", *entries, defaultValue="0", **limits))
    return made


@dataclass
class Parts:
    """What an interaction makes of an item.

    Attributes
    ----------
    declarations, body, rules
        Of its responses, its elements, and how they set ``SCORE`` and ``FEEDBACK``; the rules of
        an interaction with one response are followed only if it was given.
    said
        Feedback: its identifier, its words, and whether they are for the identifier being in
        ``FEEDBACK`` or for its not being there.
    files
        Pictures, by name.
    scored
        Whether something is right or wrong; `by_hand` if only a person can tell.
    """

    declarations: list[ET.Element] = field(default_factory=list)
    body: list[ET.Element] = field(default_factory=list)
    rules: list[ET.Element] = field(default_factory=list)
    said: list[tuple[str, str, bool]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    scored: bool = True
    by_hand: bool = False
