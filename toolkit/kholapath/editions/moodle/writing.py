"""A question as Moodle writes it: https://docs.moodle.org/en/Moodle_XML_format."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

from kholapath.document.model import Document
from kholapath.editions._lms import common
from kholapath.editions._lms.entries import Entry, category_path, title
from kholapath.editions._lms.markup import inner, paragraph, parse, plain, with_files, with_tex
from kholapath.editions._lms.report import Losses
from kholapath.editions._lms.sources import sources
from kholapath_widgets.question import interactions as x

from .cloze import coded
from .percent import percent
from .ungraded import ANY, with_any_answer

_GRADING = {"exact": "ALL_OR_NOTHING", "lcs": "LONGEST_ORDERED_SUBSET"}


def question(entry: Entry, losses: Losses) -> ET.Element | None:
    """Return the element of a question; None, and told, if Moodle has none like it."""
    found = entry.interaction
    if isinstance(found, x.HottextInteraction):
        entry = common.as_choice(entry, found, losses)
        found = entry.interaction
    asked = entry if common.marks_itself(found) else with_any_answer(entry, losses)
    if asked is None:
        losses.item(entry.id, "Moodle XML has no such question without a right answer")
        return None
    common.lose_common(asked, losses)
    return _WRITERS[type(found)](asked, asked.interaction, losses)


def category(document: Document) -> ET.Element:
    """Return what puts the questions after it into a category named as the lesson, with its sources."""
    made = ET.Element("question", type="category")
    ET.SubElement(ET.SubElement(made, "category"), "text").text = category_path(document.meta)
    _rich(made, "info", sources(document))
    return made


def _headed(entry: Entry, kind: str, prompt: str) -> ET.Element:
    """Return a question with what is the same for every type."""
    made = ET.Element("question", type=kind)
    ET.SubElement(ET.SubElement(made, "name"), "text").text = title(entry)
    _rich(made, "questiontext", prompt)
    _rich(made, "generalfeedback", entry.after)
    if kind != "cloze":  # there each gap has its own grade
        ET.SubElement(made, "defaultgrade").text = common.number(entry.points)
    ET.SubElement(made, "penalty").text = "0"
    ET.SubElement(made, "hidden").text = "0"
    ET.SubElement(made, "idnumber").text = entry.id
    return made


def _ended(made: ET.Element, entry: Entry) -> ET.Element:
    """Add hints and tags, which come last."""
    for hint in entry.hints:
        _rich(made, "hint", hint)
    if entry.misconceptions:
        tags = ET.SubElement(made, "tags")
        for tag in entry.misconceptions:
            ET.SubElement(ET.SubElement(tags, "tag"), "text").text = tag
    return made


def _rich(parent: ET.Element, name: str, html: str, **attributes: str) -> ET.Element:
    """Add a text with its pictures as files."""
    made = ET.SubElement(parent, name, {"format": "html", **attributes})
    files: dict[str, bytes] = {}
    words = inner(with_files(with_tex(parse(html)), "@@PLUGINFILE@@/", files))
    ET.SubElement(made, "text").text = words
    for file, content in files.items():
        data = ET.SubElement(made, "file", name=file, path="/", encoding="base64")
        data.text = base64.b64encode(content).decode()
    return made


def _choice(entry: Entry, found: x.ChoiceInteraction, losses: Losses) -> ET.Element:
    common.lose_of_choice(entry, found, losses)
    pinned = found.shuffle and any(o.pinned for o in found.options)
    if pinned:
        why = "Moodle XML cannot keep an option last, so all keep their order"
        losses.part(entry.id, "the shuffling of its options is", why)
    made = _headed(entry, "multichoice", entry.prompt)
    ET.SubElement(made, "single").text = "false" if found.many else "true"
    ET.SubElement(made, "shuffleanswers").text = "true" if found.shuffle and not pinned else "false"
    ET.SubElement(made, "answernumbering").text = "abc"
    ET.SubElement(made, "showstandardinstruction").text = "1"
    for option in found.options:
        fraction = percent(option.fraction, entry.id, losses)
        answer = _rich(made, "answer", option.text, fraction=fraction)
        _rich(answer, "feedback", option.feedback)
    return _ended(made, entry)


def _typed(made: ET.Element, words: str, fraction: str, feedback: str) -> ET.Element:
    answer = ET.SubElement(made, "answer", fraction=fraction, format="moodle_auto_format")
    ET.SubElement(answer, "text").text = words
    _rich(answer, "feedback", feedback)
    return answer


def _numeric(entry: Entry, found: x.NumericEntry, losses: Losses) -> ET.Element:
    if found.bounds:
        losses.part(entry.id, "its slider is")
    made = _headed(entry, "numerical", common.with_unit(entry, found.unit))
    right = ANY if found.value is None else common.number(found.value)
    answers = [("100", right, found.tolerance, "")]
    answers += [("0", common.number(s.value), s.tolerance, s.feedback) for s in found.slips]
    for fraction, words, tolerance, feedback in answers:
        answer = _typed(made, words, fraction, feedback)
        ET.SubElement(answer, "tolerance").text = common.number(tolerance)
    if found.unit:  # may be typed with the number, and need not be
        unit = ET.SubElement(ET.SubElement(made, "units"), "unit")
        ET.SubElement(unit, "multiplier").text = "1"
        ET.SubElement(unit, "unit_name").text = found.unit
    shown = {"unitgradingtype": "0", "unitpenalty": "0", "showunits": "0" if found.unit else "3"}
    for name, value in {**shown, "unitsleft": "0"}.items():
        ET.SubElement(made, name).text = value
    return _ended(made, entry)


def _text(entry: Entry, found: x.TextEntry, losses: Losses) -> ET.Element:
    common.lose_of_text(entry, found, losses)
    made = _headed(entry, "shortanswer", entry.prompt)
    ET.SubElement(made, "usecase").text = "1" if found.case else "0"
    for accepted in found.accepted:
        words = accepted.words.replace("*", r"\*")  # a bare star stands for anything
        _typed(made, words, percent(accepted.fraction, entry.id, losses), accepted.feedback)
    if not found.accepted:
        _typed(made, ANY, "100", "")
    return _ended(made, entry)


def _match(entry: Entry, found: x.MatchInteraction, losses: Losses) -> ET.Element:
    if found.credit == "all":
        losses.part(entry.id, "its credit rule, all, is", "Moodle XML gives each pair its share")
    if found.once:
        losses.part(entry.id, "that a target serves only once is")
    said = [o for o in (*found.sources, *found.targets) if o.feedback]
    if said:
        losses.part(entry.id, "the words for each pair are")
    made = _headed(entry, "matching", entry.prompt)
    ET.SubElement(made, "shuffleanswers").text = "true" if found.shuffle else "false"
    sources = {o.id: o.text for o in found.sources}
    targets = {o.id: plain(o.text) for o in found.targets}
    used = {target for _, target in found.pairs}
    spare = [("", words) for target, words in targets.items() if target not in used]
    for text, words in [*((sources[s], targets[t]) for s, t in found.pairs), *spare]:
        pair = _rich(made, "subquestion", text)
        ET.SubElement(ET.SubElement(pair, "answer"), "text").text = words
    return _ended(made, entry)


def _order(entry: Entry, found: x.OrderInteraction, losses: Losses) -> ET.Element:
    if any(o.feedback for o in found.entries):
        losses.part(entry.id, "the words for single entries are")
    made = _headed(entry, "ordering", entry.prompt)
    for name, value in {
        "layouttype": "VERTICAL",
        "selecttype": "ALL",
        "selectcount": str(len(found.entries)),
        "gradingtype": _GRADING[found.credit],
        "showgrading": "SHOW",
        "numberingstyle": "none",
    }.items():
        ET.SubElement(made, name).text = value
    for place, option in enumerate(found.entries, 1):
        _rich(made, "answer", option.text, fraction=str(place))
    return _ended(made, entry)


def _gap(entry: Entry, found: x.GapInteraction, losses: Losses) -> ET.Element:
    if found.bank and not found.reuse:
        losses.part(entry.id, "that a word of the bank serves only once is")
    if entry.points != len(found.gaps):
        why = "Moodle XML counts a point for each gap"
        losses.part(entry.id, f"its worth of {common.number(entry.points)} points is", why)
    text = f"{paragraph(entry.prompt)}<div>{found.text}</div>"
    made = _headed(entry, "cloze", text)
    for shown in made.iterfind("questiontext/text"):
        shown.text = coded(shown.text or "", found, entry.id, losses)
    return _ended(made, entry)


def _essay(entry: Entry, found: x.ExtendedText, losses: Losses) -> ET.Element:
    made = _headed(entry, "essay", entry.prompt)
    for name, value in {
        "responseformat": "editor",
        "responserequired": "1",
        "responsefieldlines": str(min(40, max(5, found.lines))),
        "attachments": "0",
        "attachmentsrequired": "0",
    }.items():
        ET.SubElement(made, name).text = value
    _rich(made, "graderinfo", found.rubric)
    _rich(made, "responsetemplate", "")
    if entry.hints:
        losses.part(entry.id, "its hints are" if len(entry.hints) > 1 else "its hint is")
    return _ended(made, replace(entry, hints=()))


_WRITERS: dict[type, Callable[[Entry, Any, Losses], ET.Element]] = {
    x.ChoiceInteraction: _choice,
    x.NumericEntry: _numeric,
    x.TextEntry: _text,
    x.MatchInteraction: _match,
    x.OrderInteraction: _order,
    x.GapInteraction: _gap,
    x.ExtendedText: _essay,
}
