"""A question whose prompt ends in a task list is a choice, and its errors name the place."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kholapath_widgets import Choice, Choices, ItemError, json_schema, load_items
from kholapath_widgets.question.item import Item
from kholapath_widgets.question.loading import make_item

SUM = "2 + 2?\n\n- [ ] 3\n- [x] 4\n"


def made(prompt: Any, **fields: Any) -> Item:
    return make_item({"id": "q", "prompt": prompt, **fields})


def refused(prompt: Any, **fields: Any) -> str:
    with pytest.raises(ItemError) as raised:
        made(prompt, **fields)
    return str(raised.value)


def test_it_is_the_same_item_as_one_written_in_full() -> None:
    options = [{"id": "a", "text": "3"}, {"id": "b", "text": "4"}]
    assert made(SUM) == made("2 + 2?", type="choice", options=options, answer="b")


def test_several_ticks_are_several_right_answers() -> None:
    item = made("Prime?\n- [x] 2\n- [X] 3\n- [ ] 4")
    assert item.type == "choices"
    assert item.right_response() == ["a", "b"]


def test_one_tick_is_a_question_of_several_where_the_type_says_so() -> None:
    assert made("Even?\n- [x] 2\n- [ ] 3", type="choices").right_response() == ["a"]


def test_a_survey_has_none_ticked() -> None:
    assert made("Agree?\n- [ ] yes\n- [ ] no", mode="survey").right_response() is None


def test_a_quotation_under_an_option_is_its_feedback_and_other_lines_are_its_own() -> None:
    item = made("Sum?\n* [ ] three\n  or so\n  > That is\n  > 2 + 1.\n* [x] four")
    option = item.authored_form()["options"][0]
    assert option == {
        "id": "a",
        "text": {"en": "three\nor so"},
        "feedback": {"en": "That is\n2 + 1."},
    }


def test_a_file_reads_both_languages_and_pairs_their_options(tmp_path: Path) -> None:
    file = tmp_path / "questions.yaml"
    file.write_text(
        dedent("""
        - id: licence
          prompt:
            en: |
              Which is a licence?
              - [ ] Llama
                > That is a model.
              - [x] MIT
            bn: |
              কোনটি লাইসেন্স?
              - [ ] লামা
                > এটি একটি মডেল।
              - [x] এমআইটি
          explanation: {en: It says what you may do., bn: কী করা যাবে তা বলে।}
        """),
        encoding="utf-8",
    )
    item = load_items(file)["licence"]
    assert item.prompt == {"en": "Which is a licence?", "bn": "কোনটি লাইসেন্স?"}
    assert item.authored_form()["options"][0] == {
        "id": "a",
        "text": {"en": "Llama", "bn": "লামা"},
        "feedback": {"en": "That is a model.", "bn": "এটি একটি মডেল।"},
    }
    assert item.mark("b").score == 1


def test_in_python_it_needs_no_list_of_options() -> None:
    assert Choice(SUM).mark("b").score == 1
    assert Choices("Even?\n- [x] 2\n- [ ] 3\n- [x] 4").mark(["a", "c"]).score == 1


def test_another_type_keeps_the_list_in_its_prompt() -> None:
    assert made(SUM, type="numeric", answer={"value": 4}).prompt == {"en": SUM}


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("Sum?\n- [ ] 3\n- [ ] 4", "field answer: no right answer is named"),
        ("Sum?\n- [x] 4", "field options"),
        ("- [x] 3\n- [ ] 4", "field prompt"),
        ("Sum?\n- [x] 3\n- [ ]", "field options.b.text"),
        ("Sum?\n- [x] 3\n- [ ] 4\nWell?", "field prompt: 'Well?' follows the options"),
        ("Sum?\n" + "- [x] 3\n" * 27, "field prompt: there are 27 options; the most are 26"),
        (
            {"en": SUM, "bn": "যোগফল?\n- [x] ৩\n- [ ] ৪"},
            "field prompt.bn: other options are ticked than in en",
        ),
        (
            {"en": SUM, "bn": "যোগফল?\n- [x] ৩"},
            "field prompt.bn: there are 1 options, and 2 in en",
        ),
        ({"en": SUM, "bn": "যোগফল?"}, "field prompt.bn: the options are missing"),
        ({"en": SUM, "bn": 4}, "field prompt.bn"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(prompt: Any, said: str) -> None:
    assert said in refused(prompt)


def test_a_choice_with_two_ticks_is_told_what_it_should_be() -> None:
    assert "of several, the type is choices" in refused("Sum?\n- [x] 3\n- [x] 4", type="choice")


def known_to_an_editor(**entry: Any) -> bool:
    return bool(Draft202012Validator(json_schema()).is_valid([{"id": "q", **entry}]))


@pytest.mark.parametrize(
    "entry", [{"prompt": SUM}, {"prompt": {"en": SUM, "bn": SUM}, "points": 2}]
)
def test_the_json_schema_knows_it(entry: dict[str, Any]) -> None:
    assert known_to_an_editor(**entry)


@pytest.mark.parametrize(
    "entry",
    [{"prompt": "2 + 2?"}, {"prompt": {"en": SUM, "bn": "যোগফল?"}}, {"prompt": SUM, "answer": "a"}],
)
def test_the_json_schema_refuses_what_the_loader_refuses(entry: dict[str, Any]) -> None:
    assert not known_to_an_editor(**entry)
