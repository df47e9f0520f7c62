"""Losses and stand-ins that several formats have in common."""

from __future__ import annotations

from dataclasses import replace

from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.interactions import MARK

from .entries import Entry
from .markup import paragraph
from .report import Losses


def lose_common(entry: Entry, losses: Losses) -> None:
    """Tell what is in no interaction, and what Moodle and GIFT leave to their tests."""
    for what in entry.interaction.left_out:
        losses.part(entry.id, what)
    if entry.attempts is not None:
        losses.part(entry.id, "its limit of tries is")


def lose_of_choice(entry: Entry, found: x.ChoiceInteraction, losses: Losses) -> None:
    """Tell what neither Moodle nor GIFT holds of a choice."""
    if any(o.unchosen for o in found.options):
        losses.part(entry.id, "the words for options that were not chosen are")
    if found.many and found.credit != "net_correct":
        why = f"{losses.system} takes wrong ones off right ones"
        losses.part(entry.id, f"its credit rule, {found.credit}, is", why)


def lose_of_text(entry: Entry, found: x.TextEntry, losses: Losses) -> None:
    """Tell what no format holds of a typed text."""
    if found.forgiving:
        losses.part(entry.id, "the reply to a word that is nearly spelled right is")


def marks_itself(found: x.Interaction) -> bool:
    """Tell whether something about a question is right or wrong, or a person marks it."""
    match found:
        case x.ChoiceInteraction(options=parts) | x.HottextInteraction(entries=parts):
            return _any_right(parts)
        case x.GapInteraction():
            return any(g.word or g.accepted or _any_right(g.options) for g in found.gaps)
        case x.NumericEntry():
            return found.value is not None
        case x.TextEntry(accepted=right) | x.MatchInteraction(pairs=right):
            return bool(right)
    return True


def _any_right(options: tuple[x.Option, ...]) -> bool:
    return any(option.fraction > 0 for option in options)


def as_choice(entry: Entry, found: x.HottextInteraction, losses: Losses) -> Entry:
    """Return words to mark as options to choose, for systems that cannot mark in a text."""
    why = f"{losses.system} has them chosen from a list"
    losses.part(entry.id, "the marking of words in their text is", why)
    words = {o.id: o.text for o in found.entries}
    text = MARK.sub(lambda place: words.get(place[1], ""), found.text)
    options = x.ChoiceInteraction(
        options=found.entries, many=True, shuffle=False, note=found.note, left_out=found.left_out
    )
    return replace(entry, prompt=f"{paragraph(entry.prompt)}<div>{text}</div>", interaction=options)


def with_unit(entry: Entry, unit: str) -> str:
    """Return the prompt with the unit that is asked for, for systems that show none at the field."""
    from html import escape

    return f"{paragraph(entry.prompt)}<p>({escape(unit)})</p>" if unit else entry.prompt


def number(value: float) -> str:
    """Write a number as every system reads it: digits and a point, no exponent."""
    from decimal import Decimal

    plain = f"{Decimal(repr(value)):f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
