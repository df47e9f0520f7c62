"""Broken files of questions, by the hundred: each is one clear error, never a traceback."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kholapath_widgets import ItemError, load_items
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.types import FOLDER, item_types
from kholapath_widgets.question.yaml_reader import read_list

WRONG: list[Any] = [None, True, -1, "", [[]], {"a": {"b": None}}, "x" * 5000]
HAND_MADE = {
    "a tab": "- id: a\n\ttype: choice\n",
    "an open bracket": "- id: [\n",
    "an open quote": '- id: "a\n',
    "two documents": "- id: a\n---\n- id: b\n",
    "a map": "id: a\ntype: choice\n",
    "a word": "questions\n",
    "a number": "42\n",
    "nothing in a list": "-\n-\n",
    "a tag": "- !!python/object/apply:os.system ['true']\n",
    "an unknown tag": "- !secret x\n",
    "an endless alias": "- &a [*a]\n",
    "an alias to nothing": "- *b\n",
    "a field twice": "- id: a\n  id: b\n",
    "a nul": "- id: 'a\x00'\n",
    "half a surrogate": '- id: "\\ud800"\n',
    "deep": "- " * 300 + "x\n",
    "a date for an id": "- {id: 2025-01-01, type: choice}\n",
    "yes for a type": "- {id: a, type: yes}\n",
}


def paths(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in an item."""
    if at:
        yield at
    steps = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in steps:
        yield from paths(inner, (*at, key))


def mutants(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The item with one thing wrong: a field gone, misnamed, of another kind, or given twice."""
    for path in paths(item):
        for wrong in WRONG:
            yield changed(item, path, wrong)
        yield changed(item, path, remove=True)
        if isinstance(path[-1], str):
            yield changed(item, path, rename=f"{path[-1]}x")


def changed(
    item: dict[str, Any],
    path: tuple[Any, ...],
    value: Any = None,
    *,
    remove: bool = False,
    rename: str = "",
) -> dict[str, Any]:
    made = copy.deepcopy(item)
    home: Any = made
    for step in path[:-1]:
        home = home[step]
    if rename:
        home[rename] = home.pop(path[-1])
    elif remove:
        del home[path[-1]]
    else:
        home[path[-1]] = value
    return made


@pytest.mark.parametrize("kind", item_types())
def test_every_mutant_is_read_or_is_a_clear_error(kind: str) -> None:
    example = json.loads(json.dumps(read_list(FOLDER / kind / "example.yaml")[0]))
    errors = []
    for mutant in mutants(example):
        try:
            make_item(mutant, file="questions.yaml", label="number 1")
        except ItemError as error:
            errors.append(error)
    assert len(errors) >= 50
    for said in errors:
        assert (said.file, said.item) == ("questions.yaml", "number 1")
        assert 0 < len(str(said)) < 1500


def test_a_mutant_in_a_file_is_found_there(tmp_path: Path) -> None:
    for kind in item_types():
        example = read_list(FOLDER / kind / "example.yaml")[0]
        for wrong in ({**example, "id": "x" * 5000}, {**example, "prompt": None}):
            error = problem_of(yaml.safe_dump([wrong], allow_unicode=True), tmp_path)
            assert error is not None
            assert len(str(error)) < 400 + len(str(tmp_path))


def problem_of(text: str, folder: Path) -> ItemError | None:
    file = folder / "questions.yaml"
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    try:
        load_items(file)
    except ItemError as error:
        return error
    return None


@pytest.mark.parametrize("text", HAND_MADE.values(), ids=list(HAND_MADE))
def test_what_is_no_file_of_questions_says_so(text: str, tmp_path: Path) -> None:
    error = problem_of(text, tmp_path)
    assert error is not None
    assert error.file == str(tmp_path / "questions.yaml")
