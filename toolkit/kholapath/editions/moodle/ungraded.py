"""A question about which nothing is right or wrong: Moodle takes any answer, for no points."""

from __future__ import annotations

from dataclasses import replace

from kholapath.editions._lms.entries import Entry
from kholapath.editions._lms.report import Losses
from kholapath_widgets.question import interactions as x

ANY = "*"
"""What Moodle reads as any answer at all."""


def with_any_answer(entry: Entry, losses: Losses) -> Entry | None:
    """Return a question that whatever is answered counts for; None if Moodle has none like it."""
    found = entry.interaction
    if isinstance(found, x.MatchInteraction):  # its pairs are what is right
        return None
    why = f"{losses.system} takes any answer for right"
    losses.part(entry.id, "that nothing about it is right or wrong is", why)
    if isinstance(found, x.ChoiceInteraction):
        share = 1 / len(found.options) if found.many else 1.0
        found = replace(found, options=_worth(share, found.options), credit="net_correct")
    elif isinstance(found, x.GapInteraction):
        gaps = (replace(gap, options=_worth(1.0, gap.options or found.bank)) for gap in found.gaps)
        found = replace(found, gaps=tuple(gaps))
    return replace(entry, interaction=found, points=0.0)


def _worth(share: float, options: tuple[x.Option, ...]) -> tuple[x.Option, ...]:
    return tuple(replace(option, fraction=share) for option in options)
