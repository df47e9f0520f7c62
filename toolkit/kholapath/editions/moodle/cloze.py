r"""A text with gaps as Moodle's "embedded answers": ``{1:SHORTANSWER:=word#feedback~…}`` in the text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape, unescape

from kholapath.editions._lms.markdown import plain_markdown
from kholapath.editions._lms.markup import plain
from kholapath.editions._lms.report import Losses
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.interactions import MARK, mark

from .percent import percent
from .ungraded import ANY

_NUMBERS = frozenset({"NUMERICAL", "NM"})
_WORDS = frozenset({"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"})
_CHOICES = "MULTICHOICE|MC|MULTICHOICE_S|MCS|MULTICHOICE_V|MCV|MULTICHOICE_VS|MCVS|MULTICHOICE_H|MCH|MULTICHOICE_HS|MCHS"
_KINDS = "|".join(sorted(_NUMBERS | _WORDS)) + f"|{_CHOICES}"
_GAP = re.compile(rf"\{{\d*:(?P<kind>{_KINDS}):(?P<answers>(?:\\.|[^\\}}])*)\}}", re.DOTALL)
_ALTERNATIVE = re.compile(r"(?:\\.|[^\\~])+", re.DOTALL)
_SPECIAL = re.compile(r"[\\}~#/\"]")


def coded(html: str, found: x.GapInteraction, item: str, losses: Losses) -> str:
    """Return a question's finished HTML with a code at the mark of every gap."""
    codes = {gap.id: _code(gap, found, item, losses) for gap in found.gaps}
    shown = html.replace("{", "&#123;").replace("}", "&#125;")  # none of the author's opens a code
    return MARK.sub(lambda place: codes.get(place[1], ""), shown)


def gaps_of(html: str) -> tuple[str, tuple[x.Gap, ...], list[str]]:
    """Read the codes of a text: the text with a mark for each, the gaps, and what is lost."""
    gaps: list[x.Gap] = []
    lost: list[str] = []

    def read(found: re.Match[str]) -> str:
        name = f"g{len(gaps) + 1}"
        answers = [_read(words) for words in _ALTERNATIVE.findall(found["answers"])]
        kind = found["kind"]
        if kind in _NUMBERS:
            lost.append("the tolerance of a number in a gap is")
            answers = [replace(a, words=a.words.partition(":")[0]) for a in answers]
        if kind in _NUMBERS or kind in _WORDS:
            gaps.append(x.Gap(id=name, accepted=tuple(a for a in answers if a.words != "*")))
        else:
            gaps.append(x.Gap(id=name, options=tuple(map(_option, range(len(answers)), answers))))
        return mark(name)

    return _GAP.sub(read, html), tuple(gaps), lost


def _read(words: str) -> x.Accepted:
    weight = re.match(r"=|%(-?[\d.]+)%", words)
    fraction = 0.0 if weight is None else 1.0 if weight[1] is None else float(weight[1]) / 100
    said = re.split(r"(?<![\\&])#", words[weight.end() :] if weight else words, maxsplit=1)
    plain_words = [unescape(re.sub(r"\\(.)", r"\1", part)).strip() for part in (*said, "")]
    fraction = min(1.0, max(-1.0, fraction))
    return x.Accepted(
        words=plain_words[0], fraction=fraction, feedback=plain_markdown(plain_words[1])
    )


def _option(place: int, said: x.Accepted) -> x.Option:
    text = plain_markdown(said.words)
    return x.Option(id=f"o{place + 1}", text=text, fraction=said.fraction, feedback=said.feedback)


def _code(gap: x.Gap, found: x.GapInteraction, item: str, losses: Losses) -> str:
    if not (gap.accepted or gap.options or found.bank):
        return f"{{1:SHORTANSWER:={ANY}}}"
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
