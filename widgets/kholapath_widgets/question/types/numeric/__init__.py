"""A number, with or without a unit."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.locale import digits, format_number, pick
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, ItemId, Part, Strict, key_row
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.texts import Number, Plain, Rich, escape

from .marking import echo, margin, read_response, within

Tolerance = Annotated[float, Field(ge=0)] | Annotated[str, Field(pattern=r"^\d+(\.\d+)?\s*%$")]


class NumericAnswer(Strict):
    """The right value, how far off still counts, and its unit."""

    value: Number = Field(description="a number, or computed from the data")
    tolerance: Tolerance = Field(0.0, description='absolute, as 0.1, or relative, as "2%"')
    unit: Plain | None = Field(None, description="shown after the field")


class Slip(Strict):
    """A wrong value that tells what went wrong."""

    id: ItemId
    value: Number = Field(description="the wrong value")
    tolerance: Tolerance = Field("1%", description="as the answer's")
    feedback: Rich = Field(description="what went wrong, and the way on")
    misconception: str | None = Field(
        None, description="a short tag that a teacher's summary counts"
    )


class NumericItem(Item):
    """A number; the response is what was typed."""

    type: Literal["numeric"] = "numeric"
    answer: NumericAnswer | None = Field(None, description="left out in a survey alone")
    unit: Plain | None = Field(None, description="for a survey; else it stands in the answer")
    slips: list[Slip] = Field([], description="wrong values with words of their own")
    interaction: ClassVar[str] = "numeric"

    secret = Item.secret | {"slips"}

    @model_validator(mode="after")
    def _there_is_something_to_mark(self) -> Self:
        if self.mode != "survey" and self.answer is None:
            raise FieldProblem(
                "answer", "a number question needs an answer, as answer: {value: 5.576}"
            )
        return self

    @property
    def units(self) -> dict[str, str]:
        """The unit by language, empty if there is none."""
        return (self.answer.unit if self.answer else self.unit) or {}

    def public_form(self) -> dict[str, Any]:
        """Keep the unit, which the learner must see."""
        return {**super().public_form(), **({"unit": self.units} if self.units else {})}

    def mark(self, response: Any) -> Result:
        """Mark what was typed; a number that cannot be read for sure is refused."""
        reading = read_response(response, list(self.units.values()))
        if reading.value is None:
            return refuse(reading.problem or "@empty")
        read = echo(reading.value)
        if self.answer is None:
            return verdict(self.mode, score=0, feedback=(), read=read)
        if within(reading.value, self.answer.value, self.answer.tolerance):
            return verdict(self.mode, score=1, feedback=(), read=read)
        slip = next((s for s in self.slips if within(reading.value, s.value, s.tolerance)), None)
        return verdict(
            self.mode, score=0, feedback=(f"slips.{slip.id}.feedback",) if slip else (), read=read
        )

    def sheet(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """A blank and the unit."""
        return [
            {
                "part": "blank",
                "width": 38,
                "before": "",
                "after": escape(pick(self.units, lang)) if self.units else "",
            }
        ]

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The value, what is accepted, and the slips."""
        if self.answer is None or self.mode == "survey":
            return []
        unit = f" {escape(pick(self.units, lang))}" if self.units else ""
        right = key_row(
            "right",
            f"**{format_number(self.answer.value, lang)}**{unit}",
            remark=_accepted(self.answer, lang),
        )
        slips = [
            key_row(
                "slip",
                format_number(s.value, lang),
                remark=pick(s.feedback, lang),
                misconception=s.misconception,
            )
            for s in self.slips
        ]
        return [right, *slips]

    def right_response(self) -> str | None:
        """Return the value as it would be typed."""
        return echo(self.answer.value) if self.answer else None

    def correct_patterns(self) -> list[str]:
        """Return the accepted range, as xAPI writes it."""
        if self.answer is None:
            return []
        low, high = _range(self.answer)
        return [f"{low!r}[:]{high!r}"]

    def exchange(self, lang: str) -> x.Interaction:
        """Return the value with an absolute tolerance, and the slips."""
        unit = pick(self.units, lang) if self.units else ""
        if self.answer is None or self.mode == "survey":
            return x.NumericEntry(unit=unit)
        slips = tuple(
            x.Slip(
                value=s.value,
                tolerance=_tidy(margin(s.value, s.tolerance)),
                feedback=x.html(s.feedback, lang),
                misconception=s.misconception or "",
            )
            for s in self.slips
        )
        tolerance = _tidy(margin(self.answer.value, self.answer.tolerance))
        return x.NumericEntry(value=self.answer.value, tolerance=tolerance, unit=unit, slips=slips)

    @classmethod
    def from_exchange(cls, interaction: x.Interaction) -> x.Taken | None:
        """Take a number that has a right value."""
        if not isinstance(interaction, x.NumericEntry) or interaction.value is None:
            return None
        unit = {"unit": interaction.unit} if interaction.unit else {}
        answer = {"value": interaction.value, "tolerance": interaction.tolerance, **unit}
        slips = [
            {"id": f"slip-{n}", "value": s.value, "tolerance": s.tolerance, "feedback": s.feedback}
            for n, s in enumerate(interaction.slips, 1)
            if s.feedback
        ]
        return x.Taken({"answer": answer, **({"slips": slips} if slips else {})})

    @classmethod
    def from_call(
        cls,
        prompt: Any,
        answer: Any = None,
        *,
        tolerance: float | str = 0,
        unit: Any = None,
        **fields: Any,
    ) -> dict[str, Any]:
        """A number to type.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        answer
            The right number.
        tolerance
            How far off still counts: absolute, as ``0.1``, or relative, as ``"2%"``.
        unit
            Shown after the field; typed with the number or not.
        **fields
            Any field of an item; here also ``slips``, wrong numbers with words of their own.

        Examples
        --------
        >>> Numeric("2.788 million hours at $2?", 5.576, tolerance=0.1, unit="million USD")
        """
        if not isinstance(answer, dict | None):
            answer = {"value": answer, "tolerance": tolerance, **({"unit": unit} if unit else {})}
        return {"prompt": prompt, "answer": answer, **fields}


def _range(answer: NumericAnswer) -> tuple[float, float]:
    allowed = margin(answer.value, answer.tolerance)
    return _tidy(answer.value - allowed), _tidy(answer.value + allowed)


def _tidy(edge: float) -> float:
    """Drop the last digits, which are the arithmetic's: 5.675999999999999."""
    return float(f"{edge:.12g}")


def _accepted(answer: NumericAnswer, lang: str) -> str:
    low, high = _range(answer)
    if low == high:
        return ""
    if isinstance(answer.tolerance, str):
        return digits(f"± {answer.tolerance.replace(' ', '')}", lang)
    return f"{format_number(low, lang)} – {format_number(high, lang)}"


ITEM = NumericItem
