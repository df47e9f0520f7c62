"""One answer out of several."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import Part
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.types._options import OptionItem, options_from, options_taken


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

    def right_response(self) -> str | None:
        """Return the right option's id."""
        return self.answer

    def correct_patterns(self) -> list[str]:
        """Return the right option's id."""
        return [self.answer] if self.answer else []

    def exchange(self, lang: str) -> x.Interaction:
        """Return the options, one of them right."""
        right = {self.answer: 1.0} if self.answer and self.mode != "survey" else {}
        return x.ChoiceInteraction(options=self.exchanged(lang, right), shuffle=self.shuffle)

    @classmethod
    def from_exchange(cls, interaction: x.Interaction) -> x.Taken | None:
        """Take a choice of one, with one option that is right."""
        if not isinstance(interaction, x.ChoiceInteraction) or interaction.many:
            return None
        right = [o.id for o in interaction.options if o.fraction == 1]
        if len(right) != 1:
            return None
        partly = any(o.fraction not in (0, 1) for o in interaction.options)
        lost = ("the credit for partly right options is",) if partly else ()
        return x.Taken({**options_taken(interaction), "answer": right[0]}, lost)

    @classmethod
    def from_call(
        cls, prompt: Any, options: Any = None, answer: str | None = None, **fields: Any
    ) -> dict[str, Any]:
        """One right answer out of several.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        options
            The answers to choose from: a list of texts, or a map from each to the words said
            when it is chosen (None for no words); or a list of options in full, as in YAML.
            Left out if the prompt ends in a task list whose ticked line is right (``- [x] 4``).
        answer
            The right option, by its text or its id.
        **fields
            Any field of an item: ``hints``, ``explanation``, ``mode`` …

        Examples
        --------
        >>> Choice("2 + 2?", {"3": "That is 2 + 1.", "4": None}, answer="4")
        """
        full, answers = options_from(options, answer)
        return {"prompt": prompt, "options": full, "answer": answers, **fields}


ITEM = ChoiceItem
