"""An answer as an xAPI statement: kept on the learner's device, without a name.

The words are those of the Experience API 1.0.3 (https://github.com/adlnet/xAPI-Spec).
"""

from __future__ import annotations

import json
from typing import Any

from .item import Item
from .result import Result

_ANSWERED = "http://adlnet.gov/expapi/verbs/answered"
_COMPLETED = "http://adlnet.gov/expapi/verbs/completed"
_ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"
_INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"


def answered(  # noqa: PLR0913 - a statement has so many parts
    item: Item,
    response: Any,
    *,
    account: dict[str, str],
    lesson: str,
    timestamp: str,
    result: Result | None = None,
) -> dict[str, Any]:
    """Return the statement that somebody answered `item`.

    Parameters
    ----------
    item, response
        What was asked and what was answered.
    account
        ``{"homePage", "name"}``: an IRI, and any token that says nothing of the person.
    lesson
        The IRI of the lesson; the item's id is put after it.
    timestamp
        When, in ISO 8601.
    result
        What came of it, where it was marked already; else it is marked here.
    """
    return {
        "actor": _actor(account),
        "verb": {"id": _ANSWERED, "display": {"en": "answered", "bn": "উত্তর দিয়েছেন"}},
        "object": _activity(lesson, item.id, _definition(item)),
        "result": _result(item, response, result or item.mark(response)),
        "timestamp": timestamp,
    }


def completed(  # noqa: PLR0913 - a statement has so many parts
    name: str,
    title: dict[str, str],
    *,
    account: dict[str, str],
    lesson: str,
    timestamp: str,
    score: float | None,
    passed: bool | None,
) -> dict[str, Any]:
    """Return the statement that somebody finished several questions as one, as a quiz.

    Parameters
    ----------
    name, title
        Its id, and what it is called by language.
    account, lesson, timestamp
        As in `answered`.
    score, passed
        The share of the points, 0 to 1, and whether it is enough; None where nothing is right,
        or nothing has to be passed.
    """
    result: dict[str, Any] = {"completion": True}
    if score is not None:
        result["score"] = {"scaled": score}
    if passed is not None:
        result["success"] = passed
    return {
        "actor": _actor(account),
        "verb": {"id": _COMPLETED, "display": {"en": "completed", "bn": "শেষ করেছেন"}},
        "object": _activity(lesson, name, {"type": _ASSESSMENT, "name": dict(title)}),
        "result": result,
        "timestamp": timestamp,
    }


def _actor(account: dict[str, str]) -> dict[str, Any]:
    return {"objectType": "Agent", "account": dict(account)}


def _activity(lesson: str, name: str, definition: dict[str, Any]) -> dict[str, Any]:
    return {"objectType": "Activity", "id": f"{lesson}#{name}", "definition": definition}


def _definition(item: Item) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": _INTERACTION,
        "description": dict(item.prompt),
        "interactionType": item.interaction,
    }
    patterns = [] if item.mode == "survey" else item.correct_patterns()
    if patterns:
        found["correctResponsesPattern"] = patterns
    return found | item.xapi_components()


def _result(item: Item, response: Any, result: Result) -> dict[str, Any]:
    written = item.xapi_response(response)
    found: dict[str, Any] = {
        "response": _written(response, result) if written is None else written,
        "completion": not result.refused,
    }
    if result.correct is not None:
        found |= {"success": result.correct, "score": {"scaled": result.score}}
    return found


def _written(response: Any, result: Result) -> str:
    """Write the response as xAPI does: a number as read, ids joined by ``[,]``, pairs by ``[.]``."""
    if result.read is not None:
        return result.read
    if isinstance(response, list):
        return "[,]".join(map(str, response))
    if isinstance(response, dict):
        return "[,]".join(f"{one}[.]{other}" for one, other in response.items())
    return response if isinstance(response, str) else json.dumps(response)
