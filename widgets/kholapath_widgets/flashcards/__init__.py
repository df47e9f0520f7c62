"""Flashcards: a pack to turn over; what was not known comes back soon."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from kholapath_widgets._card import Card, Content
from kholapath_widgets._shared.locale import pick
from kholapath_widgets.question.item import FieldProblem, ItemId, Part, Strict
from kholapath_widgets.question.texts import Rich


class Flashcard(Strict):
    """One card of the pack."""

    id: ItemId
    front: Rich = Field(description="what is asked: a term, a question")
    back: Rich = Field(description="what is on the other side")


class Pack(Content):
    """A pack of flashcards."""

    cards: Annotated[list[Flashcard], Field(min_length=1, max_length=200)]

    @model_validator(mode="after")
    def _each_has_its_own_id(self) -> Self:
        ids = [card.id for card in self.cards]
        twice = next((i for i in ids if ids.count(i) > 1), None)
        if twice:
            raise FieldProblem(f"cards.{twice}", f"two cards have the id {twice!r}")
        return self

    def sheet(self, lang: str, say: dict[str, str]) -> list[Part]:
        """A table of two columns, to be folded or cut."""
        rows = [[pick(card.front, lang), pick(card.back, lang)] for card in self.cards]
        return [{"part": "table", "header": [say["front"], say["back"]], "rows": rows}]


class Flashcards(Card):
    """A pack of cards to turn over.

    Examples
    --------
    >>> Flashcards(title="Words", cards=[{"id": "w", "front": "weights", "back": "what is learnt"}])
    """

    folder: ClassVar[Path] = Path(__file__).parent
    model = Pack
