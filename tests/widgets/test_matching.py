"""Matching and categorising: what an author is told, and that nothing tells the pairs."""

from __future__ import annotations

from typing import Any

import pytest

from kholapath_widgets import Categorise, ItemError, Matching
from kholapath_widgets.question.interactions import MatchInteraction
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.printing import print_form, static_forms

NAMES = {"matching": ("pairs", "options"), "categorise": ("entries", "categories")}
both = pytest.mark.parametrize("kind", NAMES)


def entry(kind: str, **fields: Any) -> dict[str, Any]:
    rows, targets = (
        [{"id": i, "text": i.upper()} for i in ids] for ids in (("a", "b", "c"), ("x", "y"))
    )
    names = NAMES[kind]
    answer = {"a": "x", "b": "y", "c": "x"}
    prompt = {"en": "?", "bn": "?"}
    base = {"id": "q", "type": kind, "prompt": prompt, names[0]: rows, names[1]: targets}
    return {**base, "answer": answer, **fields}


@both
@pytest.mark.parametrize(
    ("answer", "field"),
    [
        ({"a": "x"}, "answer"),
        ({"a": "x", "b": "y", "c": "z"}, "answer.c"),
        ({"a": "x", "b": "y", "c": "x", "d": "x"}, "answer.d"),
        ({"a": ["x"]}, "answer.a"),
    ],
)
def test_an_answer_that_does_not_fit_is_named(kind: str, answer: Any, field: str) -> None:
    with pytest.raises(ItemError) as error:
        make_item(entry(kind, answer=answer))
    assert error.value.field == field


@both
def test_an_id_used_twice_is_named(kind: str) -> None:
    name = NAMES[kind][1]
    twice = [{"id": "x", "text": "X"}, {"id": "x", "text": "Y"}]
    with pytest.raises(ItemError, match=f"two of the {name} have the id 'x'") as error:
        make_item(entry(kind, **{name: twice}))
    assert error.value.field == f"{name}.x"


def test_short_forms_hide_what_belongs_to_what() -> None:
    question = Matching("Who?", {"Qwen": "Alibaba", "Llama": "Meta"}, others=["Aleph Alpha"])
    assert [o["text"]["en"] for o in question.item["options"]] == ["Aleph Alpha", "Alibaba", "Meta"]
    assert question.mark({"p1": "o2", "p2": "o3"}).correct is True
    sorted_out = Categorise("Open?", {"Open": ["OLMo", "Apertus"], "Closed": ["GPT-4"]})
    assert [e["text"]["en"] for e in sorted_out.item["entries"]] == ["Apertus", "GPT-4", "OLMo"]
    assert sorted_out.mark({"e1": "c1", "e2": "c2", "e3": "c1"}).correct is True


def test_the_order_in_the_file_is_not_the_order_shown() -> None:
    item = make_item(entry("matching"))
    turned = make_item(entry("matching", options=[*reversed(entry("matching")["options"])]))
    assert item.sheet("en", 3) == turned.sheet("en", 3)


def test_the_key_on_paper_has_the_letters_of_its_sheet() -> None:
    form = print_form(make_item(entry("matching")), lang="bn", number=1, seed=5)
    cells = form["sheet"]["parts"][0]["rows"]
    letters = {
        right.split()[1]: right.split()[0].strip("*") for _, right in cells if right[0] == "*"
    }
    labels = [row["label"] for row in form["answers"]["key"]["rows"]]
    assert labels == [f"১ {letters['X']}", f"২ {letters['Y']}", f"৩ {letters['X']}"]


def test_formulas_and_signs_in_a_table_are_set_in_html_too() -> None:
    rows = [{"id": "a", "text": "$x^2$ | *x*"}, {"id": "b", "text": "<b>"}]
    item = make_item(entry("matching", pairs=rows, answer={"a": "x", "b": "y"}))
    html = static_forms(print_form(item, lang="en", number=1, seed=0))["text/html"]
    assert "<math" in html
    assert "<em>x</em>" in html
    assert "&lt;b&gt;" in html


def test_what_a_learning_system_holds_comes_back_as_the_type_it_was() -> None:
    for kind in NAMES:
        item = make_item(entry(kind))
        sent = item.exchange("en")
        assert isinstance(sent, MatchInteraction)
        taken = type(item).from_exchange(sent)
        assert taken is not None
        again = make_item({"id": "q", "type": kind, "prompt": "?", **taken.fields})
        assert again.right_response() == item.right_response()
