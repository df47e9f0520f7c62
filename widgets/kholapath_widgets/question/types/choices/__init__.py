"""Several answers out of several."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.locale import digits
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Part, key_row
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.types._credit import Credit, credited
from kholapath_widgets.question.types._options import OptionItem, options_from, options_taken

_SAME = 1e-4  # other systems keep a share as a percentage of few digits


class ChoicesItem(OptionItem):
    """Any number of right options; the response is the list of their ids."""

    type: Literal["choices"] = "choices"
    answer: list[str] = Field([], description="the ids of the right options")
    credit: Credit = Field(
        "net_correct", description="how a partly right answer counts, by PrairieLearn's names"
    )
    choose: int | None = Field(None, ge=1, description="tells the learner how many to choose")
    interaction: ClassVar[str] = "choice"

    @model_validator(mode="after")
    def _the_answers_are_options(self) -> Self:
        self.check_options(self.answer)
        if len(set(self.answer)) < len(self.answer):
            raise FieldProblem("answer", "an option is named twice")
        if self.choose is not None and self.choose > len(self.options):
            raise FieldProblem("choose", f"there are only {len(self.options)} options")
        return self

    def mark(self, response: Any) -> Result:
        """Mark the ids of the chosen options by the item's credit rule."""
        ids = {o.id for o in self.options}
        if not isinstance(response, list) or not all(
            isinstance(r, str) and r in ids for r in response
        ):
            return refuse()
        chosen = set(response)
        if not chosen:
            return refuse()
        score = credited(self.credit, chosen, set(self.answer), len(ids))
        return verdict(self.mode, score=score, feedback=self.feedback_ids(chosen))

    def sheet(self, lang: str, seed: int) -> list[Part]:
        """Boxes to tick."""
        return self.entries("box", lang, seed)

    def key(self, lang: str, seed: int) -> list[Part]:
        """Every option, right or wrong, and how a partly right answer counts."""
        rows = self.key_rows(set(self.answer), lang, seed)
        return [*rows, key_row("note", f"@credit_{self.credit}")] if rows else []

    def sheet_label(self, say: dict[str, str], lang: str) -> str:
        """Say how many to choose, if that is told."""
        n = digits(str(self.choose), lang)
        return say["choose"].format(n=n) if self.choose else super().sheet_label(say, lang)

    def right_response(self) -> list[str] | None:
        """Return the right options' ids."""
        return self.answer or None

    def correct_patterns(self) -> list[str]:
        """Return the right ids, joined as xAPI joins them."""
        return ["[,]".join(self.answer)] if self.answer else []

    def exchange(self, lang: str) -> x.Interaction:
        """Return the options, each right one worth its share, each wrong one taking as much away."""
        answers = [] if self.mode == "survey" else self.answer
        share = 1 / len(answers) if answers else 0.0
        fractions = {o.id: share if o.id in answers else -share for o in self.options}
        return x.ChoiceInteraction(
            options=self.exchanged(lang, fractions),
            many=True,
            shuffle=self.shuffle,
            credit=self.credit,
            choose=self.choose,
        )

    @classmethod
    def from_exchange(cls, interaction: x.Interaction) -> x.Taken | None:
        """Take a choice of many, with some option that is right."""
        if not isinstance(interaction, x.ChoiceInteraction) or not interaction.many:
            return None
        answer = [o.id for o in interaction.options if o.fraction > 0]
        if not answer:
            return None
        share = 1 / len(answer)
        as_ours = all(
            abs(o.fraction - (share if o.id in answer else -share)) < _SAME
            for o in interaction.options
        )
        lost = () if as_ours else ("the weights of its options are",)
        return x.Taken({**options_taken(interaction), "answer": answer}, lost)

    @classmethod
    def from_call(
        cls, prompt: Any, options: Any = None, answer: Any = (), **fields: Any
    ) -> dict[str, Any]:
        """Several right answers out of several.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        options
            The answers to choose from, as for `Choice`.
        answer
            The right options, by their texts or their ids.
        **fields
            Any field of an item; here also ``credit`` (``"all"``, ``"net_correct"``,
            ``"coverage"``, ``"each_answer"``) and ``choose`` (how many to choose).

        Examples
        --------
        >>> Choices("Which are prime?", ["2", "3", "4"], answer=["2", "3"], credit="all")
        """
        full, answers = options_from(options, answer)
        return {"prompt": prompt, "options": full, "answer": answers, **fields}


ITEM = ChoicesItem
