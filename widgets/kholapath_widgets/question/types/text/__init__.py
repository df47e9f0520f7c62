"""A word or a few."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from kholapath_widgets._shared.graphemes import fold
from kholapath_widgets._shared.locale import pick
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, ItemId, Part, Strict, key_row
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.texts import Rich, escape

from .marking import match


def _has_letters(text: str) -> str:
    if not fold(text):
        raise ValueError("an accepted text needs a letter or a digit")
    return text


Accepted = Annotated[list[Annotated[str, AfterValidator(_has_letters)]], Field(min_length=1)]


class TextAnswer(Strict):
    """What is accepted, and how near is near."""

    accept: Accepted = Field(description="every spelling that counts, in any language")
    near: int = Field(
        1, ge=0, le=3, description="graphemes off that still earn 'check your spelling'"
    )
    case: bool = Field(default=False, description="whether capital letters matter")


class Wrong(Strict):
    """A wrong answer that earns words of its own."""

    id: ItemId
    accept: Accepted = Field(description="its spellings, in any language")
    feedback: Rich = Field(description="what it would mean, and the way on")
    misconception: str | None = Field(
        None, description="a short tag that a teacher's summary counts"
    )


class TextItem(Item):
    """A short text; the response is what was typed."""

    type: Literal["text"] = "text"
    answer: TextAnswer | None = Field(None, description="left out in a survey alone")
    wrong: list[Wrong] = Field([], description="wrong answers with words of their own")
    interaction: ClassVar[str] = "fill-in"

    secret = Item.secret | {"wrong"}

    @model_validator(mode="after")
    def _there_is_something_to_mark(self) -> Self:
        if self.mode != "survey" and self.answer is None:
            raise FieldProblem(
                "answer", "a text question needs an answer, as answer: {accept: [MIT]}"
            )
        return self

    def mark(self, response: Any) -> Result:
        """Mark what was typed; a near miss is told, and costs no try."""
        if not isinstance(response, str) or not fold(response):
            return refuse()
        if self.answer is None:
            return verdict(self.mode, score=0, feedback=())
        wrong = next(
            (w for w in self.wrong if match(response, w.accept, 0, case=False) == "exact"), None
        )
        if wrong:
            return verdict(self.mode, score=0, feedback=(f"wrong.{wrong.id}.feedback",))
        found = match(response, self.answer.accept, self.answer.near, case=self.answer.case)
        if found == "near":
            return refuse("@near_miss")
        return verdict(self.mode, score=1 if found == "exact" else 0, feedback=())

    def sheet(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """A line as long as the answer."""
        longest = max(map(len, self.answer.accept)) if self.answer else 60
        return [
            {"part": "blank", "width": min(128, max(38, longest * 4)), "before": "", "after": ""}
        ]

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The first spelling, the others beside it, then the wrong answers that were foreseen."""
        if self.answer is None or self.mode == "survey":
            return []
        first, *others = map(escape, self.answer.accept)
        right = key_row("right", f"**{first}**", remark=" · ".join(others))
        wrong = [
            key_row(
                "wrong",
                escape(w.accept[0]),
                remark=pick(w.feedback, lang),
                misconception=w.misconception,
            )
            for w in self.wrong
        ]
        return [right, *wrong]

    def right_response(self) -> str | None:
        """Return the first spelling."""
        return self.answer.accept[0] if self.answer else None

    def correct_patterns(self) -> list[str]:
        """Return every spelling that counts."""
        return list(self.answer.accept) if self.answer else []

    def exchange(self, lang: str) -> x.Interaction:
        """Return every spelling that counts, and the wrong answers that were foreseen."""
        if self.answer is None or self.mode == "survey":
            return x.TextEntry()
        right = [x.Accepted(words=words) for words in self.answer.accept]
        wrong = [
            x.Accepted(
                words=words,
                fraction=0.0,
                feedback=x.html(w.feedback, lang),
                misconception=w.misconception or "",
            )
            for w in self.wrong
            for words in w.accept
        ]
        return x.TextEntry(
            accepted=(*right, *wrong), case=self.answer.case, forgiving=self.answer.near > 0
        )

    @classmethod
    def from_exchange(cls, interaction: x.Interaction) -> x.Taken | None:
        """Take a text of which some spelling is right."""
        if not isinstance(interaction, x.TextEntry):
            return None
        accept = [a.words for a in interaction.accepted if a.fraction == 1]
        if not accept:
            return None
        wrong = [
            {"id": f"wrong-{n}", "accept": [a.words], "feedback": a.feedback}
            for n, a in enumerate(interaction.accepted, 1)
            if a.fraction < 1 and a.feedback
        ]
        partly = any(0 < a.fraction < 1 for a in interaction.accepted)
        lost = ("the credit for partly right answers is",) if partly else ()
        answer = {"accept": accept, **({"case": True} if interaction.case else {})}
        return x.Taken({"answer": answer, **({"wrong": wrong} if wrong else {})}, lost)

    @classmethod
    def from_call(cls, prompt: Any, answer: Any = None, **fields: Any) -> dict[str, Any]:
        """A word or a few to type.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        answer
            What is accepted: one spelling or a list of them, in any language.
        **fields
            Any field of an item; here also ``wrong``, wrong answers with words of their own.

        Examples
        --------
        >>> Text("Who made Llama?", ["Meta", "মেটা"])
        """
        if isinstance(answer, str):
            answer = [answer]
        if not isinstance(answer, dict | None):
            answer = {"accept": answer}
        return {"prompt": prompt, "answer": answer, **fields}


ITEM = TextItem
