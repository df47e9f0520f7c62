"""A text of one's own: a model answer and a rubric come after it, and the learner compares."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.graphemes import fold
from kholapath_widgets._shared.locale import format_number, pick
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, ItemId, Part, Strict, key_row
from kholapath_widgets.question.result import Result, refuse
from kholapath_widgets.question.texts import Number, Rich

_LONGEST = 30  # lines: a page


class Criterion(Strict):
    """One thing that a good answer says."""

    id: ItemId
    text: Rich
    points: Number = Field(1, gt=0, description="what saying it is worth")


class OpenAnswer(Strict):
    """What the learner compares with."""

    model: Rich | None = Field(None, description="an answer that would earn every point")
    rubric: list[Criterion] = Field(
        [], max_length=10, description="what a good answer says; the learner ticks it off"
    )


class OpenItem(Item):
    """A free text; the response is ``{"text": …, "met": [ids of criteria]}``, or the text alone."""

    type: Literal["open"] = "open"
    answer: OpenAnswer | None = Field(None, description="shown once something was written")
    lines: int = Field(5, ge=1, le=_LONGEST, description="how long an answer is meant to be")
    least: int = Field(0, ge=0, le=500, description="the fewest words that count as an answer")
    interaction: ClassVar[str] = "long-fill-in"

    @model_validator(mode="after")
    def _there_is_something_to_compare_with(self) -> Self:
        if self.mode == "check":
            raise FieldProblem(
                "mode", "nothing marks a free text: the mode is practice, to compare, or survey"
            )
        if self.attempts is not None:
            raise FieldProblem("attempts", "a free text can be sent again: remove it")
        if self.mode != "survey" and not (self.answer and (self.answer.model or self.rubric)):
            raise FieldProblem(
                "answer", "what to compare with, as answer: {model: …, rubric: […]}, is missing"
            )
        ids = [c.id for c in self.rubric]
        twice = next((i for i in ids if ids.count(i) > 1), None)
        if twice:
            raise FieldProblem(f"answer.rubric.{twice}", f"two criteria have the id {twice!r}")
        return self

    @property
    def rubric(self) -> list[Criterion]:
        """The criteria, if there are any."""
        return self.answer.rubric if self.answer else []

    def mark(self, response: Any) -> Result:
        """Take the text; the score is what the learner finds in it, and nothing is right or wrong."""
        text, met = _own(response)
        if not isinstance(text, str) or not fold(text):
            return refuse()
        if len(fold(text).split(" ")) < self.least:
            return refuse("@too_short")
        if self.mode == "survey" or not isinstance(met, list):
            return Result()
        total = sum(c.points for c in self.rubric)
        found = sum(c.points for c in self.rubric if c.id in met)
        return Result(found / total if total else 0)

    def sheet(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """Lines, as many as the answer is long."""
        return [{"part": "lines", "count": self.lines}]

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The model answer, then each criterion with its points."""
        model = self.answer.model if self.answer else None
        said = pick(model, lang) if model else "@key_note"
        rows = [key_row("note", said, remark="@model" if model else "")]
        verdict = "note" if self.mode == "survey" else "credit"
        return rows + [
            key_row(verdict, pick(c.text, lang), label=format_number(c.points, lang))
            for c in self.rubric
        ]

    def xapi_response(self, response: Any) -> str | None:
        """Return the text alone."""
        text, _ = _own(response)
        return text if isinstance(text, str) else None

    def exchange(self, lang: str) -> x.Interaction:
        """Return an essay, with what to compare it with."""
        criteria = "".join(f"<li>{x.html(c.text, lang)}</li>" for c in self.rubric)
        return x.ExtendedText(
            lines=self.lines,
            model=x.html(self.answer.model, lang) if self.answer else "",
            rubric=f"<ul>{criteria}</ul>" if criteria else "",
            left_out=("the fewest words that count are",) if self.least else (),
        )

    @classmethod
    def from_exchange(cls, interaction: x.Interaction) -> x.Taken | None:
        """Take an essay; a rubric comes as one criterion."""
        if not isinstance(interaction, x.ExtendedText):
            return None
        criteria = [{"id": "rubric", "text": interaction.rubric}] if interaction.rubric else []
        answer = {**({"model": interaction.model} if interaction.model else {}), "rubric": criteria}
        lines = min(max(interaction.lines, 1), _LONGEST)
        if answer == {"rubric": []}:
            return x.Taken({"mode": "survey", "lines": lines})
        return x.Taken({"answer": answer, "lines": lines})

    @classmethod
    def from_call(
        cls, prompt: Any, model: Any = None, rubric: Any = (), **fields: Any
    ) -> dict[str, Any]:
        """A text of one's own, compared with a model answer and a rubric afterwards.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        model
            An answer that would earn every point.
        rubric
            What a good answer says: a list of texts, a map from each to its points, or criteria
            in full.
        **fields
            Any field of an item; here also ``lines`` (how long an answer is meant to be) and
            ``least`` (the fewest words that count). Without model and rubric it is a survey.

        Examples
        --------
        >>> Open("Why share weights?", "So that …", ["says who gains", "names a risk"], lines=8)
        """
        said = (
            [{"text": t, "points": p} for t, p in rubric.items()]
            if isinstance(rubric, dict)
            else rubric
        )
        criteria = [
            {"id": f"c{i}", **(c if isinstance(c, dict) else {"text": c})}
            for i, c in enumerate(said, 1)
        ]
        if model is None and not criteria:
            return {"prompt": prompt, "mode": "survey", **fields}
        return {"prompt": prompt, "answer": {"model": model, "rubric": criteria}, **fields}


def _own(response: Any) -> tuple[Any, Any]:
    """Return the text of a response, and the ids of the criteria that the learner finds in it."""
    given = response if isinstance(response, dict) else {"text": response}
    return given.get("text"), given.get("met")


ITEM = OpenItem
