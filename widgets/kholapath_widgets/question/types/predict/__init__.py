"""Guess first, then see: a number guessed before the truth is shown, never graded."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.locale import format_number, pick
from kholapath_widgets._shared.numbers import json_number
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, Part, Strict, key_row
from kholapath_widgets.question.result import Result, refuse
from kholapath_widgets.question.texts import Number, Plain, Rich, escape


class Truth(Strict):
    """What it really was."""

    value: Number = Field(description="a number, or computed from the data")
    unit: Plain | None = Field(None, description="of the truth and of the slider")


class Range(Strict):
    """The slider: from, to, step, and where it stands at first."""

    min: Number = Field(description="the slider's least")
    max: Number = Field(description="the slider's most")
    step: float = Field(1, gt=0, description="between two places of the slider")
    start: Number = Field(description="where it stands at first; no hint at the truth")


class Bar(Strict):
    """A bar beside the guess; the one without a value is guessed."""

    label: Plain = Field(description="what the bar stands for")
    value: Number | None = Field(None, description="left out for the bar that is guessed")


class PredictItem(Item):
    """A guess on a scale; the response is a number."""

    type: Literal["predict"] = "predict"
    answer: Truth = Field(description="what it really was")
    range: Range = Field(description="what can be guessed")
    bars: list[Bar] = Field([], max_length=6, description="drawn beside the slider, to scale")
    after: Rich = Field(description="said with the truth")
    interaction: ClassVar[str] = "other"

    secret = Item.secret | {"after"}

    @model_validator(mode="after")
    def _the_truth_lies_in_the_range(self) -> Self:
        if self.mode == "check":
            raise FieldProblem("mode", "a guess is never marked: the mode is practice or survey")
        if not self.range.min <= self.range.start <= self.range.max:
            raise FieldProblem("range.start", "the slider starts outside its range")
        if not self.range.min <= self.answer.value <= self.range.max:
            raise FieldProblem("range", "the truth lies outside the slider's range")
        if self.bars and sum(bar.value is None for bar in self.bars) != 1:
            raise FieldProblem("bars", "exactly one bar is guessed: leave out its value")
        return self

    def mark(self, response: Any) -> Result:
        """Take the guess; nothing about it is right or wrong."""
        return refuse() if json_number(response) is None else Result(feedback=("after",))

    def sheet(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The bars to draw on, and a blank."""
        unit = pick(self.answer.unit, lang) if self.answer.unit else ""
        rows = [{"label": pick(b.label, lang), "value": b.value, "note": ""} for b in self.bars]
        bars = [{"part": "bars", "max": self.range.max, "unit": unit, "rows": rows}] if rows else []
        return [
            *bars,
            {"part": "blank", "width": 30, "before": "@your_guess", "after": escape(unit)},
        ]

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The truth."""
        unit = f" {escape(pick(self.answer.unit, lang))}" if self.answer.unit else ""
        md = f"**{format_number(self.answer.value, lang, 1).removesuffix('.0').removesuffix('.০')}**{unit}"
        return [key_row("note", md, remark=pick(self.after, lang))]

    def exchange(self, lang: str) -> x.Interaction:
        """Return the slider; what is said with the truth follows the answer."""
        return x.NumericEntry(
            unit=pick(self.answer.unit, lang) if self.answer.unit else "",
            bounds=(self.range.min, self.range.max, self.range.step),
            note=x.html(self.after, lang),
            left_out=("the bars beside the guess are",) if self.bars else (),
        )

    @classmethod
    def from_call(
        cls, prompt: Any, answer: Any, *, unit: Any = None, **fields: Any
    ) -> dict[str, Any]:
        """A guess on a slider, made before the truth is shown; never marked.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        answer
            What it really was.
        unit
            Of the answer and the slider.
        **fields
            ``range`` (``{"min", "max", "step", "start"}``) and ``after`` (said with the truth);
            ``bars`` to guess beside; any field of an item.

        Examples
        --------
        >>> span = {"min": 0, "max": 60, "start": 30}
        >>> Predict("How many million hours?", 30.84, range=span, after="Eleven times as many.")
        """
        if not isinstance(answer, dict):
            answer = {"value": answer, **({"unit": unit} if unit else {})}
        return {"prompt": prompt, "answer": answer, **fields}


ITEM = PredictItem
