"""How a quiz is marked and counted (the twin of marking.ts): pure functions of its record.

A record is ``{"values", "records", "sure": {id: …}, "finished", "again", "log"}``; what is missing
is as at first. ``again`` names the questions of a second round; ``log`` tells of every marking.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kholapath_widgets.question.item import Item
from kholapath_widgets.question.judging import (
    FRESH,
    State,
    is_empty,
    is_settled,
    revealed,
    submitted,
)


def shown(items: Sequence[Item], record: State) -> list[Item]:
    """Return the questions of this round: all of them, or those asked again."""
    again = _listed(record, "again")
    return [item for item in items if not again or item.id in again]


def of_one(record: State, item: Item) -> State:
    """Return one question's own record."""
    return {**FRESH, **by_id(record, "records").get(item.id, {})}


def by_id(record: State, name: str) -> State:
    """Return what a record holds by question; nothing where it was spoiled on its way."""
    found = record.get(name)
    return found if isinstance(found, dict) else {}


def _listed(record: State, name: str) -> list[Any]:
    found = record.get(name)
    return found if isinstance(found, list) else []


def after_submit(record: State, item: Item, response: Any) -> State:
    """Return the quiz's record once one response is marked."""
    marked = submitted(item, of_one(record, item), response)
    return _with(record, item, marked, response) if marked else record


def after_reveal(record: State, item: Item) -> State:
    """Return the quiz's record once one answer is shown."""
    opened = revealed(item, of_one(record, item))
    return _with(record, item, opened) if opened else record


def after_finish(record: State, items: Sequence[Item]) -> State:
    """Return the record with every answer marked that was not; what cannot be read is wrong."""
    for item in shown(items, record):
        value, last = by_id(record, "values").get(item.id), of_one(record, item)
        if is_empty(value) or (last["result"] and last["submitted"] == value):
            continue
        marked = submitted(item, last, value)
        if marked and marked["result"]["refused"]:
            wrong = {**marked["result"], "refused": False, "correct": False, "feedback": []}
            marked = {**marked, "attempts": marked["attempts"] + 1, "result": wrong}
        record = _with(record, item, marked) if marked else record
    return {**record, "finished": True}


def _with(record: State, item: Item, own: State, *value: Any) -> State:
    values = {**by_id(record, "values"), **({item.id: value[0]} if value else {})}
    records = {**by_id(record, "records"), item.id: own}
    return _logged({**record, "values": values, "records": records}, item, own)


def _logged(record: State, item: Item, own: State) -> State:
    """Tell of a marking, once for each outcome."""
    result = own["result"]
    if not result or result["refused"]:
        return record
    told = {
        "item": item.id,
        "correct": result["correct"],
        "feedback": result["feedback"],
        "sure": by_id(record, "sure").get(item.id),
    }
    log = _listed(record, "log")
    return record if told in log else {**record, "log": [*log, told]}


def answered(items: Sequence[Item], record: State, mode: str) -> int:
    """Return how many of all the questions are answered: marked or given up; in an exam, written."""
    return sum(_is_answered(record, item, mode) for item in items)


def _is_answered(record: State, item: Item, mode: str) -> bool:
    value = by_id(record, "values").get(item.id)
    return is_settled(of_one(record, item)) or (mode == "exam" and not is_empty(value))


def is_graded(item: Item) -> bool:
    """Tell whether an answer to it can be right."""
    return item.mode != "survey" and (item.sealed or item.right_response() is not None)


def score(items: Sequence[Item], record: State) -> float | None:
    """Return the share of the points, 0 to 1; None where nothing is right or wrong."""
    graded = [(item.points, of_one(record, item)["result"]) for item in items if is_graded(item)]
    most = sum(points for points, _ in graded)
    got = sum(points * result["score"] for points, result in graded if result)
    return got / most if most else None
