"""A chart to draw on: what must fit together, and what paper gets of it."""

from __future__ import annotations

from typing import Any

import pytest

from kholapath_widgets import Draw, ItemError
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.loading import make_item

MARKS: list[dict[str, Any]] = [
    {"id": "a", "label": "2024", "value": 4},
    {"id": "b", "label": "2025"},
]


def entry(**fields: Any) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "marks": MARKS,
        "axis": {"max": 500},
        "answer": {"b": 158},
        "after": "So it was.",
    }
    return {"id": "q", "type": "draw", "prompt": "?", **whole, **fields}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"mode": "check"}, "mode"),
        ({"answer": {}}, "marks.b"),
        ({"answer": {"b": 1, "a": 2}}, "answer.a"),
        ({"marks": [MARKS[0], {**MARKS[0], "id": "c"}], "answer": {}}, "answer"),
        ({"marks": [MARKS[1], MARKS[1]]}, "marks.b"),
        ({"axis": {"max": 100}}, "axis"),
        ({"axis": {"min": 9, "max": 500}}, "axis"),
        ({"axis": {"min": 500, "max": 500}}, "axis"),
        ({"axis": {"max": 500, "step": 0}}, "axis.step"),
    ],
)
def test_what_does_not_fit_together_is_said_by_field(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(ItemError) as error:
        make_item(entry(**fields))
    assert error.value.field == field


def test_the_truth_follows_the_table() -> None:
    cell = {"table": "reuse", "column": "edges", "where": {"year": 2025}}
    item = make_item(entry(answer={"b": cell}), tables=lambda _: [{"year": 2025, "edges": 158}])
    assert item.view_form()["answer"] == {"b": 158.0}


@pytest.mark.parametrize("chart", ["bars", "line"])
def test_paper_has_the_same_chart_to_draw_on_and_where_marks_are_many_a_table_to_fill(
    chart: str,
) -> None:
    few = make_item(entry(chart=chart)).sheet("bn", 1)[0]
    assert few["part"] == chart
    assert [row["value"] for row in few["rows"]] == [4, None]
    many = [{"id": f"m{n}", "label": str(n), "value": n} for n in range(12)]
    long = make_item(entry(marks=[*many, MARKS[1]])).sheet("bn", 1)[0]
    assert long["part"] == "table"
    assert [row[1] for row in long["rows"]][-2:] == ["১১", ""]


@pytest.mark.parametrize("answer", [[158], {"2025": 158}, {"m2": 158}])
def test_the_short_form_takes_the_truth_in_order_or_by_label(answer: Any) -> None:
    drawn = Draw("?", {"2024": 4, "2025": None}, answer, top=500, after="So it was.")
    assert drawn.item["answer"] == {"m2": 158.0}


class TestForALearningSystem:
    """Its form for the keyboard: a field a point, and the truth afterwards."""

    def test_a_gap_for_each_point_that_is_drawn_and_the_others_in_words(self) -> None:
        found = make_item(entry(unit="million", axis={"max": 500})).exchange("en")
        assert isinstance(found, x.GapInteraction)
        before, gap, after = x.MARK.split(found.text)
        assert before == "<ul><li>2024: 4 million</li><li>2025: "
        assert (gap, after) == ("b", " million</li></ul>")
        assert [g.id for g in found.gaps] == ["b"]

    def test_nothing_is_right_and_the_truth_is_said_after(self) -> None:
        found = make_item(entry()).exchange("bn")
        assert isinstance(found, x.GapInteraction)
        assert not any(g.accepted or g.options or g.word for g in found.gaps)
        assert "১৫৮" in found.note
        assert "So it was." in found.note
        assert found.left_out == ("the chart to draw on is",)

    def test_a_label_is_words(self) -> None:
        marks = [{"id": "a", "label": "<b>", "value": 4}, {"id": "b", "label": "&"}]
        found = make_item(entry(marks=marks)).exchange("en")
        assert isinstance(found, x.GapInteraction)
        assert found.text.startswith("<ul><li>&lt;b&gt;: 4</li><li>&amp;: ")
