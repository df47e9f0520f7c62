"""Where a lesson's questions keep their answers: the learner's store, and the kernel beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

from kholapath.errors import StoreError
from kholapath.progress import OFF, Answer, Progress, activity, now
from kholapath_widgets.question.item import Item
from kholapath_widgets.question.result import Result

State = dict[str, Any]


class LessonAnswers:
    """The answers of one lesson, as a question's store.

    They are always kept in the kernel; a learner's store that fails costs nothing but the
    persistence, and `failed` is told why.

    Parameters
    ----------
    lesson
        The lesson's slug.
    failed
        Called with the reason when the store cannot be used.
    """

    def __init__(self, lesson: str, failed: Callable[[str], None]) -> None:
        self._lesson, self._failed = lesson, failed
        self._answers: dict[str, Answer] = {}
        off = os.environ.get("KHOLAPATH_PROGRESS") == OFF
        self._progress = None if off else Progress()
        if self._progress:
            try:
                self._progress.token()  # shows at once whether anything can be kept
                self._answers = {a.item: a for a in self._progress.answers(lesson)}
            except StoreError as error:
                self._fail(error)

    def load(self, item_id: str) -> State | None:
        """Return an item's state as last kept, by this notebook or by another."""
        if self._progress:
            with suppress(StoreError):  # what this notebook knows is good enough
                kept = self._progress.load(self._lesson, item_id)
                if kept:
                    self._answers[item_id] = kept
        known = self._answers.get(item_id)
        return {"value": known.value, "record": known.record} if known else None

    def save(self, item: Any, state: State) -> None:
        """Keep the state of an item or a card, and say in a statement what was done with it."""
        before = self._answers.get(item.id)
        answer = Answer(self._lesson, item.id, state["value"], state["record"], now())
        tries = before.record.get("attempts", 0) if before else 0
        answered = answer.record.get("attempts", 0) > tries
        self.put([answer], self._statements(item, answer, state.get("outcome"), answered=answered))

    def put(self, answers: list[Answer], told: Iterable[dict[str, Any]] = ()) -> None:
        """Keep answers, and the statements that tell of them."""
        self._answers |= {answer.item: answer for answer in answers}
        if not self._progress:
            return
        try:
            self._progress.save_all(answers, list(told))
        except StoreError as error:
            self._fail(error)

    def all(self) -> list[Answer]:
        """Return every answer there is."""
        return list(self._answers.values())

    def _statements(
        self, item: Any, answer: Answer, outcome: dict[str, Any] | None, *, answered: bool
    ) -> Iterator[dict[str, Any]]:
        from kholapath_widgets.question import xapi

        if not (answered or outcome):
            return
        context: dict[str, Any] = {
            "account": {"homePage": "urn:kholapath:learner", "name": self._token()},
            "lesson": activity(self._lesson),
            "timestamp": answer.updated,
        }
        if answered:
            response, result = answer.record.get("submitted"), _found(item, answer)
            yield xapi.answered(item, response, result=result, **context)
        if outcome:
            yield xapi.completed(item.id, item.title, **outcome, **context)

    def _token(self) -> str:
        return self._progress.token() if self._progress else ""

    def _fail(self, error: StoreError) -> None:
        self._progress = None
        self._failed(str(error))


def _found(item: Item, answer: Answer) -> Result | None:
    """Return what the kernel found, told as it was: a program is not run again to be marked."""
    kept = answer.record.get("result") if item.sealed else None
    return Result.from_json(kept) if kept else None
