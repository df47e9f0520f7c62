"""A chart to read: the key follows the data, and a rule that finds nothing is named."""

from __future__ import annotations

from typing import Any

import pytest

from kholapath_widgets import ItemError, Pick
from kholapath_widgets.question.loading import make_item

MARKS = [
    {"id": "a", "label": "A", "value": 2},
    {"id": "b", "label": "B", "value": 7},
    {"id": "zero", "label": "Z", "value": 0},
]


def entry(**fields: Any) -> dict[str, Any]:
    return {"id": "q", "type": "pick", "prompt": "?", "marks": MARKS, **fields}


def test_the_key_follows_the_table() -> None:
    def cell(model: str) -> dict[str, Any]:
        return {"table": "runs", "column": "hours", "where": {"model": model}}

    marks = [{"id": m, "label": m, "value": cell(m)} for m in ("v3", "llama")]
    for hours, largest in [((3, 31), "llama"), ((300, 31), "v3")]:
        rows = [{"model": m, "hours": h} for m, h in zip(("v3", "llama"), hours, strict=True)]
        item = make_item(entry(marks=marks, answer="largest"), tables=lambda _, rows=rows: rows)  # type: ignore[misc]
        assert item.right_response() == largest


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (None, "answer"),
        ({}, "answer"),
        ({"rank": 1, "nearest": 3}, "answer"),
        ("c", "answer.mark"),
        ({"rank": 4}, "answer.rank"),
        ({"rank": 0}, "answer.rank"),
        ({"first_above": 7}, "answer.first_above"),
        ({"value_of": "c"}, "answer.value_of"),
        ({"ratio": ["a", "c"]}, "answer.ratio"),
        ({"ratio": ["a", "zero"]}, "answer.ratio"),
        ({"difference": ["c", "a"]}, "answer.difference"),
    ],
)
def test_a_rule_that_finds_nothing_is_named(answer: Any, field: str) -> None:
    with pytest.raises(ItemError) as error:
        make_item(entry(answer=answer))
    assert error.value.field == field


def test_two_marks_with_one_id_are_named() -> None:
    with pytest.raises(ItemError, match="two marks have the id 'a'"):
        make_item(entry(marks=[MARKS[0], MARKS[0]], answer="largest"))


def test_where_the_key_is_with_the_kernel_the_browser_still_knows_what_is_asked() -> None:
    sealed = make_item(entry(answer={"difference": ["b", "a"]}, unit="hours", mode="check"))
    assert sealed.public_form()["asked"] == {"en": "hours"}
    assert "answer" not in sealed.public_form()


def test_the_short_form_names_marks_by_their_labels() -> None:
    times = Pick("How many times?", {"V3": 2, "Llama": 22}, {"ratio": ["Llama", "V3"]})
    assert times.mark("11").correct is True
    assert Pick("Which?", {"V3": 2, "Llama": 22}, "Llama").mark("m2").correct is True


@pytest.mark.parametrize(("chart", "part"), [("bars", "table"), ("line", "line")])
def test_on_paper_bars_below_zero_are_a_table_and_a_line_goes_there(chart: str, part: str) -> None:
    below = Pick("Which is the least?", {"a": -5, "b": -2}, answer="smallest", chart=chart)
    assert below.print_form()["sheet"]["parts"][0]["part"] == part
