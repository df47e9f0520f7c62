"""Draw first, then see: points or bars put on an empty chart before the truth is shown."""

from __future__ import annotations

import html
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.locale import pick
from kholapath_widgets._shared.numbers import json_number
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, ItemId, Part, Strict, key_row
from kholapath_widgets.question.result import Result, refuse
from kholapath_widgets.question.texts import Number, Plain, Rich, escape
from kholapath_widgets.question.types._plot import (
    Mark,
    check_marks,
    marks_from,
    marks_part,
    with_unit,
)


class Axis(Strict):
    """What the chart has room for, and how finely it is drawn."""

    min: Number = Field(0, description="the least that can be drawn")
    max: Number = Field(description="the most that can be drawn")
    step: float = Field(1, gt=0, description="between two values that can be drawn")


class DrawItem(Item):
    """Points to draw; the response is a map from each point's id to its value."""

    type: Literal["draw"] = "draw"
    chart: Literal["line", "bars"] = Field("line", description="how the points are drawn")
    marks: Annotated[list[Mark], Field(min_length=2, max_length=24)] = Field(
        description="in order; those without a value are drawn"
    )
    axis: Axis = Field(description="what can be drawn")
    unit: Plain | None = Field(None, description="of the values")
    answer: dict[ItemId, Number] = Field(
        description="what each drawn point really was: numbers, or computed from the data"
    )
    after: Rich = Field(description="said with the truth")
    interaction: ClassVar[str] = "other"

    secret = Item.secret | {"after"}

    @model_validator(mode="after")
    def _every_drawn_point_has_a_truth(self) -> Self:
        check_marks("marks", self.marks)
        if self.mode == "check":
            raise FieldProblem("mode", "a drawing is never marked: the mode is practice or survey")
        for point in self.drawn:
            if point.id not in self.answer:
                raise FieldProblem(
                    f"marks.{point.id}", "it has no value, so the answer must name its truth"
                )
        drawn = [p.id for p in self.drawn]
        for name in self.answer:
            if name not in drawn:
                raise FieldProblem(
                    f"answer.{name}", f"this is no point to draw; they are {', '.join(drawn)}"
                )
        if not drawn:
            raise FieldProblem("answer", "no point is left to draw: take the value from some")
        self._check_axis()
        return self

    def _check_axis(self) -> None:
        shown = [p.value for p in self.marks if p.value is not None]
        if self.axis.min >= self.axis.max:
            raise FieldProblem("axis", "it ends before it starts")
        if not all(self.axis.min <= v <= self.axis.max for v in (*shown, *self.answer.values())):
            raise FieldProblem("axis", "a point lies outside it")

    @property
    def drawn(self) -> list[Mark]:
        """The points to draw."""
        return [p for p in self.marks if p.value is None]

    def mark(self, response: Any) -> Result:
        """Take the drawing when it is whole; nothing about it is right or wrong."""
        given = response if isinstance(response, dict) else {}
        found = [json_number(given.get(p.id)) is not None for p in self.drawn]
        if not all(found):
            return refuse("@unfinished" if any(found) else "@empty")
        return Result(feedback=("after",))

    def sheet(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The chart with room to draw in; a table to fill where the points are many."""
        return [marks_part(self.chart, self.marks, (self.axis.min, self.axis.max), self.unit, lang)]

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The truth of every point."""
        said = " · ".join(
            f"{escape(pick(p.label, lang))}: **{escape(with_unit(self.answer[p.id], self.unit, lang))}**"
            for p in self.drawn
        )
        return [key_row("note", said, remark=pick(self.after, lang))]

    def exchange(self, lang: str) -> x.Interaction:
        """Return its form for the keyboard: a gap a point, which anything fills; the truth comes after."""
        rows = "".join(f"<li>{self._row(point, lang)}</li>" for point in self.marks)
        [truth] = self.key(lang, 0)
        told = f"{truth['md']}\n\n{pick(self.after, lang)}"
        return x.GapInteraction(
            text=f"<ul>{rows}</ul>",
            gaps=tuple(x.Gap(id=point.id) for point in self.drawn),
            note=x.html({lang: told}, lang),
            left_out=("the chart to draw on is",),
        )

    def _row(self, point: Mark, lang: str) -> str:
        """A point as HTML: its label, then its value or its gap."""
        unit = pick(self.unit, lang) if self.unit else ""
        gap = f"{x.mark(point.id)} {unit}".strip()
        value = gap if point.value is None else with_unit(point.value, self.unit, lang)
        return html.escape(f"{pick(point.label, lang)}: {value}")

    @classmethod
    def from_call(
        cls, prompt: Any, marks: Any, answer: Any, *, top: Any = None, **fields: Any
    ) -> dict[str, Any]:
        """A line or bars to draw on an empty chart before the truth is shown; never marked.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        marks
            A map from each label to its value, None where it is drawn; or marks in full.
        answer
            What the drawn points really were: a list in their order, or a map by label or id.
        top
            Where the axis ends.
        **fields
            ``after`` (said with the truth); ``unit``, ``chart`` (``"line"``, ``"bars"``),
            ``axis`` (``{"min", "max", "step"}``); any field of an item.

        Examples
        --------
        >>> years = {"2024": 20, "2025": None, "2026": None}
        >>> Draw("How did it go on?", years, [158, 359], top=500, after="It doubled, then more.")
        """
        full = marks_from(marks)
        if isinstance(answer, list | tuple):
            open_ones = [p["id"] for p in full if isinstance(p, dict) and p.get("value") is None]
            answer = dict(zip(open_ones, answer, strict=False))
        elif isinstance(marks, dict) and isinstance(answer, dict):
            ids = {p["label"]: p["id"] for p in full}
            answer = {ids.get(name, name): value for name, value in answer.items()}
        axis = {} if top is None else {"axis": {"max": top}}
        return {"prompt": prompt, "marks": full, "answer": answer, **axis, **fields}


ITEM = DrawItem
