"""A free text: what compares with what, and what a statement says of it."""

from __future__ import annotations

from typing import Any

import pytest

from kholapath_widgets import ItemError, Open
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.xapi import answered

RUBRIC = [{"id": "gain", "text": "who gains"}, {"id": "risk", "text": "a risk"}]


def entry(**fields: Any) -> dict[str, Any]:
    return {"id": "why", "type": "open", "prompt": "?", "answer": {"rubric": RUBRIC}, **fields}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"mode": "check"}, "mode"),
        ({"attempts": 1}, "attempts"),
        ({"answer": None}, "answer"),
        ({"answer": {}}, "answer"),
        ({"answer": {"rubric": [RUBRIC[0], RUBRIC[0]]}}, "answer.rubric.gain"),
        ({"answer": {"rubric": [{"id": "gain", "text": ""}]}}, "answer.rubric.gain.text"),
        ({"lines": 0}, "lines"),
    ],
)
def test_what_is_wrong_with_it_is_said_by_field(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(ItemError) as error:
        make_item(entry(**fields))
    assert error.value.field == field


def test_a_statement_says_the_text_and_leaves_the_ticks_out() -> None:
    found = answered(
        make_item(entry()),
        {"text": "Whoever runs it", "met": ["gain"]},
        account={"homePage": "https://example.org", "name": "7f3a"},
        lesson="https://example.org/03",
        timestamp="2026-11-24T15:00:00Z",
    )
    assert found["result"] == {"response": "Whoever runs it", "completion": True}


def test_the_short_form_takes_texts_for_a_rubric_and_nothing_for_a_survey() -> None:
    item = Open("Why?", "Because.", {"who gains": 1, "a risk": 2}).item
    assert [c["points"] for c in item["answer"]["rubric"]] == [1, 2]
    assert Open("And you?").item["mode"] == "survey"
