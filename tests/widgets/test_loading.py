"""Questions from YAML: what is computed, and how every problem names its place."""

from __future__ import annotations

import copy
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kholapath_widgets import ItemError
from kholapath_widgets.question.loading import load_items, make_item
from kholapath_widgets.question.types import FOLDER, item_types
from kholapath_widgets.question.yaml_reader import read_list

GOOD = "- {id: sum, type: numeric, prompt: '2 + 2?', answer: {value: 4}}\n"
CHOICE = """
- id: pick
  type: choice
  prompt: {en: "Which?", bn: "কোনটি?"}
  options:
    - {id: a, text: A}
    - {id: b, text: B, feedback: {en: nope}}
  answer: a
"""
RUNS = [
    {"model": "DeepSeek-V3", "hours": 2.788, "gpus": 2048, "note": "H800", "gap": float("nan")},
    {"model": "Llama 3.1 405B", "hours": 30.84, "gpus": 16384, "note": None, "gap": 0},
]


def tables(name: str) -> list[dict[str, Any]]:
    return {"runs": RUNS}[name]


def load(folder: Path, text: str) -> dict[str, Any]:
    file = folder / "questions.yaml"
    file.write_text(text, encoding="utf-8")
    return load_items(file, tables)


def problem(folder: Path, text: str) -> ItemError:
    with pytest.raises(ItemError) as caught:
        load(folder, text)
    return caught.value


def test_items_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    assert list(load(tmp_path, CHOICE + GOOD)) == ["pick", "sum"]


def test_an_empty_file_has_no_items(tmp_path: Path) -> None:
    assert load(tmp_path, "# nothing yet\n") == {}


@pytest.mark.parametrize(
    ("text", "item", "field", "words"),
    [
        ("- [", None, None, "not valid YAML at line"),
        ("a: b", None, None, "a file of questions is a list"),
        ("- word", "number 1", None, "a map of fields"),
        ("- {id: x, id: y}", None, None, "'id' is written twice"),
        ("- {? [a, b] : c}", None, None, "must be a word"),
        ("- !!python/object:os.system {}", None, None, "not valid YAML"),
        ("- &loop {id: x, type: choice, prompt: *loop}", None, None, "not valid YAML"),
        ("- {prompt: [Why? now, id: x}", None, None, "needs quotes"),
        (GOOD + GOOD, "sum", "id", "used twice"),
        (GOOD.replace("sum", "A b"), "A b", "id", "pattern"),
        (GOOD.replace("id: sum, ", ""), "number 1", "id", "missing"),
        (GOOD.replace("numeric", "numerical"), "sum", "type", "did you mean numeric"),
        (GOOD.replace("type: numeric, ", ""), "sum", "type", "no question type"),
        (GOOD.replace("'2 + 2?'", "''"), "sum", "prompt", "empty"),
        (GOOD.replace("'2 + 2?'", "{english: hi}"), "sum", "prompt", "BCP 47"),
        (GOOD.replace("prompt: '2 + 2?', ", ""), "sum", "prompt", "missing"),
        (GOOD.replace("{value: 4}", "{value: four}"), "sum", "answer.value", "number"),
        (GOOD.replace("{value: 4}", "{value: true}"), "sum", "answer.value", "number"),
        (GOOD.replace("{value: 4}", "{value: .inf}"), "sum", "answer.value", "finite"),
        (
            GOOD.replace("{value: 4}", "{value: 4, tolerance: -1}"),
            "sum",
            "answer.tolerance",
            "greater",
        ),
        (
            GOOD.replace("{value: 4}", "{value: 4, tolerance: some}"),
            "sum",
            "answer.tolerance",
            "some",
        ),
        (GOOD.replace(", answer: {value: 4}", ""), "sum", "answer", "needs an answer"),
        (GOOD.replace("answer:", "anwser:"), "sum", "anwser", "did you mean 'answer'"),
        (GOOD.replace("}}", "}, mode: exam}"), "sum", "mode", "practice"),
        (GOOD.replace("}}", "}, attempts: 0}"), "sum", "attempts", "greater"),
        (
            CHOICE.replace("answer: a", "answer: c"),
            "pick",
            "answer",
            "names no option; the options are a, b",
        ),
        (CHOICE.replace("answer: a", ""), "pick", "answer", "no right answer"),
        (CHOICE.replace("id: b", "id: a"), "pick", "options.a", "two options"),
        (CHOICE.replace("nope", "no"), "pick", "options.b.feedback", "empty or not a string"),
        (CHOICE.replace("text: B", "txt: B"), "pick", "options.b.text", "missing"),
        (
            "- {id: t, type: text, prompt: p, answer: {accept: []}}",
            "t",
            "answer.accept",
            "at least 1",
        ),
        (
            "- {id: t, type: text, prompt: p, answer: {accept: ['?']}}",
            "t",
            "answer.accept.0",
            "a letter",
        ),
        ("-\tid: x", None, None, "spaces, not tabs"),
        (GOOD + "\0", None, None, "not valid YAML"),
        (GOOD + "---\n" + GOOD, None, None, "another document"),
        ("- " * 2000 + "x", None, None, "not valid YAML"),
        ("word", None, None, "a file of questions is a list"),
        ("-", "number 1", None, "a map of fields"),
        (GOOD.replace("sum", "5"), "5", "id", "a text is wanted"),
        (GOOD.replace("sum", "s" * 65), "s" * 65, "id", "64"),
        (GOOD.replace("sum", "''"), "number 1", "id", "pattern"),
        (GOOD.replace("numeric", "[numeric]"), "sum", "type", "no question type"),
        (GOOD.replace("'2 + 2?'", "4"), "sum", "prompt", 'in quotes: "4"'),
        (GOOD.replace("'2 + 2?'", "2025-01-20"), "sum", "prompt", '"2025-01-20"'),
        (GOOD.replace("'2 + 2?'", "{en: Sum, bn: null}"), "sum", "prompt", "'bn' is empty"),
        (GOOD.replace("'2 + 2?'", "[Sum]"), "sum", "prompt", "a map by language"),
        (GOOD.replace("{value: 4}", "4"), "sum", "answer", "a map of fields is wanted"),
        (GOOD.replace("value: 4", "value: 1" + "0" * 400), "sum", "answer.value", "number"),
        (GOOD.replace("value: 4", "value: 4, unit: ''"), "sum", "answer.unit", "empty"),
        (GOOD.replace("}}", "}, hints: Count}"), "sum", "hints", "a list is wanted"),
        (GOOD.replace("}}", "}, points: .nan}"), "sum", "points", "finite"),
        (GOOD.replace("}}", "}, points: 0}"), "sum", "points", "greater"),
        (GOOD.replace("}}", "}, reveal_after: 0}"), "sum", "reveal_after", "greater"),
        (
            GOOD.replace("}}", "}, slips: [{id: s, value: 5}]}"),
            "sum",
            "slips.s.feedback",
            "missing",
        ),
        (CHOICE.replace("text: B", "text: yes"), "pick", "options.b.text", "in quotes"),
        (CHOICE.replace("text: B", "text: B, pin: first"), "pick", "options.b.pin", "last"),
        (CHOICE.replace("answer: a", "answer: [a]"), "pick", "answer", "a text is wanted"),
        (CHOICE.replace('bn: "কোনটি?"', 'en: "x"'), None, None, "'en' is written twice"),
        (
            CHOICE.replace("choice", "choices").replace("answer: a", "answer: [a, a]"),
            "pick",
            "answer",
            "named twice",
        ),
        (
            CHOICE.replace("choice", "choices").replace("answer: a", "answer: [a]\n  choose: 3"),
            "pick",
            "choose",
            "only 2 options",
        ),
        (
            "- {id: g, type: predict, prompt: p, after: a, mode: check, answer: {value: 1}, range: {min: 0, max: 2, start: 1}}",
            "g",
            "mode",
            "never marked",
        ),
        (
            "- {id: g, type: predict, prompt: p, after: a, answer: {value: 9}, range: {min: 0, max: 2, start: 1}}",
            "g",
            "range",
            "outside",
        ),
    ],
)
def test_a_problem_names_file_item_and_field(
    tmp_path: Path, text: str, item: str | None, field: str | None, words: str
) -> None:
    error = problem(tmp_path, text)
    assert error.file == str(tmp_path / "questions.yaml")
    assert (error.item, error.field) == (item, field)
    assert words in error.problem
    assert str(error).startswith(str(error.file))
    assert "pydantic" not in str(error).lower()


def test_aliases_that_multiply_are_refused_at_once(tmp_path: Path) -> None:
    lines = ["- id: x", "  a: &a [x, x, x, x, x, x, x, x, x]"]
    for name, before in zip("bcdefghij", "abcdefghi", strict=True):
        lines.append(f"  {name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    assert "aliases" in problem(tmp_path, "\n".join(lines)).problem


def test_what_an_alias_repeats_is_read(tmp_path: Path) -> None:
    again = "- &first {id: a, type: text, prompt: p, answer: {accept: [a]}}\n- {<<: *first, id: b}"
    assert list(load(tmp_path, again)) == ["a", "b"]


def test_a_mark_of_byte_order_does_no_harm(tmp_path: Path) -> None:
    assert list(load(tmp_path, "\ufeff" + GOOD)) == ["sum"]


def test_an_item_that_holds_itself_is_named() -> None:
    entry: dict[str, Any] = {"id": "x", "type": "text"}
    entry["hints"] = [entry]
    with pytest.raises(ItemError, match="refers to itself"):
        make_item(entry, label="x")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ItemError, match=r"none\.yaml: the file cannot be read"):
        load_items(tmp_path / "none.yaml")


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "questions.yaml"
    file.write_bytes("- প্রশ্ন".encode("utf-16"))
    with pytest.raises(ItemError, match="UTF-8"):
        load_items(file)


def computed(value: dict[str, Any]) -> Any:
    entry = {
        "id": "n",
        "type": "numeric",
        "prompt": "p",
        "answer": {"value": {"table": "runs", **value}},
    }
    return make_item(entry, tables=tables).model_dump()["answer"]["value"]


def test_an_answer_is_computed_from_the_data() -> None:
    assert computed({"column": "hours", "where": {"model": "DeepSeek-V3"}}) == 2.788


def test_a_computed_answer_is_scaled_and_divided() -> None:
    hours = {"column": "hours", "where": {"model": "Llama 3.1 405B"}}
    per = {"column": "hours", "where": {"model": "DeepSeek-V3"}}
    assert computed({**hours, "scale": 2}) == 61.68
    assert computed({**hours, "per": per}) == pytest.approx(30.84 / 2.788)
    assert computed({**hours, "per": per, "round": 1}) == 11.1


def test_a_computed_answer_has_no_digits_of_the_arithmetic() -> None:
    assert 30.84 * 0.7 == 21.587999999999997
    hours = {"column": "hours", "where": {"model": "Llama 3.1 405B"}}
    assert computed({**hours, "scale": 0.7}) == 21.588


V3 = {"model": "DeepSeek-V3"}


@pytest.mark.parametrize(
    ("value", "field", "words"),
    [
        ({"column": "hours"}, "answer.value", "finds 2 rows"),
        ({"column": "hours", "where": {"model": "GPT"}}, "answer.value", "finds 0 rows"),
        ({"column": "cost", "where": V3}, "answer.value", "no column 'cost'"),
        ({"column": "note", "where": V3}, "answer.value", "no number"),
        ({"column": "gap", "where": V3}, "answer.value", "no number"),
        ({"column": "hours", "where": "V3"}, "answer.value.where", "a map"),
        ({"column": "hours", "where": V3, "scale": "much"}, "answer.value.scale", "no number"),
        ({"column": "hours", "where": V3, "times": 2}, "answer.value", "'times' is unknown"),
        ({"column": "hours", "where": V3, "per": 2}, "answer.value.per", "divide by"),
        ({"column": "hours", "where": V3, "round": 0.5}, "answer.value.round", "how many digits"),
        (
            {
                "column": "hours",
                "where": V3,
                "per": {"column": "gap", "where": {"model": "Llama 3.1 405B"}},
            },
            "answer.value.per",
            "holds 0",
        ),
        ({"column": "hours", "where": V3, "table": "costs"}, "answer.value", "no table 'costs'"),
    ],
)
def test_what_cannot_be_computed_is_named(value: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(ItemError, match=words) as caught:
        computed(value)
    assert caught.value.field == field


def test_a_computed_answer_needs_the_data() -> None:
    entry = {
        "id": "n",
        "type": "numeric",
        "prompt": "p",
        "answer": {"value": {"table": "runs", "column": "hours"}},
    }
    with pytest.raises(ItemError, match="no data package"):
        make_item(entry)


EXAMPLES = [read_list(FOLDER / kind / "example.yaml")[0] for kind in item_types()]
JUNK: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        10**400,
        float("nan"),
        "",
        "x",
        "%",
        [],
        [[]],
        [None],
        {},
        {"en": ""},
        {1: 2},
        {"en": ["x"]},
    ]
)


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """An example with one or more places replaced, removed or added to."""
    entry: dict[str, Any] = json.loads(json.dumps(draw(st.sampled_from(EXAMPLES))))
    for _ in range(draw(st.integers(1, 3))):
        here: Any = entry
        while True:
            steps = list(here) if isinstance(here, dict) else list(range(len(here)))
            if not steps:
                break
            step = draw(st.sampled_from(steps))
            if isinstance(here[step], dict | list) and draw(st.booleans()):
                here = here[step]
                continue
            if isinstance(here, dict) and draw(st.booleans()):
                del here[step]
            else:
                here[step] = copy.deepcopy(draw(JUNK))
            break
    return entry


@settings(max_examples=400, deadline=None, derandomize=True)
@given(damaged())
def test_whatever_is_damaged_the_error_is_an_item_error(entry: dict[str, Any]) -> None:
    with suppress(ItemError):
        assert make_item(entry).view_form()["id"] == entry["id"]
