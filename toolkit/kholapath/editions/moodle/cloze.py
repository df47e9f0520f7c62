r"""A text with gaps as Moodle's "embedded answers": ``{1:SHORTANSWER:=word#feedback~…}`` in the text."""

from __future__ import annotations

import re
from html import escape

from kholapath.editions._lms.markup import plain
from kholapath.editions._lms.report import Losses
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.interactions import MARK

from .percent import percent

_SPECIAL = re.compile(r"[\\}~#/\"]")


def coded(html: str, found: x.GapInteraction, item: str, losses: Losses) -> str:
    """Return a question's finished HTML with a code at the mark of every gap."""
    codes = {gap.id: _code(gap, found, item, losses) for gap in found.gaps}
    shown = html.replace("{", "&#123;").replace("}", "&#125;")  # none of the author's opens a code
    return MARK.sub(lambda place: codes.get(place[1], ""), shown)


def _code(gap: x.Gap, found: x.GapInteraction, item: str, losses: Losses) -> str:
    if gap.accepted:
        kind = "SHORTANSWER_C" if found.case else "SHORTANSWER"
        answers = [
            _answer(
                escape(a.words.replace("*", r"\*"), quote=False),
                a.fraction,
                a.feedback,
                item,
                losses,
            )
            for a in gap.accepted
        ]
        return f"{{1:{kind}:{'~'.join(answers)}}}"
    options = gap.options or tuple(
        x.Option(id=o.id, text=o.text, fraction=float(o.id == gap.word)) for o in found.bank
    )
    answers = [
        _answer(escape(plain(o.text), quote=False), o.fraction, o.feedback, item, losses)
        for o in options
    ]
    return f"{{1:MULTICHOICE:{'~'.join(answers)}}}"


def _answer(words: str, fraction: float, feedback: str, item: str, losses: Losses) -> str:
    said = f"#{_escaped(escape(plain(feedback), quote=False))}" if feedback else ""
    weight = "=" if fraction == 1 else f"%{percent(fraction, item, losses)}%"
    return f"{weight}{_escaped(words)}{said}"


def _escaped(words: str) -> str:
    """Keep a word's characters from being read as the code's."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", words)
