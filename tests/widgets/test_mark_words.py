"""Words in a running text: the same ones in either language, or the author is told."""

from __future__ import annotations

from typing import Any

import pytest

from kholapath_widgets import ItemError, MarkWords
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.printing import print_form

TEXT = {"en": "[[a|One]] and [[b|two & more]].", "bn": "[[b|দুই]], [[a|এক]]।"}


def entry(**fields: Any) -> dict[str, Any]:
    return {"id": "q", "type": "mark_words", "prompt": "?", "text": TEXT, "answer": ["a"], **fields}


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"text": {"en": "[[a|One]] [[b|two]]", "bn": "[[a|এক]]"}}, "text.bn", "another language"),
        ({"text": {"en": "[[a|One]]", "bn": "[[a|এক]] [[b|দুই]]"}}, "text.en", "another language"),
        ({"text": "[[a|One]] [[a|two]]"}, "text.en", "there twice"),
        ({"text": "[[a]] [[b|two]]"}, "text.en", "its words"),
        ({"text": "[[a|**One**]] [[b|two]]"}, "text.en", "Markdown"),
        ({"text": "[[a|One]] alone"}, "text", "at least two"),
        ({"answer": ["c"]}, "answer", "not in the text: a, b"),
        ({"answer": ["a", "a"]}, "answer", "named twice"),
        ({"answer": []}, "answer", "by their ids"),
        ({"entries": [{"id": "c", "feedback": "f"}]}, "entries", "not in the text"),
    ],
)
def test_what_does_not_fit_the_text_is_named(
    fields: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(ItemError, match=words) as error:
        make_item(entry(**fields))
    assert error.value.field == field


def test_the_short_form_takes_the_answer_by_its_words() -> None:
    question = MarkWords("Open?", "[[OLMo]] is, [[GPT-4]] is not.", ["OLMo"])
    assert question.mark(["w1"]).correct is True
    assert question.mark(["w2"]).score == 0


def test_on_paper_every_word_to_judge_is_bold_and_in_the_key() -> None:
    form = print_form(make_item(entry()), lang="en", number=1, seed=0)
    assert form["sheet"]["parts"] == [{"part": "text", "md": "**One** and **two & more**."}]
    rows = form["answers"]["key"]["rows"]
    assert [(row["verdict"], row["md"]) for row in rows[:2]] == [
        ("right", "One"),
        ("wrong", "two & more"),
    ]


def test_what_a_learning_system_holds_comes_back() -> None:
    item = make_item(entry(entries=[{"id": "b", "feedback": "f", "misconception": "m"}]))
    taken = type(item).from_exchange(item.exchange("bn"))
    assert taken is not None
    again = make_item({"id": "q", "type": "mark_words", "prompt": "?", **taken.fields}, lang="bn")
    assert again.mark(["b"]).to_json() == item.mark(["b"]).to_json()
