"""Each interaction as QTI has it: declaration, body, and the rules that mark it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from xml.etree import ElementTree as ET

from kholapath.editions._lms import common
from kholapath.editions._lms.common import number
from kholapath.editions._lms.entries import Entry
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
    rich,
    score_mapped,
    set_outcome,
    variable,
    when,
)
from .gaps import gap, hottext


def parts_of(entry: Entry, losses: Losses) -> Parts:
    """Return what an item's interaction makes of it."""
    made = _BODIES[type(entry.interaction)](entry, entry.interaction, losses)
    made.scored = common.marks_itself(entry.interaction)
    return made


def choices(
    tag: str, options: Iterable[x.Option], made: Parts, **attributes: str
) -> list[ET.Element]:
    """Return options as elements, and keep their words for `made`."""
    found = []
    for option in options:
        told = {"fixed": "true"} if option.pinned else {}
        label = {"label": option.misconception} if option.misconception else {}
        name = identifier(option.id)
        found.append(
            rich(tag, option.text, made.files, identifier=name, **told, **label, **attributes)
        )
        made.said += [(name, words, True) for words in (option.feedback,) if words]
        made.said += [(name, words, False) for words in (option.unchosen,) if words]
    return found


def _choice(entry: Entry, found: x.ChoiceInteraction, losses: Losses) -> Parts:
    if found.many and found.credit == "coverage":
        why = f"{losses.system} takes wrong ones off right ones"
        losses.part(entry.id, "its credit rule, coverage, is", why)
    made = Parts()
    made.body = [
        element(
            "choiceInteraction",
            *choices("simpleChoice", found.options, made),
            responseIdentifier=RESPONSE,
            shuffle=str(found.shuffle).lower(),
            maxChoices="0" if found.many else "1",
        )
    ]
    right = [o for o in found.options if o.fraction > 0]
    cardinality = "multiple" if found.many else "single"
    names = [identifier(o.id) for o in right]
    if right:
        made.rules = [_credited(entry, found)]
    weights = _weights(entry.points, found) if right else None
    made.declarations = [declared(RESPONSE, cardinality, "identifier", names, weights)]
    if made.said:
        chosen = variable() if found.many else element("multiple", variable())
        made.rules.append(set_outcome("FEEDBACK", chosen))
    return made


def _weights(points: float, found: x.ChoiceInteraction) -> Weights:
    if found.many and found.credit == "each_answer":
        share = points / len(found.options)
        return Weights(
            {identifier(o.id): share if o.fraction > 0 else -share for o in found.options}
        )
    weights = {identifier(o.id): o.fraction * points for o in found.options if o.fraction}
    return Weights(weights, (0.0, points))


def _credited(entry: Entry, found: x.ChoiceInteraction) -> ET.Element:
    """Score by the item's rule."""
    mapped = element("mapResponse", identifier=RESPONSE)
    if found.many and found.credit == "all":
        return all_right(entry.points)
    if found.many and found.credit == "each_answer":  # the wrong ones left are credit to begin with
        wrong = sum(o.fraction <= 0 for o in found.options)
        start = base("float", number(entry.points * wrong / len(found.options)))
        return set_outcome("SCORE", element("sum", mapped, start))
    return score_mapped()


def all_right(points: float) -> ET.Element:
    """All the points for the right response, and none for another."""
    right = element("match", variable(), element("correct", identifier=RESPONSE))
    return when((right, set_outcome("SCORE", base("float", number(points)))))


def _numeric(entry: Entry, found: x.NumericEntry, losses: Losses) -> Parts:  # noqa: ARG001 - as its siblings
    right = [] if found.value is None else [number(found.value)]
    made = Parts(declarations=[declared(RESPONSE, "single", "float", right)])
    made.body = [_slider(found) if found.bounds else _field(found.unit)]
    if found.value is None:
        return made
    worth = set_outcome("SCORE", base("float", number(entry.points)))
    cases = [(_close(found.value, found.tolerance), worth)]
    for place, slip in enumerate(found.slips, 1):
        name = f"slip-{place}"
        said = element("multiple", base("identifier", name))
        cases.append((_close(slip.value, slip.tolerance), set_outcome("FEEDBACK", said)))
        made.said.append((name, slip.feedback, True))
    made.rules = [when(*cases)]
    return made


def _close(value: float, tolerance: float) -> ET.Element:
    """Test for a range; more players know it than know a tolerance."""
    low, high = (number(float(f"{edge:.12g}")) for edge in (value - tolerance, value + tolerance))
    return element(
        "and",
        element("gte", variable(), base("float", low)),
        element("lte", variable(), base("float", high)),
    )


def _field(unit: str) -> ET.Element:
    entry = element("textEntryInteraction", responseIdentifier=RESPONSE, expectedLength="12")
    entry.tail = f" {unit}" if unit else None
    return element("p", entry)


def _slider(found: x.NumericEntry) -> ET.Element:
    low, high, step = found.bounds or (0.0, 1.0, 1.0)
    # QTI's steps are whole numbers, so a finer one is left to the system
    whole = {"step": number(step)} if step == int(step) else {}
    bounds = {"lowerBound": number(low), "upperBound": number(high), "stepLabel": "false"}
    return element("sliderInteraction", responseIdentifier=RESPONSE, **bounds, **whole)


def _text(entry: Entry, found: x.TextEntry, losses: Losses) -> Parts:
    common.lose_of_text(entry, found, losses)
    right = {a.words: a.fraction * entry.points for a in found.accepted if a.fraction > 0}
    made = Parts(
        declarations=[
            declared(RESPONSE, "single", "string", list(right)[:1], Weights(right, case=found.case))
        ]
    )
    length = str(max([20, *(len(a.words) for a in found.accepted)]))
    entry_field = {"responseIdentifier": RESPONSE, "expectedLength": length}
    made.body = [element("p", element("textEntryInteraction", **entry_field))]
    if right:
        made.rules = [score_mapped()]
    for place, accepted in enumerate(found.accepted, 1):
        if accepted.feedback:
            name = f"answer-{place}"
            made.said.append((name, accepted.feedback, True))
            test = {"caseSensitive": str(found.case).lower(), "substring": "false"}
            same = element("stringMatch", variable(), base("string", accepted.words), **test)
            said = element("multiple", base("identifier", name))
            made.rules.append(when((same, set_outcome("FEEDBACK", said))))
    return made


def _match(entry: Entry, found: x.MatchInteraction, losses: Losses) -> Parts:  # noqa: ARG001 - as its siblings
    made = Parts()
    pairs = {source: f"{identifier(source)} {identifier(target)}" for source, target in found.pairs}
    share = entry.points / max(1, len(pairs))
    every = found.credit == "all"
    weights = None if every else Weights(dict.fromkeys(pairs.values(), share))
    right = list(pairs.values())
    made.declarations = [declared(RESPONSE, "multiple", "directedPair", right, weights)]
    if pairs:
        made.rules = [all_right(entry.points) if every else score_mapped()]
    sides = (found.sources, "1"), (found.targets, "1" if found.once else "0")
    sets = [
        element("simpleMatchSet", *choices("simpleAssociableChoice", side, made, matchMax=most))
        for side, most in sides
    ]
    made.said = [(name, words, there) for name, words, there in made.said if not there]
    for source in found.sources:
        if source.feedback and source.id in pairs:
            name = identifier(source.id)
            made.said.append((name, source.feedback, True))
            made.rules.append(_not_put(pairs[source.id], name))
    shuffle = str(found.shuffle).lower()
    told = {"responseIdentifier": RESPONSE, "shuffle": shuffle, "maxAssociations": "0"}
    made.body = [element("matchInteraction", *sets, **told)]
    return made


def _not_put(pair: str, name: str) -> ET.Element:
    """Add a row's words to ``FEEDBACK`` if the row is not with its partner."""
    there = element("member", base("directedPair", pair), variable())
    more = element("multiple", variable("FEEDBACK"), base("identifier", name))
    return when((element("not", there), set_outcome("FEEDBACK", more)))


def _order(entry: Entry, found: x.OrderInteraction, losses: Losses) -> Parts:
    made = Parts()
    if found.credit == "lcs":
        why = f"{losses.system} marks an order as a whole"
        losses.part(entry.id, "the credit for a part in order is", why)
    entries = choices("simpleChoice", found.entries, made)
    if made.said:
        losses.part(entry.id, "the words for single entries are")
        made.said = []
    names = [identifier(o.id) for o in found.entries]
    made.declarations = [declared(RESPONSE, "ordered", "identifier", names)]
    made.rules = [all_right(entry.points)]
    # shuffled, so that the order they are written in gives nothing away
    told = {"responseIdentifier": RESPONSE, "shuffle": "true"}
    made.body = [element("orderInteraction", *sorted(entries, key=_by_name), **told)]
    return made


def _by_name(entry: ET.Element) -> str:
    return entry.get("identifier", "")


def _essay(_entry: Entry, found: x.ExtendedText, losses: Losses) -> Parts:  # noqa: ARG001 - as its siblings
    made = Parts(declarations=[declared(RESPONSE, "single", "string", [])], by_hand=True)
    lines = {"responseIdentifier": RESPONSE, "expectedLines": str(max(1, found.lines))}
    if found.rubric:
        block = element("rubricBlock", rich("div", found.rubric, made.files), view="scorer")
        made.body.append(block)
    made.body.append(element("extendedTextInteraction", **lines))
    return made


_BODIES: dict[type, Callable[[Entry, Any, Losses], Parts]] = {
    x.ChoiceInteraction: _choice,
    x.NumericEntry: _numeric,
    x.TextEntry: _text,
    x.MatchInteraction: _match,
    x.OrderInteraction: _order,
    x.GapInteraction: gap,
    x.HottextInteraction: hottext,
    x.ExtendedText: _essay,
}
