"""Ordering: nothing tells the order, and a hand, a finger and a keyboard all move an entry."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kholapath_widgets import ItemError, Ordering
from kholapath_widgets.question.loading import make_item

ENTRIES = [{"id": i, "text": i.upper()} for i in ("c", "a", "b")]


def entry(**fields: Any) -> dict[str, Any]:
    return {"id": "q", "type": "ordering", "prompt": "?", "entries": ENTRIES, **fields}


@pytest.mark.parametrize("answer", [[], ["a", "b"], ["a", "b", "b"], ["a", "b", "z"]])
def test_an_order_that_does_not_name_each_once_is_refused(answer: list[str]) -> None:
    with pytest.raises(ItemError, match="name every entry once") as error:
        make_item(entry(answer=answer))
    assert error.value.field == "answer"


def test_two_entries_with_one_id_are_named() -> None:
    with pytest.raises(ItemError, match="two entries have the id 'a'") as error:
        make_item(entry(entries=[*ENTRIES, ENTRIES[1]]))
    assert error.value.field == "entries.a"


def test_a_sealed_item_does_not_tell_by_the_order_of_its_entries() -> None:
    public = make_item(entry(mode="check")).public_form()
    assert [e["id"] for e in public["entries"]] == ["a", "b", "c"]
    assert "answer" not in public


def test_the_short_form_does_not_tell_by_its_ids() -> None:
    question = Ordering("Old to new:", ["Llama 2", "GPT-4", "DeepSeek-R1"])
    assert question.mark(["e3", "e2", "e1"]).correct is True
    assert json.dumps(question.item["entries"]).index("Llama 2") >= 0


def test_the_key_numbers_the_entries_in_order_and_says_the_rule() -> None:
    rows = make_item(entry()).key("bn", 0)
    assert [(row["label"], row["md"]) for row in rows[:3]] == [("১", "C"), ("২", "A"), ("৩", "B")]
    assert rows[3] == {"verdict": "note", "label": "", "md": "@credit_lcs"}


def test_a_survey_of_an_order_stays_at_home() -> None:
    survey = make_item(entry(mode="survey"))
    assert survey.right_response() is None
    assert survey.exchange("en").kind == "unsupported"
