"""Read a chart: choose a mark, or read off a number; the key is computed from the marks."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from kholapath_widgets._shared.locale import format_number, pick
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, Part, Strict, key_row
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.texts import Number, Plain, Rich, escape
from kholapath_widgets.question.types._options import letter
from kholapath_widgets.question.types._plot import (
    Mark,
    check_marks,
    marks_from,
    marks_part,
    with_unit,
)
from kholapath_widgets.question.types.numeric import Tolerance
from kholapath_widgets.question.types.numeric.marking import echo, margin, read_response, within

from .marking import NUMBERS, right_marks, right_value

_NAMED = {"largest": {"rank": 1}, "smallest": {"rank": -1}}


class PickMark(Mark):
    """A mark to choose from."""

    value: Number = Field(description="how tall, or how high")
    feedback: Rich | None = Field(None, description="what choosing it would mean, and the way on")
    misconception: str | None = Field(
        None, description="a short tag that a teacher's summary counts"
    )


class Rule(Strict):
    """How the key is found: exactly one of these, and how far off a number may be."""

    mark: str | None = Field(None, description="the id of the right mark")
    rank: int | None = Field(None, description="1 is the largest, 2 the second, -1 the smallest")
    nearest: Number | None = Field(None, description="the mark nearest to this value")
    first_above: Number | None = Field(None, description="the first mark above this value")
    value_of: str | None = Field(None, description="a number: how high this mark stands")
    ratio: tuple[str, str] | None = Field(None, description="how many times one is the other")
    difference: tuple[str, str] | None = Field(None, description="one less the other")
    tolerance: Tolerance = Field("5%", description='for a number: absolute, or relative as "5%"')

    @property
    def named(self) -> dict[str, Any]:
        """The rule by its name, without the tolerance."""
        return self.model_dump(exclude_none=True, exclude={"tolerance"})


def _as_rule(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return _NAMED.get(value, {"mark": value})


class PickItem(Item):
    """A chart to read; the response is a mark's id, or the number read off as it was typed."""

    type: Literal["pick"] = "pick"
    chart: Literal["bars", "line"] = Field("bars", description="how the marks are drawn")
    marks: Annotated[list[PickMark], Field(min_length=2, max_length=24)] = Field(
        description="what the chart shows, in order"
    )
    unit: Plain | None = Field(None, description="of the marks' values")
    answer: Annotated[Rule, BeforeValidator(_as_rule, json_schema_input_type=str | Rule)] | None = (
        Field(None, description="largest, smallest, a mark's id, or a rule")
    )

    secret = Item.secret | {"feedback", "misconception"}

    @model_validator(mode="after")
    def _the_rule_finds_something(self) -> Self:
        check_marks("marks", self.marks)
        if self.answer is None:
            if self.mode != "survey":
                raise FieldProblem(
                    "answer", "say what is right: largest, smallest, a mark's id, or a rule"
                )
            return self
        if len(self.answer.named) != 1:
            raise FieldProblem("answer", "one rule is wanted, as {first_above: 50} or {rank: 2}")
        self._check(*next(iter(self.answer.named.items())))
        return self

    def _check(self, rule: str, wanted: Any) -> None:
        """Check that a rule names marks that are there, and finds one of them."""
        at = {m.id: m.value for m in self.marks}
        names = [wanted] if isinstance(wanted, str) else wanted if isinstance(wanted, tuple) else []
        for name in names:
            if name not in at:
                raise FieldProblem(
                    f"answer.{rule}", f"{name!r} names no mark; the marks are {', '.join(at)}"
                )
        if rule == "rank" and not 1 <= abs(wanted) <= len(at):
            raise FieldProblem("answer.rank", f"there are {len(at)} marks: from 1, or from -1")
        if rule == "first_above" and wanted >= max(at.values()):
            raise FieldProblem("answer.first_above", "no mark stands above this value")
        if rule == "ratio" and at[wanted[1]] == 0:
            raise FieldProblem(
                "answer.ratio", "the second mark stands at 0: nothing is its multiple"
            )

    @property
    def asks_number(self) -> bool:
        """Whether a number is read off, rather than a mark chosen."""
        return self.answer is not None and set(self.answer.named) <= NUMBERS

    @property
    def interaction(self) -> str:  # type: ignore[override]  # it depends on what is asked
        """What xAPI calls the interaction."""
        return "numeric" if self.asks_number else "choice"

    @property
    def units(self) -> dict[str, str]:
        """The unit of the number asked for: a multiple has none."""
        bare = self.answer is not None and self.answer.ratio is not None
        return {} if bare else self.unit or {}

    def public_form(self) -> dict[str, Any]:
        """Keep whether a number is asked for, and its unit, which the learner must see."""
        asked = {"asked": self.units} if self.asks_number else {}
        return {**super().public_form(), **asked}

    def mark(self, response: Any) -> Result:
        """Mark the id of a mark, or the number that was typed."""
        if self.asks_number:
            return self._mark_number(response)
        chosen = next((m for m in self.marks if m.id == response), None)
        if chosen is None or not isinstance(response, str):
            return refuse()
        right = right_marks(self.answer.named, self.marks) if self.answer else []
        said = (f"marks.{chosen.id}.feedback",) if chosen.feedback else ()
        return verdict(self.mode, score=1 if chosen.id in right else 0, feedback=said)

    def _mark_number(self, response: Any) -> Result:
        reading = read_response(response, list(self.units.values()))
        if reading.value is None or self.answer is None:
            return refuse(reading.problem or "@empty")
        target = right_value(self.answer.named, self.marks)
        right = within(reading.value, target, self.answer.tolerance)
        return verdict(self.mode, score=float(right), feedback=(), read=echo(reading.value))

    def sheet_label(self, say: dict[str, str], lang: str) -> str:  # noqa: ARG002 - a type's common signature
        """Return what is asked for."""
        return say["label_number" if self.asks_number else "label"]

    def sheet(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The marks as drawn on the screen or as a table, then circles, or a blank."""
        values = [0, *(m.value for m in self.marks)]
        chart = marks_part(self.chart, self.marks, (min(values), max(values)), self.unit, lang)
        if self.asks_number:
            after = escape(pick(self.units, lang)) if self.units else ""
            return [chart, {"part": "blank", "width": 38, "before": "", "after": after}]
        entries = [
            {"label": letter(i, lang), "md": escape(pick(m.label, lang))}
            for i, m in enumerate(self.marks)
        ]
        return [chart, {"part": "options", "mark": "circle", "entries": entries}]

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The right mark and the words for the others, or the number and what is accepted."""
        if self.answer is None or self.mode == "survey":
            return []
        if self.asks_number:
            target = right_value(self.answer.named, self.marks)
            off = margin(target, self.answer.tolerance)
            low, high = (_short(n, lang) for n in (target - off, target + off))
            md = (
                f"**{_short(target, lang)}** {escape(pick(self.units, lang)) if self.units else ''}"
            )
            return [key_row("right", md.strip(), remark=f"{low} … {high}")]
        right = right_marks(self.answer.named, self.marks)
        return [
            key_row(
                "right" if m.id in right else "wrong",
                escape(f"{pick(m.label, lang)}: {with_unit(m.value, self.unit, lang)}"),
                label=letter(i, lang),
                remark=pick(m.feedback, lang) if m.feedback else "",
                misconception=m.misconception,
            )
            for i, m in enumerate(self.marks)
            if m.id in right or m.feedback
        ]

    def right_response(self) -> Any:
        """Return the right mark, or the number."""
        if self.answer is None:
            return None
        if self.asks_number:
            return right_value(self.answer.named, self.marks)
        return right_marks(self.answer.named, self.marks)[0]

    def correct_patterns(self) -> list[str]:
        """Return every mark that is right, or the range of the number."""
        if self.answer is None:
            return []
        if not self.asks_number:
            return right_marks(self.answer.named, self.marks)
        target = right_value(self.answer.named, self.marks)
        off = margin(target, self.answer.tolerance)
        return [f"{target - off!r}[:]{target + off!r}"]

    def xapi_components(self) -> dict[str, Any]:
        """Return the marks as xAPI's choices."""
        if self.asks_number:
            return {}
        return {"choices": [{"id": m.id, "description": dict(m.label)} for m in self.marks]}

    def exchange(self, lang: str) -> x.Interaction:
        """Return a choice of marks with their values; a number to read off needs the chart."""
        if self.asks_number:
            return x.Unsupported(reason="the number is read off a chart that no system can hold")
        right = right_marks(self.answer.named, self.marks) if self.answer else []
        scored = {} if self.mode == "survey" else dict.fromkeys(right, 1.0)
        options = tuple(
            x.Option(
                id=m.id,
                text=f"{_plain(pick(m.label, lang))}: {_plain(with_unit(m.value, self.unit, lang))}",
                fraction=scored.get(m.id, 0.0),
                feedback=x.html(m.feedback, lang),
                misconception=m.misconception or "",
            )
            for m in self.marks
        )
        return x.ChoiceInteraction(options=options, shuffle=False, left_out=("its chart is",))

    @classmethod
    def from_call(
        cls, prompt: Any, marks: Any, answer: Any = None, **fields: Any
    ) -> dict[str, Any]:
        """A chart to read: choose a mark, or read off a number.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        marks
            A map from each label to its value; or marks in full.
        answer
            ``"largest"``, ``"smallest"``, a label, or a rule: ``{"rank": 2}``,
            ``{"nearest": 40}``, ``{"first_above": 50}``; for a number ``{"value_of": label}``,
            ``{"ratio": [label, label]}``, ``{"difference": [label, label]}``.
        **fields
            Any field of an item; here also ``unit`` and ``chart`` (``"bars"``, ``"line"``).

        Examples
        --------
        >>> Pick("Which cost most?", {"V3": 5.6, "Llama": 61.7}, "largest", unit="million USD")
        """
        full = marks_from(marks)
        ids = {m["label"]: m["id"] for m in full} if isinstance(marks, dict) else {}
        return {"prompt": prompt, "marks": full, "answer": _by_id(answer, ids), **fields}


def _by_id(answer: Any, ids: dict[Any, str]) -> Any:
    """Return an answer with every label in it as the mark's id."""
    if isinstance(answer, dict):
        return {rule: _by_id(wanted, ids) for rule, wanted in answer.items()}
    if isinstance(answer, list | tuple):
        return [_by_id(one, ids) for one in answer]
    return ids.get(answer, answer) if isinstance(answer, str) else answer


def _short(value: float, lang: str) -> str:
    return format_number(float(f"{value:.3g}"), lang)


def _plain(text: str) -> str:
    from html import escape as escape_html

    return escape_html(text)


ITEM = PickItem
