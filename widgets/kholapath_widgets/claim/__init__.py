"""A claim card: a claim, the evidence for and against it, the learner's verdict, then the compiled one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kholapath_widgets._card import Card, Content
from kholapath_widgets._shared.locale import pick
from kholapath_widgets.question.item import NOTHING, Part, Strict, key_row
from kholapath_widgets.question.texts import Plain, Rich
from kholapath_widgets.question.types._options import letter

Verdict = Literal["supported", "mixed", "unsupported", "open"]
VERDICTS: tuple[Verdict, ...] = ("supported", "mixed", "unsupported", "open")


class Evidence(Strict):
    """One piece of evidence and where it comes from."""

    text: Rich
    source: Plain


class Judged(Content):
    """A claim to be weighed."""

    claim: Rich
    who: Plain = Field(description="who said it, and when")
    evidence_for: Annotated[list[Evidence], Field(min_length=1)]
    evidence_against: Annotated[list[Evidence], Field(min_length=1)]
    verdict: Verdict = Field(description="what the evidence compiled here says")
    why: Rich

    def sheet(self, lang: str, say: dict[str, str]) -> list[Part]:
        """The claim, the evidence in two columns, and the verdicts to choose from."""
        rows = max(len(self.evidence_for), len(self.evidence_against))
        sides = [_column(side, lang, rows) for side in (self.evidence_for, self.evidence_against)]
        entries = [{"label": letter(i, lang), "md": say[v]} for i, v in enumerate(VERDICTS)]
        return [
            {"part": "text", "md": f"> {pick(self.claim, lang)}\n>\n> *{pick(self.who, lang)}*"},
            {
                "part": "table",
                "header": [say["for"], say["against"]],
                "rows": [list(r) for r in zip(*sides, strict=True)],
            },
            {"part": "options", "mark": "circle", "entries": entries},
        ]

    def key(self, lang: str, say: dict[str, str]) -> list[Part]:
        """The compiled verdict, and why."""
        at = letter(VERDICTS.index(self.verdict), lang)
        return [key_row("note", say[self.verdict], label=at, remark=pick(self.why, lang))]


def _column(evidence: list[Evidence], lang: str, rows: int) -> list[str]:
    said = [f"{pick(e.text, lang)} ({pick(e.source, lang)})" for e in evidence]
    return said + [NOTHING] * (rows - len(said))


class Claim(Card):
    """A claim to be weighed: evidence first, then one's own verdict, then the compiled one."""

    folder: ClassVar[Path] = Path(__file__).parent
    model = Judged
