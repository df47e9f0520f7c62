"""An assessmentItem: what stands around an interaction, the same for all of them."""

from __future__ import annotations

from copy import deepcopy
from xml.etree import ElementTree as ET

from kholapath.editions._lms.common import number
from kholapath.editions._lms.entries import Entry, title
from kholapath.editions._lms.markup import paragraph
from kholapath.editions._lms.report import Losses

from .bodies import parts_of
from .build import RESPONSE, Parts, base, element, if_answered, rich, set_outcome


def item(entry: Entry, losses: Losses) -> tuple[ET.Element, dict[str, bytes]]:
    """Return an item as QTI 2.1, and its pictures by name."""
    parts = parts_of(entry, losses)
    for what in entry.interaction.left_out:
        losses.part(entry.id, what)
    prompt = rich("div", paragraph(entry.prompt), parts.files)
    body = element("itemBody", prompt, *parts.body, *_for_the_tutor(entry, parts, losses))
    told = [_feedback("FEEDBACK", *said, parts.files) for said in parts.said]
    if entry.after:
        told.append(_feedback("EXPLANATION", "explained", entry.after, True, parts.files))  # noqa: FBT003 - as the parts have it
    made = element(
        "assessmentItem",
        *parts.declarations,
        *_outcomes(entry, parts),
        body,
        *_processing(entry, parts),
        *told,
        identifier=entry.id,
        title=title(entry),
        adaptive="false",
        timeDependent="false",
    )
    made.set("xml:lang", entry.lang)
    return made, parts.files


def _outcomes(entry: Entry, parts: Parts) -> list[ET.Element]:
    """Declare what the rules set."""
    most = {"normalMaximum": number(entry.points)} if parts.scored else {}
    none = element("defaultValue", element("value", text="0"))
    score = {"identifier": "SCORE", "cardinality": "single", "baseType": "float"}
    found = [element("outcomeDeclaration", none, **score, **most)]
    if parts.said:
        kind = {"cardinality": "multiple", "baseType": "identifier"}
        found.append(element("outcomeDeclaration", identifier="FEEDBACK", **kind))
    if entry.after:
        kind = {"cardinality": "single", "baseType": "identifier"}
        found.append(element("outcomeDeclaration", identifier="EXPLANATION", **kind))
    return found


def _processing(entry: Entry, parts: Parts) -> list[ET.Element]:
    """Return the rules, if there are any: they mark, and show the explanation after any answer."""
    names = [declared.get("identifier", "") for declared in parts.declarations]
    shown = [set_outcome("EXPLANATION", base("identifier", "explained"))] if entry.after else []
    if names == [RESPONSE]:
        rules = [*parts.rules, *shown]
        return [element("responseProcessing", if_answered(RESPONSE, *rules))] if rules else []
    explained = [if_answered(name, *map(deepcopy, shown)) for name in names if shown]
    return [element("responseProcessing", *parts.rules, *explained)]


def _feedback(
    outcome: str,
    name: str,
    words: str,
    if_there: bool,  # noqa: FBT001 - as the parts have it
    files: dict[str, bytes],
) -> ET.Element:
    shown = "show" if if_there else "hide"
    text = rich("div", words, files)
    told = {"outcomeIdentifier": outcome, "identifier": name, "showHide": shown}
    return element("modalFeedback", text, **told)


def _for_the_tutor(entry: Entry, parts: Parts, losses: Losses) -> list[ET.Element]:
    """Keep hints where a tutor finds them: QTI shows a learner none."""
    if not entry.hints:
        return []
    what = "its hints are" if len(entry.hints) > 1 else "its hint is"
    why = f"{losses.system} shows a learner none, so a note for the tutor keeps what is said"
    losses.part(entry.id, what, why)
    hints = [rich("div", paragraph(hint), parts.files) for hint in entry.hints]
    return [element("rubricBlock", *hints, view="tutor")]
