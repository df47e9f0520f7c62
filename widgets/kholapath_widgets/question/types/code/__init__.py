"""A program to write: checks run on it in the kernel; hints, then the solution after a try."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.graphemes import SPACE
from kholapath_widgets._shared.locale import pick
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, ItemId, Part, Strict, key_row
from kholapath_widgets.question.result import Judged, Result, refuse, verdict
from kholapath_widgets.question.texts import Plain, Rich

from .running import Outcome, run

_BLANK = "____"
_LONGEST = 20_000


class Check(Strict):
    """One thing that the program must do."""

    id: ItemId
    text: Rich = Field(description="what is checked, shown with its outcome")
    test: str = Field(
        description="a Python expression on what the program left (and on output, code): true, "
        "or {correct, message, type} with type success, warning or error"
    )
    feedback: Rich | None = Field(None, description="the way on, where the check fails")
    misconception: str | None = Field(
        None, description="a short tag that a teacher's summary counts"
    )


class CodeAnswer(Strict):
    """A program that is right, and how that is known."""

    solution: str = Field(min_length=1, description="shown after a try")
    checks: list[Check] = Field(min_length=1, max_length=12, description="all must be passed")


class CodeItem(Item):
    """A program in Python; the response is its text."""

    type: Literal["code"] = "code"
    mode: Literal["check", "survey"] = Field(
        "check", description="check: run and checked in the kernel; survey: only kept"
    )
    starter: Plain | None = Field(None, description="what stands there first; ____ is a blank")
    setup: str = Field("", description="runs before the program and is shown above it")
    answer: CodeAnswer | None = Field(None, description="left out in a survey alone")
    seconds: float = Field(10, gt=0, le=60, description="the longest that a program may run")
    interaction: ClassVar[str] = "other"

    @model_validator(mode="after")
    def _it_can_be_run(self) -> Self:
        if self.mode != "survey" and self.answer is None:
            raise FieldProblem("answer", "a program needs answer: {solution: …, checks: […]}")
        _compiles("setup", self.setup, "exec")
        if self.answer is None:
            return self
        _compiles("answer.solution", self.answer.solution, "exec")
        ids = [check.id for check in self.answer.checks]
        for check in self.answer.checks:
            if ids.count(check.id) > 1:
                problem = f"two checks have the id {check.id!r}; give each its own"
                raise FieldProblem(f"answer.checks.{check.id}", problem)
            _compiles(f"answer.checks.{check.id}.test", check.test, "eval")
        return self

    def mark(self, response: Any) -> Result:
        """Take a program as far as a browser can: whether there is one to run."""
        if not isinstance(response, str) or not _squeezed(response):
            return refuse()
        if len(response) > _LONGEST:
            return refuse("@too_long")
        if _squeezed(response) in map(_squeezed, (self.starter or {}).values()):
            return refuse("@unchanged")
        if _BLANK in response:
            return refuse("@blanks")
        return Result()

    def judge(self, response: Any) -> Judged:
        """Run the program and check it; one that stops with an error costs no try."""
        result = self.mark(response)
        if result.refused or self.answer is None or self.mode == "survey":
            return Judged(result)
        tests = [check.test for check in self.answer.checks]
        outcome = run(self.setup, response, tests, self.seconds)
        extra = {"output": outcome.output, "error": outcome.error, "checks": self._told(outcome)}
        if outcome.error:
            return Judged(refuse("@stopped"), extra=extra)
        passed = [found["correct"] for found in outcome.checks]
        first = next((i for i, right in enumerate(passed) if not right), None)
        said = () if first is None else self._said(first, outcome)
        result = verdict("check", score=sum(passed) / len(passed), feedback=said)
        return Judged(result, self._own_words(first, outcome), extra)

    def _said(self, index: int, outcome: Outcome) -> tuple[str, ...]:
        """The way on from the first check that failed, unless it brings words of its own."""
        check = self.answer.checks[index] if self.answer else None
        own = outcome.checks[index]["message"] is not None
        return (
            (f"answer.checks.{check.id}.feedback",) if check and check.feedback and not own else ()
        )

    def _own_words(self, first: int | None, outcome: Outcome) -> tuple[dict[str, str], ...]:
        """What checks say themselves: the first that failed, and those that passed with a remark."""
        from kholapath_widgets._shared.markdown import to_html

        said = [
            found["message"]
            for i, found in enumerate(outcome.checks)
            if found["message"] and (found["correct"] or i == first)
        ]
        by_language = [m if isinstance(m, dict) else dict.fromkeys(self.langs, m) for m in said]
        return tuple(
            {str(lang): to_html(str(words), inline=True) for lang, words in texts.items()}
            for texts in by_language
        )

    def _told(self, outcome: Outcome) -> list[dict[str, Any]]:
        """The checks as the browser shows them: none is in the page while the key is sealed."""
        texts = [check["text"] for check in self.view_form()["answer"]["checks"]]
        return [
            {"correct": found["correct"], "type": found["type"], "text": text}
            for found, text in zip(outcome.checks, texts, strict=False)
        ]

    def sheet(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The code that is there, and room to write."""
        starter = pick(self.starter, lang) if self.starter else ""
        shown = [source.strip("\n") for source in (self.setup, starter) if source.strip()]
        room = self.answer.solution.count("\n") + 2 if self.answer else 6
        return [
            *({"part": "code", "language": "python", "source": source} for source in shown),
            {"part": "lines", "count": min(24, max(3, room))},
        ]

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The solution, and what is checked."""
        if self.answer is None or self.mode == "survey":
            return []
        md = f"```python\n{self.answer.solution.rstrip()}\n```"
        checks = [key_row("note", pick(check.text, lang)) for check in self.answer.checks]
        return [key_row("right", md), *checks]

    def exchange(self, lang: str) -> x.Interaction:
        """Return an essay with the solution to compare with."""
        from html import escape

        shown = [self.setup, pick(self.starter, lang) if self.starter else ""]
        left = ("the code that it starts from is",) if any(shown) else ()
        if self.answer is None:
            return x.ExtendedText(left_out=left)
        solution = self.answer.solution
        return x.ExtendedText(
            lines=solution.count("\n") + 2,
            model=f"<pre><code>{escape(solution)}</code></pre>",
            left_out=("its checks are", *left),
        )

    @classmethod
    def from_call(
        cls, prompt: Any, solution: str, checks: Any, *, starter: Any = None, **fields: Any
    ) -> dict[str, Any]:
        """A program in Python to write; it runs, and is checked, in the kernel.

        Parameters
        ----------
        prompt
            What it shall do, in Markdown with ``$math$``; or a text by language.
        solution
            A program that is right.
        checks
            A map from what is checked to a Python expression that is true if it is so (or gives
            ``{"correct", "message", "type"}``); or checks in full.
        starter
            The code to start from; ``____`` is a blank to fill.
        **fields
            Any field of an item; here also ``setup`` (runs first) and ``seconds`` (the longest
            that a program may run).

        Examples
        --------
        >>> Code("Sum 1 to 10 as `total`.", "total = 55", {"`total` is right": "total == 55"})
        """
        if isinstance(checks, dict):
            checks = [
                {"id": f"c{i}", "text": text, "test": test}
                for i, (text, test) in enumerate(checks.items(), 1)
            ]
        answer = {"solution": solution, "checks": checks}
        return {"prompt": prompt, "answer": answer, "starter": starter, **fields}


def _squeezed(text: str) -> str:
    return re.sub(f"{SPACE}+", "", text)


def _compiles(field: str, source: str, mode: str) -> None:
    try:
        compile(source, field, mode)
    except (SyntaxError, ValueError) as error:
        line = f" in line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        reason = error.msg if isinstance(error, SyntaxError) else error
        raise FieldProblem(field, f"this is no Python{line}: {reason}") from None


ITEM = CodeItem
