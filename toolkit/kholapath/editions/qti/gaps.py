"""Interactions that stand inside a text: gaps to fill, and words to mark."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from kholapath.editions._lms.common import number
from kholapath.editions._lms.entries import Entry
from kholapath.editions._lms.markup import paragraph, plain, with_elements
from kholapath.editions._lms.report import Losses
from kholapath_widgets.question import interactions as x

from .build import (
    RESPONSE,
    Parts,
    Weights,
    base,
    declared,
    element,
    identifier,
    if_answered,
    rich,
    score_mapped,
    set_outcome,
    variable,
    when,
)

_ROOM = 12  # letters of a gap that anything may fill


def gap(entry: Entry, found: x.GapInteraction, losses: Losses) -> Parts:
    """A text whose gaps are typed, chosen each from a list, or filled from a bank of words."""
    return _from_bank(entry, found) if found.bank else _each(entry, found, losses)


def _from_bank(entry: Entry, found: x.GapInteraction) -> Parts:
    made = Parts()
    pairs = [f"{identifier(g.word)} {identifier(g.id)}" for g in found.gaps if g.word]
    share = entry.points / max(1, len(pairs))
    made.declarations = [
        declared(RESPONSE, "multiple", "directedPair", pairs, Weights(dict.fromkeys(pairs, share)))
    ]
    made.rules = [score_mapped()] if pairs else []
    most = "0" if found.reuse else "1"
    words = [
        element("gapText", text=plain(o.text), identifier=identifier(o.id), matchMax=most)
        for o in found.bank
    ]
    text = with_elements(
        rich("div", paragraph(found.text), made.files),
        lambda g: element("gap", identifier=identifier(g)),
    )
    told = {"responseIdentifier": RESPONSE, "shuffle": "true"}
    made.body = [element("gapMatchInteraction", *words, text, **told)]
    return made


def _each(entry: Entry, found: x.GapInteraction, losses: Losses) -> Parts:
    """Every gap is a response of its own; the score is their sum, in gaps, and then in points.

    So a third of a point, which systems round, is never summed.
    """
    made = Parts()
    fields: dict[str, ET.Element] = {}
    for place, one in enumerate(found.gaps, 1):
        name = f"{RESPONSE}_{place}"
        fields[one.id] = _chosen(name, one) if one.options else _typed(name, one)
        made.declarations.append(_declared(name, one, case=found.case))
        rules = [*_scored(one, name), *_said(one, name, made)]
        made.rules += [if_answered(name, *rules)] if rules else []
    share = base("float", number(entry.points / max(1, len(found.gaps))))
    made.rules.append(set_outcome("SCORE", element("product", variable("SCORE"), share)))
    if any(o.misconception for one in found.gaps for o in _answers(one)):
        losses.part(entry.id, "the names of misconceptions are")
    made.body = [
        with_elements(rich("div", paragraph(found.text), made.files), lambda g: fields.get(g, ""))
    ]
    return made


def _answers(one: x.Gap) -> list[x.Accepted | x.Option]:
    return [*one.accepted, *one.options]


def _scored(one: x.Gap, response: str) -> list[ET.Element]:
    """Return the rule that adds what a gap earns, if anything can be right in it."""
    if not any(option.fraction > 0 for option in _answers(one)):
        return []
    worth = element("mapResponse", identifier=response)
    return [set_outcome("SCORE", element("sum", variable("SCORE"), worth))]


def _declared(name: str, one: x.Gap, *, case: bool) -> ET.Element:
    if not one.options:
        right = {a.words: a.fraction for a in one.accepted if a.fraction > 0}
        return declared(name, "single", "string", list(right)[:1], Weights(right, case=case))
    weights = {identifier(o.id): o.fraction for o in one.options if o.fraction > 0}
    return declared(name, "single", "identifier", list(weights)[:1], Weights(weights))


def _typed(name: str, one: x.Gap) -> ET.Element:
    length = str(max((len(a.words) for a in one.accepted), default=_ROOM))
    return element("textEntryInteraction", responseIdentifier=name, expectedLength=length)


def _chosen(name: str, one: x.Gap) -> ET.Element:
    words = [
        element("inlineChoice", text=plain(o.text), identifier=identifier(o.id))
        for o in one.options
    ]
    return element("inlineChoiceInteraction", *words, responseIdentifier=name, shuffle="false")


def _said(one: x.Gap, response: str, made: Parts) -> list[ET.Element]:
    """Return the rules that add to ``FEEDBACK`` what a gap's answer has said about it."""
    rules = []
    for place, option in enumerate(_answers(one), 1):
        if not option.feedback:
            continue
        name = f"{response.lower()}-{place}"
        made.said.append((name, option.feedback, True))
        given: ET.Element
        if isinstance(option, x.Accepted):
            test = {"caseSensitive": "false", "substring": "false"}
            constant = base("string", option.words)
            given = element("stringMatch", variable(response), constant, **test)
        else:
            given = element("match", variable(response), base("identifier", identifier(option.id)))
        more = element("multiple", variable("FEEDBACK"), base("identifier", name))
        rules.append(when((given, set_outcome("FEEDBACK", more))))
    return rules


def hottext(entry: Entry, found: x.HottextInteraction, losses: Losses) -> Parts:  # noqa: ARG001 - as its siblings
    """A text in which words are marked."""
    made = Parts()
    words = {
        o.id: rich("hottext", o.text, made.files, identifier=identifier(o.id))
        for o in found.entries
    }
    for option in found.entries:
        name = identifier(option.id)
        made.said += [(name, option.feedback, True)] if option.feedback else []
        made.said += [(name, option.unchosen, False)] if option.unchosen else []
    text = with_elements(rich("div", paragraph(found.text), made.files), lambda o: words.get(o, ""))
    weights = {identifier(o.id): o.fraction * entry.points for o in found.entries if o.fraction}
    right = [identifier(o.id) for o in found.entries if o.fraction > 0]
    made.declarations = [
        declared(RESPONSE, "multiple", "identifier", right, Weights(weights, (0.0, entry.points)))
    ]
    made.rules = [score_mapped()] if right else []
    if made.said:
        made.rules.append(set_outcome("FEEDBACK", variable()))
    told = {"responseIdentifier": RESPONSE, "maxChoices": "0"}
    made.body = [element("hottextInteraction", text, **told)]
    return made
