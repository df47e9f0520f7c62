"""An answer as an xAPI statement."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kholapath_widgets.question.item import Item
from kholapath_widgets.question.loading import load_items
from kholapath_widgets.question.types import FOLDER
from kholapath_widgets.question.xapi import answered

INTERACTIONS = {"choice", "numeric", "fill-in", "other"}


def example(kind: str) -> Item:
    return next(iter(load_items(FOLDER / kind / "example.yaml").values()))


def statement(kind: str, response: Any) -> dict[str, Any]:
    account = {"homePage": "https://example.org/learners", "name": "7f3a"}
    found = answered(
        example(kind),
        response,
        account=account,
        lesson="https://example.org/lessons/03",
        timestamp="2026-11-24T15:00:00Z",
    )
    return dict(json.loads(json.dumps(found)))


def test_it_says_that_somebody_without_a_name_answered() -> None:
    found = statement("choice", "parameters")
    assert found["actor"] == {
        "objectType": "Agent",
        "account": {"homePage": "https://example.org/learners", "name": "7f3a"},
    }
    assert found["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered"
    assert found["object"]["id"] == "https://example.org/lessons/03#what-open-weights-promise"


@pytest.mark.parametrize(
    ("kind", "response", "written", "patterns"),
    [
        ("choice", "data", "data", ["parameters"]),
        ("choices", ["code", "data"], "code[,]data", ["parameters[,]code[,]about-data"]),
        ("numeric", "৫.৫৮", "5.58", ["5.476[:]5.676"]),
        (
            "text",
            "Apache",
            "Apache",
            ["MIT", "MIT License", "MIT licence", "এমআইটি", "এমআইটি লাইসেন্স"],
        ),
        ("predict", 12.5, "12.5", None),
    ],
)
def test_it_says_what_was_answered_and_what_is_right(
    kind: str, response: Any, written: str, patterns: list[str] | None
) -> None:
    found = statement(kind, response)
    assert found["result"]["response"] == written
    assert found["object"]["definition"].get("correctResponsesPattern") == patterns
    assert found["object"]["definition"]["interactionType"] in INTERACTIONS


def test_the_score_is_scaled() -> None:
    found = statement("choices", ["parameters", "code"])["result"]
    assert found["success"] is False
    assert found["score"] == {"scaled": 2 / 3}


def test_a_guess_has_no_score() -> None:
    assert not {"success", "score"} & set(statement("predict", 12.5)["result"])
