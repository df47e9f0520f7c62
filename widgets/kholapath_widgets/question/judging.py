"""What marking makes of a question's record: pure, so that a question and a quiz do the same."""

from __future__ import annotations

from typing import Any

from .item import Item
from .result import Result

State = dict[str, Any]

FRESH: State = {
    "attempts": 0,
    "hints": 0,
    "revealed": False,
    "skipped": False,
    "submitted": None,
    "result": None,
    "messages": [],
    "extra": None,
}


def submitted(item: Item, record: State, response: Any) -> State | None:
    """Return the record once `response` is marked; None where no further try is allowed."""
    record = {**FRESH, **record}
    if record["revealed"] or tries_are_over(item, record):
        return None  # a browser that asks again gets no further try
    judged = item.judge(response)
    tries = record["attempts"] + (0 if judged.result.refused else 1)
    return {
        **record,
        "attempts": tries,
        "skipped": False,
        "submitted": response,
        "result": judged.result.to_json(),
        "messages": [*_messages(item, judged.result, tries), *judged.messages],
        "extra": judged.extra,
    }


def revealed(item: Item, record: State) -> State | None:
    """Return the record once the answer is shown; None before a try was made or given up."""
    record = {**FRESH, **record}
    tried = record["attempts"] >= item.reveal_after
    if tried or record["skipped"] or tries_are_over(item, record):
        return {**record, "revealed": True, "messages": []}  # the item has them now
    return None


def tries_are_over(item: Item, record: State) -> bool:
    """Tell whether every try that the item allows was used."""
    return item.attempts is not None and record["attempts"] >= item.attempts


def _messages(item: Item, result: Result, tries: int) -> list[dict[str, str]]:
    """The words for this outcome, since the browser has none of the key."""
    form = item.view_form()
    found = [look_up(form, path) for path in result.feedback if not path.startswith("@")]
    done = result.correct is not False or tries >= (item.attempts or tries + 1)
    if done and not result.refused and "explanation" in form:
        found.append(form["explanation"])
    return [text for text in found if text]


def look_up(form: Any, path: str) -> Any:
    """Follow a feedback path (``options.b.feedback``) through an item: lists by their entries' id."""
    for step in path.split("."):
        if isinstance(form, list):
            form = next((entry for entry in form if entry.get("id") == step), None)
        else:
            form = form.get(step) if isinstance(form, dict) else None
    return form


def is_settled(record: State) -> bool:
    """Tell whether a question was marked, shown or given up."""
    record = {**FRESH, **record}
    return bool(record["attempts"] or record["revealed"] or record["skipped"])


def is_empty(value: Any) -> bool:
    """Tell whether nothing was given yet: a list or a map of nothings is nothing too."""
    if isinstance(value, dict):
        return all(map(is_empty, value.values()))
    return value is None or value == "" or (isinstance(value, list) and all(map(is_empty, value)))
