"""A statement and its reason: what an author is told, and what goes out."""

from __future__ import annotations

from typing import Any

import pytest

from kholapath_widgets import ItemError, TrueFalse
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.printing import print_form

REASONS = [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]


def entry(**fields: Any) -> dict[str, Any]:
    return {
        "id": "q",
        "type": "true_false",
        "prompt": {"en": "?", "bn": "?"},
        "answer": True,
        **fields,
    }


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"answer": None}, "answer"),
        ({"answer": "yes"}, "answer"),
        ({"options": REASONS[:1], "because": "a"}, "options"),
        ({"options": REASONS}, "because"),
        ({"options": REASONS, "because": "c"}, "because"),
        ({"because": "a"}, "because"),
        ({"options": [*REASONS, {"id": "true", "text": "T"}], "because": "a"}, "options"),
        ({"options": [REASONS[0], REASONS[0]], "because": "a"}, "options.a"),
    ],
)
def test_what_cannot_be_marked_is_named(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(ItemError) as error:
        make_item(entry(**fields))
    assert error.value.field == field


def test_the_short_form_takes_the_reason_by_its_words() -> None:
    question = TrueFalse(
        "The sky is green.",
        answer=False,
        options=["It is blue.", "It is red."],
        because="It is blue.",
    )
    assert question.mark(["false", "a"]).score == 1
    assert question.mark(["true", "a"]).score == 0.5
    assert TrueFalse("The sky is blue.", answer=True).mark("true").correct is True


def test_on_paper_the_reasons_are_numbered_beside_the_lettered_verdicts() -> None:
    form = print_form(make_item(entry(options=REASONS, because="a")), lang="bn", number=1, seed=0)
    verdicts, why, reasons = form["sheet"]["parts"]
    assert [e["label"] for e in verdicts["entries"]] == ["ক", "খ"]
    assert [e["md"] for e in verdicts["entries"]] == ["সত্য", "মিথ্যা"]
    assert why["md"].startswith("কেন?")
    assert [e["label"] for e in reasons["entries"]] == ["১", "২"]


def test_to_xapi_a_statement_with_a_reason_is_a_choice_of_two() -> None:
    plain, reasoned = make_item(entry()), make_item(entry(options=REASONS, because="b"))
    assert (plain.interaction, plain.correct_patterns()) == ("true-false", ["true"])
    assert reasoned.xapi_components()["interactionType"] == "choice"
    assert reasoned.correct_patterns() == ["true[,]b"]


def test_a_learning_system_gets_the_statement_and_is_told_of_the_reasons() -> None:
    sent = make_item(entry(options=REASONS, because="b")).exchange("bn")
    assert sent.left_out == ("its reasons are",)
    taken = type(make_item(entry())).from_exchange(sent)
    assert taken is not None
    assert taken.fields == {"answer": True}
