"""A question as GIFT writes it: https://docs.moodle.org/en/GIFT_format."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from kholapath.editions._lms import common
from kholapath.editions._lms.entries import Entry, title
from kholapath.editions._lms.markup import inner, paragraph, parse, plain, with_tex
from kholapath.editions._lms.report import Losses
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.interactions import MARK

_SPECIAL = re.compile(r"[\\~=#{}:]")


def question(entry: Entry, losses: Losses) -> str | None:
    """Return the paragraph of a question; None, and told, if GIFT has none like it."""
    found = entry.interaction
    if isinstance(found, x.HottextInteraction):
        entry = common.as_choice(entry, found, losses)
        found = entry.interaction
    write = _WRITERS.get(type(found))
    if write is None:
        losses.item(entry.id)
        return None
    if not common.marks_itself(found):
        losses.item(entry.id, "GIFT has no question without a right answer")
        return None
    body = write(entry, found, losses)
    if body is not None:
        _lose(entry, losses)
    return body


def _lose(entry: Entry, losses: Losses) -> None:
    common.lose_common(entry, losses)
    if entry.hints:
        losses.part(entry.id, "its hints are" if len(entry.hints) > 1 else "its hint is")
    if entry.points != 1:
        losses.part(entry.id, f"its worth of {common.number(entry.points)} points is")


def _paragraph(
    entry: Entry, text: str, answers: list[str], opening: str = " {", closing: str = "}"
) -> str:
    """Return a whole question; no line of it is empty, which would end it."""
    tags = "".join(
        f" [tag:{' '.join(tag.split()).replace(']', ')')}]" for tag in entry.misconceptions
    )
    after = [f"####{_rich(entry.after)}"] if entry.after else []
    inside = "\n".join([opening, *(f"\t{line}" for line in (*answers, *after)), closing])
    return f"// [id:{entry.id}]{tags}\n::{escaped(title(entry))}::[html]{text}{inside}"


def escaped(text: str) -> str:
    """Keep a text's characters from being read as GIFT's; new lines are written out."""
    text = _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
    return re.sub(r"\r\n?|\n", r"\\n", text)


def _rich(html: str) -> str:
    """Return HTML on one line, with formulas as TeX."""
    words = inner(with_tex(parse(html))).strip()
    if words.startswith("["):  # would be read as a format's name
        words = f"&#91;{words[1:]}"
    return escaped(words)


def _weighed(mark: str, fraction: float) -> str:
    return f"{mark}%{_percent(fraction)}%" if fraction else mark


def _percent(fraction: float) -> str:
    return f"{round(100 * fraction, 5):.8g}"


def _said(feedback: str) -> str:
    return f"#{_rich(feedback)}" if feedback else ""


def _choice(entry: Entry, found: x.ChoiceInteraction, losses: Losses) -> str:
    common.lose_of_choice(entry, found, losses)
    if not found.shuffle:
        losses.part(entry.id, "the fixed order of its options is")
    if any(o.pinned for o in found.options):
        losses.part(entry.id, "that an option stays last is")
    answers = [
        f"{'=' if o.fraction == 1 and not found.many else _weighed('~', o.fraction)}"
        f"{_rich(o.text)}{_said(o.feedback)}"
        for o in found.options
    ]
    return _paragraph(entry, _rich(entry.prompt), answers)


def _numeric(entry: Entry, found: x.NumericEntry, losses: Losses) -> str:  # noqa: ARG001 - as its siblings
    right = x.Slip(value=found.value or 0.0, tolerance=found.tolerance)
    answers = [
        f"={weight}{common.number(s.value)}:{common.number(s.tolerance)}{_said(s.feedback)}"
        for weight, s in (("", right), *(("%0%", slip) for slip in found.slips))
    ]
    return _paragraph(entry, _rich(common.with_unit(entry, found.unit)), answers, " {#")


def _text(entry: Entry, found: x.TextEntry, losses: Losses) -> str | None:
    common.lose_of_text(entry, found, losses)
    if found.case:
        losses.part(entry.id, "that capital letters matter is")
    answers = _typed(entry, found.accepted, losses)
    return _paragraph(entry, _rich(entry.prompt), answers) if answers else None


def _typed(entry: Entry, accepted: tuple[x.Accepted, ...], losses: Losses) -> list[str]:
    """Return the answers; nothing, and told, if one of them would make the question another."""
    if any("->" in a.words for a in accepted):
        losses.item(entry.id, "GIFT would read the arrow in its answer as a pair to match")
        return []
    weights = ["" if a.fraction == 1 else f"%{_percent(a.fraction)}%" for a in accepted]
    return [
        f"={weight}{escaped(a.words)}{_said(a.feedback)}"
        for weight, a in zip(weights, accepted, strict=True)
    ]


def _match(entry: Entry, found: x.MatchInteraction, losses: Losses) -> str:
    if found.credit == "all":
        losses.part(entry.id, "its credit rule, all, is", "GIFT gives each pair its share")
    if found.once:
        losses.part(entry.id, "that a target serves only once is")
    if not found.shuffle:
        losses.part(entry.id, "the fixed order of its rows is")
    if any(o.feedback for o in (*found.sources, *found.targets)):
        losses.part(entry.id, "the words for each pair are")
    sources = {o.id: _rich(o.text) for o in found.sources}
    targets = {o.id: _arrowless(escaped(plain(o.text))) for o in found.targets}
    used = {target for _, target in found.pairs}
    spare = [f"= -> {words}" for target, words in targets.items() if target not in used]
    pairs = [f"={sources[source]} -> {targets[target]}" for source, target in found.pairs]
    return _paragraph(entry, _rich(entry.prompt), [*pairs, *spare])


def _arrowless(words: str) -> str:
    return words.replace("->", "→")  # GIFT has no escape for its own arrow


def _gap(entry: Entry, found: x.GapInteraction, losses: Losses) -> str | None:
    whole = inner(with_tex(parse(f"{paragraph(entry.prompt)}<div>{found.text}</div>")))
    before, *rest = MARK.split(whole)
    if len(found.gaps) != 1 or len(rest) != len(("id", "after")):
        losses.item(entry.id, "GIFT has one gap in a question at the most")
        return None
    gap = found.gaps[0]
    options = gap.options or tuple(
        x.Option(id=o.id, text=o.text, fraction=float(o.id == gap.word)) for o in found.bank
    )
    chosen = [
        f"{'=' if o.fraction == 1 else _weighed('~', o.fraction)}{_rich(o.text)}{_said(o.feedback)}"
        for o in options
    ]
    answers = _typed(entry, gap.accepted, losses) if gap.accepted else chosen
    if not answers:
        return None
    return _paragraph(entry, escaped(before), answers, "{", f"}}{escaped(rest[1])}")


def _essay(entry: Entry, found: x.ExtendedText, losses: Losses) -> str:
    if found.rubric:
        losses.part(entry.id, "the rubric is")
    return _paragraph(entry, _rich(entry.prompt), [])


_WRITERS: dict[type, Callable[[Entry, Any, Losses], str | None]] = {
    x.ChoiceInteraction: _choice,
    x.NumericEntry: _numeric,
    x.TextEntry: _text,
    x.MatchInteraction: _match,
    x.GapInteraction: _gap,
    x.ExtendedText: _essay,
}
