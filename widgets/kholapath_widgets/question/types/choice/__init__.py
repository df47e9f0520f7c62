"""One answer out of several."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets.question.item import Part
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.types._options import OptionItem, options_from


class ChoiceItem(OptionItem):
    """One right option; the response is its id."""

    type: Literal["choice"] = "choice"
    answer: str | None = Field(None, description="the id of the right option")
    interaction: ClassVar[str] = "choice"

    @model_validator(mode="after")
    def _the_answer_is_an_option(self) -> Self:
        self.check_options([] if self.answer is None else [self.answer])
        return self

    def mark(self, response: Any) -> Result:
        """Mark the id of the chosen option."""
        if not isinstance(response, str) or all(o.id != response for o in self.options):
            return refuse()
        score = 1.0 if response == self.answer else 0.0
        return verdict(self.mode, score=score, feedback=self.feedback_ids({response}))

    def sheet(self, lang: str, seed: int) -> list[Part]:
        """Circles to fill in."""
        return self.entries("circle", lang, seed)

    def key(self, lang: str, seed: int) -> list[Part]:
        """Every option, right or wrong."""
        return self.key_rows({self.answer} if self.answer else set(), lang, seed)

    def correct_patterns(self) -> list[str]:
        """Return the right option's id."""
        return [self.answer] if self.answer else []

    @classmethod
    def from_call(cls, prompt: Any, options: Any, answer: str | None = None, **fields: Any) -> dict[str, Any]:
        """Return the fields of ``Choice("2 + 2?", ["3", "4"], answer="4")``."""
        full, answers = options_from(options, [] if answer is None else [answer])
        return {"prompt": prompt, "options": full, "answer": next(iter(answers), None), **fields}


ITEM = ChoiceItem
