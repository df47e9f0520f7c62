"""What is written of a quiz: its questions, how many are drawn, when and how they are marked."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, SerializeAsAny, ValidationInfo, model_validator

from kholapath_widgets._card import Content
from kholapath_widgets.question.item import FieldProblem, Item
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.order import order


def _as_item(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, dict):
        return value
    lang = (info.context or {}).get("lang", "en")
    return make_item(value, lang=lang, label=str(value.get("id") or "") or None)


class QuizContent(Content):
    """A quiz."""

    items: Annotated[
        list[Annotated[SerializeAsAny[Item], BeforeValidator(_as_item)]],
        Field(min_length=1, max_length=100),
    ] = Field(description="the questions; in cards.yaml, the ids of questions.yaml")
    draw: int | None = Field(
        None, ge=1, description="how many of them are asked, drawn and put in order by the seed"
    )
    mode: Literal["practice", "exam"] = Field(
        "practice", description="practice: each is marked at once; exam: all at the end"
    )
    layout: Literal["all", "one"] = Field("all", description="all at once, or one after another")
    pass_mark: float | None = Field(None, gt=0, le=1, description="the share of the points to pass")
    confidence: bool = Field(default=False, description="asks beside each answer: sure or unsure?")
    seed: int = Field(0, ge=0, description="draws the questions and shuffles their options")

    @model_validator(mode="after")
    def _questions_can_be_drawn(self) -> Self:
        twice = [i for i, n in Counter(item.id for item in self.items).items() if n > 1]
        if twice:
            raise FieldProblem(f"items.{twice[0]}", f"the question {twice[0]!r} is there twice")
        if self.draw is not None and self.draw > len(self.items):
            raise FieldProblem("draw", f"{self.draw} cannot be drawn of {len(self.items)}")
        return self

    def drawn(self) -> list[Item]:
        """Return the questions asked, in order: as written, or as the seed draws them."""
        if self.draw is None:
            return list(self.items)
        by_id = {item.id: item for item in self.items}
        return [by_id[i] for i in order(list(by_id), self.seed, self.id)[: self.draw]]
