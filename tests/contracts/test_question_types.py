"""What every question type promises, whichever folders there are."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import html as lxml_html
from vectors.hostile import poisoned
from vectors.twin import read

from kholapath_widgets._base import PRINT_MIME
from kholapath_widgets.question.item import Item
from kholapath_widgets.question.judging import look_up
from kholapath_widgets.question.loading import load_items, make_item
from kholapath_widgets.question.printing import print_form, static_forms
from kholapath_widgets.question.printing import words as words_of
from kholapath_widgets.question.result import Result
from kholapath_widgets.question.schema import json_schema
from kholapath_widgets.question.types import FOLDER, item_types
from kholapath_widgets.question.widget import KernelStore, Question
from kholapath_widgets.question.yaml_reader import read_list

FOLDERS = [FOLDER / kind for kind in item_types()]
EXAMPLES = [item for folder in FOLDERS for item in load_items(folder / "example.yaml").values()]
PARTS = {"text", "options", "blank", "lines", "bars", "line", "table", "code"}
VERDICTS = {"right", "wrong", "accept", "slip", "credit", "note"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)

every_type = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
every_example = pytest.mark.parametrize("item", EXAMPLES, ids=lambda item: item.type)
both_languages = pytest.mark.parametrize("lang", ["en", "bn"])


@every_type
def test_its_folder_is_complete(folder: Any) -> None:
    needed = {"__init__.py", "marking.ts", "view.ts", "example.yaml"}
    assert needed <= {file.name for file in folder.iterdir()}


@pytest.mark.parametrize("folder", [FOLDER.parent, *FOLDERS], ids=lambda folder: folder.name)
def test_its_words_are_said_in_every_language(folder: Any) -> None:
    files = {
        f.stem: json.loads(f.read_text(encoding="utf-8")) for f in (folder / "strings").iterdir()
    }
    assert {"en", "bn"} <= set(files)
    for lang, words in files.items():
        assert list(words) == list(files["en"]), lang
        for key, sentence in words.items():
            assert sentence.strip(), (lang, key)
            assert _names(sentence) == _names(files["en"][key]), (lang, key)


def _names(sentence: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", sentence))


@every_example
def test_its_example_is_bilingual_and_says_why(item: Item) -> None:
    assert item.langs == ["en", "bn"]
    assert item.explanation or "after" in type(item).model_fields


@every_type
def test_its_example_satisfies_the_json_schema(folder: Any) -> None:
    Draft202012Validator(json_schema()).validate(read_list(folder / "example.yaml"))


@every_type
def test_the_json_schema_takes_plain_texts_and_names_unknown_fields(folder: Any) -> None:
    validator = Draft202012Validator(json_schema())
    entry = {**read_list(folder / "example.yaml")[0], "prompt": "One language"}
    assert validator.is_valid([entry])
    assert not validator.is_valid([{**entry, "promt": "x"}])


def test_the_json_schema_takes_a_number_computed_from_the_data() -> None:
    cell = {"table": "runs", "column": "hours", "where": {"model": "DeepSeek-V3"}, "scale": 2}
    entry = {"id": "n", "type": "numeric", "prompt": "p", "answer": {"value": cell}}
    assert Draft202012Validator(json_schema()).is_valid([entry])


@every_example
def test_its_learner_has_a_story(item: Item) -> None:
    story = read(f"marking/{item.type}")["story"]
    assert story["right"]
    assert bool(story.get("wrong")) == (item.right_response() is not None)


@every_example
def test_it_can_be_read_again_from_what_it_writes(item: Item) -> None:
    assert make_item(item.model_dump(mode="json", exclude_none=True)) == item


@every_example
@settings(max_examples=150, deadline=None, derandomize=True)
@given(response=JSON)
def test_it_marks_any_json_without_raising(item: Item, response: Any) -> None:
    result = item.mark(response)
    assert isinstance(result, Result)
    assert 0 <= result.score <= 1
    assert result.correct is None or result.correct == (result.score == 1)
    json.dumps(result.to_json(), allow_nan=False)


@every_example
@pytest.mark.parametrize(
    "response",
    [
        None,
        "",
        " ",
        [],
        {},
        True,
        10**400,
        float("nan"),
        float("-inf"),
        "\ud800",
        "1" * 10**5,
        [[[]]],
    ],
)
def test_it_refuses_what_is_no_answer_without_costing_a_try(item: Item, response: Any) -> None:
    result = item.mark(response)
    assert result.refused or isinstance(response, str)
    assert result.correct is not True


@every_example
def test_its_right_response_is_marked_right_and_known_to_xapi(item: Item) -> None:
    right = item.right_response()
    assert right is None or item.mark(right).correct is True
    assert bool(item.correct_patterns()) == (right is not None)


@every_type
def test_its_words_for_a_result_can_be_found_in_the_item(folder: Any) -> None:
    file = read(f"marking/{folder.name}")
    for case in file["cases"]:
        item = make_item(file["items"][case["item"]])
        say = words_of(item.type, "en")
        for path in item.mark(case["response"]).feedback:
            found = say.get(path[1:]) if path[0] == "@" else look_up(item.view_form(), path)
            assert found, path


@every_example
def test_as_a_survey_it_has_nothing_right_or_wrong(item: Item) -> None:
    survey = make_item({**item.model_dump(mode="json", exclude_none=True), "mode": "survey"})
    for case in read(f"marking/{item.type}")["cases"]:
        assert survey.mark(case["response"]).correct is None
    assert survey.mark(item.right_response()).correct is None
    rows = print_form(survey, lang="en", number=1, seed=1)["answers"]["key"]["rows"]
    assert {row["verdict"] for row in rows} <= {"note"}


@every_example
def test_its_public_form_gives_nothing_away(item: Item) -> None:
    public = json.dumps(item.public_form(), ensure_ascii=False)
    for words in _texts_under(item.view_form(), item.secret):
        assert json.dumps(words, ensure_ascii=False)[1:-1] not in public
    assert not any(f'"{name}"' in public for name in item.secret)


def _texts_under(value: Any, secret: frozenset[str], *, inside: bool = False) -> list[str]:
    """Every string that lies in a secret field and is more than an id."""
    if isinstance(value, dict):
        return [
            text
            for name, inner in value.items()
            if name != "unit"
            for text in _texts_under(inner, secret, inside=inside or name in secret)
        ]
    if isinstance(value, list):
        return [text for inner in value for text in _texts_under(inner, secret, inside=inside)]
    return [value] if inside and isinstance(value, str) and " " in value else []


@every_example
@both_languages
def test_its_print_form_is_complete_and_keeps_the_answer_apart(item: Item, lang: str) -> None:
    form = json.loads(json.dumps(print_form(item, lang=lang, number=3, seed=4172)))
    assert form["sheet"]["prompt"] == item.prompt[lang]
    assert form["sheet"]["label"]
    assert {part["part"] for part in form["sheet"]["parts"]} <= PARTS
    assert form["answers"]["key"]["rows"]
    assert {row["verdict"] for row in form["answers"]["key"]["rows"]} <= VERDICTS
    rows = form["answers"]["key"]["rows"]
    said = {"remark", "misconception"}
    assert all({*row} - said == {"verdict", "label", "md"} for row in rows)
    outside = json.dumps({k: v for k, v in form.items() if k != "answers"}, ensure_ascii=False)
    for row in form["answers"]["key"]["rows"]:
        assert "remark" not in row or row["remark"] not in outside
    assert "@" not in outside


@every_example
@both_languages
def test_its_static_forms_are_readable_without_a_script(item: Item, lang: str) -> None:
    forms = static_forms(print_form(item, lang=lang, number=3, seed=4172))
    assert set(forms) == {"text/html", "text/markdown", "text/plain"}
    tree = lxml_html.fragment_fromstring(forms["text/html"])
    assert tree.tag == "fieldset"
    assert tree.get("lang") == lang
    assert tree.find("legend") is not None
    assert ("৩" if lang == "bn" else "3") in tree.find("legend").text
    first = re.sub(r"[*$\\]", "", item.prompt[lang]).split()[0]
    assert all(first in re.sub(r"[*$\\]", "", form) for form in forms.values())
    assert "**" not in forms["text/plain"]


@every_example
@both_languages
def test_hostile_texts_are_inert(item: Item, lang: str) -> None:
    hostile = make_item(poisoned(item.model_dump(mode="json", exclude_none=True)))
    form = print_form(hostile, lang=lang, number=None, seed=1)
    sent = _sent_html(asdict(hostile.exchange(lang)))
    shown = [static_forms(form)["text/html"], *_rich(hostile), *sent]
    for fragment in shown:
        _is_inert(fragment)
    assert "\u202e" not in json.dumps(form, ensure_ascii=False)


def _rich(item: Item) -> list[str]:
    """What the browser sets as HTML: whatever rendering changes; the rest it sets as text."""
    plain = _strings(item.model_dump(mode="json", exclude_none=True))
    return [
        shown
        for text, shown in zip(plain, _strings(item.view_form()), strict=True)
        if shown != text
    ]


def _sent_html(value: Any) -> list[str]:
    """What a learning system is sent as HTML."""
    if isinstance(value, list | tuple):
        return [text for entry in value for text in _sent_html(entry)]
    if not isinstance(value, dict):
        return []
    own = {"text", "feedback", "unchosen", "note", "model", "rubric"} & set(value)
    return [value[name] for name in own] + _sent_html(list(value.values()))


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [s for v in value.values() for s in _strings(v)]
    if isinstance(value, list):
        return [s for v in value for s in _strings(v)]
    return [value] if isinstance(value, str) else []


def _is_inert(fragment: str) -> None:
    for element in lxml_html.fragment_fromstring(fragment, create_parent="div").iter():
        assert element.tag not in {"script", "svg", "iframe", "object", "style", "form"}
        assert not any(name.startswith("on") for name in element.attrib)
        assert not element.get("href", "").lower().startswith(("javascript", "data"))
        assert not element.get("src", "").startswith("http")


@every_example
def test_its_authored_form_makes_the_same_item(item: Item) -> None:
    assert make_item(json.loads(json.dumps(item.authored_form()))) == item


@every_example
def test_it_is_lean_in_a_notebook(item: Item) -> None:
    widget = Question(item, store=KernelStore(), lang="bn", number=1)
    data = (widget._repr_mimebundle_() or ({},))[0]
    assert PRINT_MIME in data
    assert _saved(data) - _saved({}) <= 10_000
    assert len(json.dumps(widget.get_state(), ensure_ascii=False, default=str).encode()) <= 5_000


def _saved(data: dict[str, Any]) -> int:
    """How many bytes a notebook has that shows this, as JupyterLab saves it."""
    shown = nbformat.v4.new_code_cell(outputs=[nbformat.v4.new_output("display_data", data)])
    return len(nbformat.writes(nbformat.v4.new_notebook(cells=[shown])).encode())
