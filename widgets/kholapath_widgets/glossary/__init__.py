"""A glossary: each term in its languages, to be looked up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from kholapath_widgets._card import Card, Content
from kholapath_widgets._shared.locale import pick
from kholapath_widgets.question.item import Part, Strict
from kholapath_widgets.question.texts import Plain, Rich


class Term(Strict):
    """A term and what it means."""

    term: Plain = Field(description="the word, in every language")
    means: Rich


class Terms(Content):
    """The terms, in the order given."""

    terms: Annotated[list[Term], Field(min_length=1, max_length=500)]

    def sheet(self, lang: str, say: dict[str, str]) -> list[Part]:
        """A table: the term, the same in the other languages, what it means."""
        rows = [
            [pick(t.term, lang), _others(t.term, lang), pick(t.means, lang)] for t in self.terms
        ]
        return [
            {"part": "table", "header": [say["term"], say["others"], say["means"]], "rows": rows}
        ]


def _others(term: dict[str, str], lang: str) -> str:
    return ", ".join(word for tag, word in term.items() if tag != lang)


class Glossary(Card):
    """Terms to look up.

    Examples
    --------
    >>> Glossary(title="Words", terms=[{"term": "weights", "means": "what a model has learnt"}])
    """

    folder: ClassVar[Path] = Path(__file__).parent
    model = Terms
