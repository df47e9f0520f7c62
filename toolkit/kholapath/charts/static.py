"""A chart without a browser: as SVG for paper, and the sentence it says at its start."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal
from xml.etree import ElementTree as ET

from kholapath_widgets.explorable.spec import SENTENCE

from .compile import dressed, engine
from .outlines import SVG, outline
from .theme import Theme, coloured

Spec = dict[str, Any]

# What the column of the handout is wide, at 96 px an inch: words keep their size on paper.
WIDTHS = {"print": 484, "light": 640, "dark": 640}
NARROW = 480
# All that a drawing is made of: whatever else a specification may bring is left out.
_DRAWN = {"svg", "g", "path", "rect", "line", "circle", "ellipse", "text", "tspan", "clipPath", "defs", "linearGradient", "radialGradient", "stop"}  # fmt: skip
_CARRIER = "kp-sentence"
_INHERITED = ("fill", "stroke", "stroke-width")  # in this order, so that two drawings are alike
_FINER = re.compile(r"(\.\d\d)\d+")


@dataclass(frozen=True)
class Drawing:
    """A chart as SVG, and its sentence as Markdown (None if it says none)."""

    svg: str
    sentence: str | None


def draw(
    form: dict[str, Any],
    *,
    theme: Theme = "print",
    text: Literal["outlines", "text"] = "outlines",
    width_px: int | None = None,
) -> Drawing:
    """Draw an explorable's print form as it stands before anybody turns it.

    Parameters
    ----------
    form
        The print form: ``lang`` and ``spec`` (Vega-Lite) are read.
    theme
        ``print`` keeps series apart on a black-and-white printer.
    text
        ``outlines`` draws words as shapes, right in Bengali; ``text`` leaves them text.
    width_px
        The drawing's width; by default the paper's column.
    """
    width = width_px or WIDTHS[theme]
    spec = _at_rest(form["spec"], width, paper=theme == "print")
    vega = engine().vegalite_to_vega(coloured(dressed(spec, form["lang"]), theme))
    root = ET.fromstring(_drawn(vega))  # noqa: S314 - our own engine wrote it
    sentence = _take_sentence(root)
    _keep_drawing_only(root)
    _say_once(root)
    if text == "outlines":
        outline(root)
    ET.register_namespace("", SVG)
    return Drawing(ET.tostring(root, encoding="unicode"), sentence)


def _at_rest(spec: Spec, width: int, *, paper: bool) -> Spec:
    """Set what a view sets by itself: the width, and the parameters that follow from it."""
    states = {"narrow": width < NARROW, "paper": paper}
    params = [
        {**p, "value": states[p["name"]]} if p["name"] in states else p
        for p in spec.get("params", [])
    ]
    sized = {"width": width} if "width" in spec else {}
    return {**spec, **sized, "params": params}


def _drawn(vega: Spec) -> str:
    """Draw with one mark more, of no size, whose label is the sentence: the engine gives SVG alone."""
    if any(signal["name"] == SENTENCE for signal in vega.get("signals", [])):
        said = {"update": {"description": {"signal": SENTENCE}}}
        carrier = {"type": "group", "name": _CARRIER, "aria": True, "encode": said}
        vega = {**vega, "marks": [*vega["marks"], carrier]}
    svg: str = engine().vega_to_svg(vega, allowed_base_urls=[])
    return svg


def _take_sentence(root: ET.Element) -> str | None:
    for parent in root.iter():
        for child in list(parent):
            if _CARRIER in child.get("class", "").split():
                parent.remove(child)
                return _markdown(
                    next((e.get("aria-label", "") for e in child.iter() if e.get("aria-label")), "")
                )
    return None


def _markdown(sentence: str) -> str:
    """Keep ``**bold**``; no other sign of a sentence is to be read as Markdown or math."""
    signs = "\\`*_[]<>$|#~^"
    return "**".join(
        "".join("\\" + c if c in signs else c for c in part) for part in sentence.split("**")
    )


def _keep_drawing_only(element: ET.Element) -> None:
    """Drop what is no drawing: links, pictures, scripts; and every attribute that could lead out."""
    for child in list(element):
        if child.tag.removeprefix(f"{{{SVG}}}") in _DRAWN:
            _keep_drawing_only(child)
        else:
            element.remove(child)
    for name in list(element.attrib):
        outside = "url(" in element.attrib[name] and "url(#" not in element.attrib[name]
        silent = name.startswith(("aria-", "on", "{")) or name in ("role", "class", "style", "href")
        if outside or silent:
            del element.attrib[name]


def _say_once(root: ET.Element) -> None:
    """Shorten a drawing: a group says what all its marks share, and no place is finer than can be seen."""
    for group in root.iter(f"{{{SVG}}}g"):
        marks = list(group)
        for mark in marks:
            if mark.get("opacity") == "1":
                del mark.attrib["opacity"]
            if "transform" in mark.attrib:
                mark.set("transform", _FINER.sub(r"\1", mark.attrib["transform"]))
        for name in _INHERITED:
            if (
                name not in group.attrib
                and len(marks) > 1
                and len({mark.get(name) for mark in marks}) == 1
                and name in marks[0].attrib
            ):
                group.set(name, marks[0].attrib[name])
                for mark in marks:
                    del mark.attrib[name]
