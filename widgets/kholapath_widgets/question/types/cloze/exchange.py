"""A text with gaps as learning systems hold it, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.types._running import filled

if TYPE_CHECKING:
    from kholapath_widgets.question.types._pairs import Target

    from . import ClozeItem, Gap


def exchanged(item: ClozeItem, lang: str) -> x.Interaction:
    """Return the text and its gaps; a survey's have no right filling."""
    text = filled(x.html(item.text, lang), lambda i, _words: x.mark(i))
    gaps = tuple(_gap(item, gap, lang) for gap in item.gaps)
    bank = tuple(x.Option(id=o.id, text=x.html(o.text, lang)) for o in item.bank)
    unsaid = any(gap.feedback and not gap.options for gap in item.gaps)
    return x.GapInteraction(
        text=text,
        gaps=gaps,
        bank=bank,
        reuse=item.reuse,
        case=item.case,
        left_out=("the words for its gaps are",) if unsaid else (),
    )


def _gap(item: ClozeItem, gap: Gap, lang: str) -> x.Gap:
    right = [] if item.mode == "survey" else item.accepted(gap)
    if gap.options:
        return x.Gap(id=gap.id, options=tuple(_option(o, gap, right, lang) for o in gap.options))
    if item.bank:
        return x.Gap(id=gap.id, word=right[0] if right else "")
    return x.Gap(id=gap.id, accepted=tuple(x.Accepted(words=words) for words in right))


def _option(option: Target, gap: Gap, right: list[str], lang: str) -> x.Option:
    """What is said of a gap filled wrongly is said of every wrong option."""
    hit = option.id in right
    return x.Option(
        id=option.id,
        text=x.html(option.text, lang),
        fraction=float(hit),
        feedback="" if hit else x.html(gap.feedback, lang),
        misconception="" if hit else gap.misconception or "",
    )


def taken(found: x.Interaction) -> x.Taken | None:
    """Return the fields of a text with gaps; None if it is none, or a gap has nothing that fills it."""
    if not isinstance(found, x.GapInteraction):
        return None
    answer: dict[str, Any] = {gap.id: _right(gap) for gap in found.gaps}
    if not all(answer.values()):
        return None
    gaps = [
        {"id": gap.id, "options": [{"id": o.id, "text": o.text} for o in gap.options]}
        for gap in found.gaps
        if gap.options
    ]
    fields = {
        "text": x.MARK.sub(lambda match: f"[[{match[1]}]]", found.text),
        "answer": answer,
        "gaps": gaps,
        "bank": [{"id": o.id, "text": o.text} for o in found.bank],
        "reuse": found.reuse,
        "case": found.case,
    }
    shares = [a.fraction for gap in found.gaps for a in gap.accepted]
    shares += [o.fraction for gap in found.gaps for o in gap.options]
    partly = any(0 < share < 1 for share in shares)
    lost = ("the credit for partly right answers is",) if partly else ()
    return x.Taken({name: value for name, value in fields.items() if value}, lost)


def _right(gap: x.Gap) -> str | list[str]:
    if gap.options:
        return next((o.id for o in gap.options if o.fraction == 1), "")
    return gap.word or [a.words for a in gap.accepted if a.fraction == 1]
