"""True or false, with the reason if one is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.locale import digits, pick
from kholapath_widgets._shared.strings import strings
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Part, Strict, key_row
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.texts import Rich
from kholapath_widgets.question.types._options import Option, OptionItem, letter, options_from
from kholapath_widgets.question.types._pairs import PairCredit

_VERDICTS = ("true", "false")


class Wrong(Strict):
    """What is said to who takes it for the other."""

    feedback: Rich = Field(description="what it would mean, and the way on")
    misconception: str | None = Field(
        None, description="a short tag that a teacher's summary counts"
    )


class TrueFalseItem(OptionItem):
    """A statement; the response is ``"true"`` or ``"false"``, in a list with the reason's id if there is one."""

    type: Literal["true_false"] = "true_false"
    answer: Annotated[bool, Field(strict=True)] | None = Field(
        None, description="whether the statement is true"
    )
    options: Annotated[list[Option], Field(max_length=10)] = Field(
        [], description="reasons to choose from, if one is asked for"
    )
    because: str | None = Field(None, description="the id of the right reason")
    credit: PairCredit = Field(
        "each_answer", description="each_answer: half for the reason; all: both or nothing"
    )
    wrong: Wrong | None = Field(None, description="said to who takes it for the other")
    interaction: ClassVar[str] = "true-false"

    secret = OptionItem.secret | {"because", "wrong"}

    @model_validator(mode="after")
    def _the_reason_is_an_option(self) -> Self:
        if self.mode != "survey" and self.answer is None:
            raise FieldProblem("answer", "say whether the statement holds, as answer: false")
        if len(self.options) == 1:
            raise FieldProblem("options", "one reason alone is no choice; give several, or none")
        if any(o.id in _VERDICTS for o in self.options):
            raise FieldProblem("options", "a reason's id cannot be true or false")
        if self.because is not None and all(o.id != self.because for o in self.options):
            raise FieldProblem("because", f"{self.because!r} names no reason among the options")
        if self.options:
            if self.mode != "survey" and self.because is None:
                raise FieldProblem("because", "name the right reason by its id")
            self.check_options([self.because] if self.because else [])
        return self

    def mark(self, response: Any) -> Result:
        """Mark the verdict, and the reason where one is asked for."""
        given = [response] if isinstance(response, str) else response
        known = {*_VERDICTS, *(o.id for o in self.options)}
        if not isinstance(given, list) or not all(
            isinstance(one, str) and one in known for one in given
        ):
            return refuse()
        said = [one for one in given if one in _VERDICTS]
        reasons = [one for one in given if one not in _VERDICTS]
        if not given or len(said) > 1 or len(reasons) > 1:
            return refuse()
        if not said or len(reasons) < min(1, len(self.options)):
            return refuse("@half")
        return self._judged(said[0], reasons)

    def _judged(self, said: str, reasons: list[str]) -> Result:
        hits = [said == self._right, *(reason == self.because for reason in reasons)]
        score = float(all(hits)) if self.credit == "all" else sum(hits) / len(hits)
        wrong = ("wrong.feedback",) if self.wrong and self._right and not hits[0] else ()
        return verdict(self.mode, score=score, feedback=(*wrong, *self.feedback_ids(set(reasons))))

    @property
    def _right(self) -> str | None:
        return None if self.answer is None else _VERDICTS[not self.answer]

    def sheet(self, lang: str, seed: int) -> list[Part]:
        """Two circles, and under them the reasons."""
        say = strings(Path(__file__).parent, lang)
        verdicts = [{"label": letter(i, lang), "md": say[word]} for i, word in enumerate(_VERDICTS)]
        reasons = [
            {"label": digits(str(i), lang), "md": pick(o.text, lang)}
            for i, o in enumerate(self.ordered(seed), 1)
        ]
        return [
            {"part": "options", "mark": "circle", "entries": verdicts},
            *([{"part": "text", "md": "@because"}] if reasons else []),
            *([{"part": "options", "mark": "circle", "entries": reasons}] if reasons else []),
        ]

    def key(self, lang: str, seed: int) -> list[Part]:
        """The verdict, and every reason, right or wrong."""
        if self.mode == "survey" or self._right is None:
            return []
        at = _VERDICTS.index(self._right)
        remark = pick(self.wrong.feedback, lang) if self.wrong else ""
        verdicts = [
            key_row("right", f"@{self._right}", label=letter(at, lang)),
            key_row(
                "wrong",
                f"@{_VERDICTS[1 - at]}",
                label=letter(1 - at, lang),
                remark=remark,
                misconception=self.wrong.misconception if self.wrong else None,
            ),
        ]
        reasons = self.key_rows({self.because} if self.because else set(), lang, seed)
        return [
            *verdicts,
            *({**row, "label": digits(str(i), lang)} for i, row in enumerate(reasons, 1)),
        ]

    def right_response(self) -> str | list[str] | None:
        """Return the verdict, with the right reason where one is asked for."""
        if self._right is None:
            return None
        return [self._right, self.because] if self.because else self._right

    def correct_patterns(self) -> list[str]:
        """Return the verdict, and the reason joined to it."""
        return ["[,]".join(filter(None, (self._right, self.because)))] if self._right else []

    def xapi_components(self) -> dict[str, Any]:
        """Return nothing, or with reasons a choice of two: xAPI's true-false holds no reason."""
        if not self.options:
            return {}
        verdicts = [{"id": v, "description": {"en": v}} for v in _VERDICTS]
        reasons = super().xapi_components()["choices"]
        return {"interactionType": "choice", "choices": [*verdicts, *reasons]}

    def exchange(self, lang: str) -> x.Interaction:
        """Return a choice of two; the reasons stay behind."""
        say = strings(Path(__file__).parent, lang)
        wrong = self.wrong if self.mode != "survey" else None
        right = None if self.mode == "survey" else self._right
        options = tuple(
            x.Option(
                id=v,
                text=say[v],
                fraction=float(v == right),
                feedback=x.html(wrong.feedback, lang) if wrong and v != right else "",
                misconception=(wrong.misconception or "") if wrong and v != right else "",
            )
            for v in _VERDICTS
        )
        left_out = ("its reasons are",) if self.options else ()
        return x.ChoiceInteraction(options=options, shuffle=False, left_out=left_out)

    @classmethod
    def from_exchange(cls, interaction: x.Interaction) -> x.Taken | None:
        """Take a choice of true and false."""
        if not isinstance(interaction, x.ChoiceInteraction) or interaction.many:
            return None
        by_id = {o.id: o for o in interaction.options}
        right = [o.id for o in interaction.options if o.fraction > 0]
        if set(by_id) != set(_VERDICTS) or len(right) != 1:
            return None
        other = by_id[_VERDICTS[right[0] == "true"]]
        tag = {"misconception": other.misconception} if other.misconception else {}
        wrong = {"wrong": {"feedback": other.feedback, **tag}} if other.feedback else {}
        return x.Taken({"answer": right[0] == "true", **wrong})

    @classmethod
    def from_call(
        cls,
        prompt: Any,
        answer: Any = None,
        options: Any = (),
        because: str | None = None,
        **fields: Any,
    ) -> dict[str, Any]:
        """A statement that is true or false, with the reason if you ask for one.

        Parameters
        ----------
        prompt
            The statement, in Markdown with ``$math$``; or a text by language.
        answer
            Whether it is true.
        options, because
            Reasons to choose from, as for `Choice`, and the right one by its text or id.
        **fields
            Any field of an item; here also ``wrong`` (``{"feedback": …}``) and ``credit``
            (``"each_answer"``: half for the reason; ``"all"``: both or nothing).

        Examples
        --------
        >>> TrueFalse("Open weights come with their training data.", False)
        """
        full, reason = options_from(options, because)
        found = {"prompt": prompt, "answer": answer, "options": full, "because": reason, **fields}
        return {name: value for name, value in found.items() if value is not None}


ITEM = TrueFalseItem
