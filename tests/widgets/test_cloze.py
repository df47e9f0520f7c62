"""Gaps: each can be filled, in every language, and comes back from where it was sent."""

from __future__ import annotations

from typing import Any

import pytest

from kholapath_widgets import Cloze, ItemError
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.printing import print_form

OPTIONS = [{"id": "open", "text": "open"}, {"id": "closed", "text": "closed"}]
BANK = [{"id": "x", "text": "X"}, {"id": "y", "text": "Y"}]


def entry(**fields: Any) -> dict[str, Any]:
    base = {"id": "q", "type": "cloze", "prompt": "?", "text": "[[a]] and [[b]]"}
    return {**base, "answer": {"a": "MIT", "b": ["two", "2"]}, **fields}


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"text": "no gap"}, "text", "no gap"),
        ({"text": {"en": "[[a]] [[b]]", "bn": "[[a]]"}}, "text.bn", "another language"),
        ({"text": "[[a|MIT]] [[b]]"}, "text.en", r"write \[\[a\]\] here"),
        ({"answer": {"a": "MIT"}}, "answer", r"what fills \[\[b\]\]"),
        ({"answer": {"a": "MIT", "b": "x", "c": "y"}}, "answer.c", "not in the text"),
        ({"answer": {"a": "MIT", "b": []}}, "answer.b", "letter or a digit"),
        ({"answer": {"a": "MIT", "b": ["?!"]}}, "answer.b", "letter or a digit"),
        ({"gaps": [{"id": "a", "options": OPTIONS}]}, "answer.a", "none of the choices"),
        ({"gaps": [{"id": "a", "options": OPTIONS[:1]}]}, "gaps.a.options", "one alone"),
        ({"gaps": [{"id": "z"}]}, "gaps.z", "not in the text"),
        ({"bank": BANK}, "answer.a", "none of the choices: x, y"),
        ({"bank": [BANK[0], BANK[0]], "answer": {"a": "x", "b": "x"}}, "bank", "the id 'x'"),
    ],
)
def test_a_gap_that_cannot_be_filled_is_named(
    fields: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(ItemError, match=words) as error:
        make_item(entry(**fields))
    assert error.value.field == field


def test_the_short_form_takes_what_fills_a_gap_from_the_gap() -> None:
    typed = Cloze("Fill in.", "R1 came out under the [[MIT/MIT License]] licence.")
    assert typed.mark({"g1": "mit license"}).correct is True
    banked = Cloze("Fill in.", "[[Meta]] made Llama.", bank=["OpenAI", "Google"])
    assert [w["text"]["en"] for w in banked.item["bank"]] == ["Google", "Meta", "OpenAI"]
    assert banked.mark({"g1": "w2"}).correct is True


def test_on_paper_gaps_are_numbered_lines_with_what_there_is_to_choose() -> None:
    item = make_item(
        entry(gaps=[{"id": "b", "options": OPTIONS}], answer={"a": "MIT", "b": "open"})
    )
    form = print_form(item, lang="en", number=1, seed=1)
    (text,) = (part["md"].replace("\\_", "_") for part in form["sheet"]["parts"])
    assert text.startswith("(1) __________ and (2) __________ (")
    assert {"open", "closed"} <= set(text.split("(")[-1].strip(")").split(" / "))
    banked = make_item(entry(bank=BANK, answer={"a": "x", "b": "y"}))
    bank, _ = print_form(banked, lang="en", number=1, seed=1)["sheet"]["parts"]
    assert bank["md"].startswith("Words to choose from: ")


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"gaps": [{"id": "a", "options": OPTIONS}], "answer": {"a": "open", "b": ["two"]}},
        {"bank": BANK, "reuse": True, "answer": {"a": "x", "b": "x"}},
    ],
    ids=["typed", "select", "bank"],
)
def test_what_a_learning_system_holds_comes_back(fields: dict[str, Any]) -> None:
    item = make_item(entry(**fields))
    taken = type(item).from_exchange(item.exchange("en"))
    assert taken is not None
    again = make_item({"id": "q", "type": "cloze", "prompt": "?", **taken.fields})
    assert again.right_response() == item.right_response()
    assert again.mark({"a": "open", "b": "2"}) == item.mark({"a": "open", "b": "2"})
