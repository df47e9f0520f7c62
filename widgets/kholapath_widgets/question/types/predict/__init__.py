"""Guess first, then see: a number guessed before the truth is shown, never graded."""

from __future__ import annotations

import math
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.locale import format_number, pick
from kholapath_widgets.question.item import FieldProblem, Item, Part, Strict
from kholapath_widgets.question.result import Result, refuse
from kholapath_widgets.question.texts import Plain, Rich


class Truth(Strict):
    """What it really was."""

    value: float = Field(description="a number, or {table, column, where, scale} to compute it from the data")
    unit: Plain | None = None


class Range(Strict):
    """The slider: from, to, step, and where it stands at first."""

    min: float
    max: float
    step: float = Field(1, gt=0)
    start: float


class Bar(Strict):
    """A bar beside the guess; the one without a value is guessed."""

    label: Plain
    value: float | None = None


class PredictItem(Item):
    """A guess on a scale; the response is a number."""

    type: Literal["predict"] = "predict"
    answer: Truth
    range: Range
    bars: Annotated[list[Bar], Field(max_length=6)] = []
    after: Rich = Field(description="said with the truth")
    interaction: ClassVar[str] = "other"

    secret = Item.secret | {"after"}

    @model_validator(mode="after")
    def _the_truth_lies_in_the_range(self) -> Self:
        if not self.range.min <= self.range.start <= self.range.max:
            raise FieldProblem("range.start", "the slider starts outside its range")
        if not self.range.min <= self.answer.value <= self.range.max:
            raise FieldProblem("range", "the truth lies outside the slider's range")
        if self.bars and sum(bar.value is None for bar in self.bars) != 1:
            raise FieldProblem("bars", "exactly one bar is guessed: leave out its value")
        return self

    def mark(self, response: Any) -> Result:
        """Take the guess; nothing about it is right or wrong."""
        if isinstance(response, bool) or not isinstance(response, int | float) or not math.isfinite(response):
            return refuse()
        return Result(feedback=("after",))

    def sheet(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The bars to draw on, and a blank."""
        unit = pick(self.answer.unit, lang) if self.answer.unit else ""
        rows = [{"label": pick(b.label, lang), "value": b.value, "note": ""} for b in self.bars]
        bars = [{"part": "bars", "max": self.range.max, "unit": unit, "rows": rows}] if rows else []
        return [*bars, {"part": "blank", "width": 30, "before": "@your_guess", "after": unit}]

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The truth."""
        unit = f" {pick(self.answer.unit, lang)}" if self.answer.unit else ""
        md = f"**{format_number(self.answer.value, lang, 1).removesuffix('.0').removesuffix('.০')}**{unit}"
        return [{"verdict": "note", "label": "", "md": md, "remark": pick(self.after, lang)}]

    @classmethod
    def from_call(cls, prompt: Any, answer: Any, **fields: Any) -> dict[str, Any]:
        """Return the fields of ``Predict("How many?", 11, range={...}, after="Eleven.")``."""
        truth = {"value": answer} if isinstance(answer, int | float) else answer
        return {"prompt": prompt, "answer": truth, **fields}


ITEM = PredictItem
