"""The JSON Schema that an editor checks a file of questions with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from vectors.twin import read

from kholapath_widgets import json_schema
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.types import FOLDER, item_types
from kholapath_widgets.question.yaml_reader import read_list

VALIDATOR = Draft202012Validator(json_schema())
LESSON = Path(__file__).parents[2] / "lessons" / "03-the-price-of-a-model" / "questions.yaml"
FILES = [*(FOLDER / kind / "example.yaml" for kind in item_types()), LESSON]
GOOD: dict[str, Any] = {
    "id": "sum",
    "type": "choice",
    "prompt": "2 + 2?",
    "options": [{"id": "a", "text": "3"}, {"id": "b", "text": "4"}],
    "answer": "b",
}


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_it_accepts_every_good_file(file: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(read_list(file))] == []


@pytest.mark.parametrize("kind", item_types())
def test_it_accepts_the_items_of_every_vector(kind: str) -> None:
    for entry in read(f"marking/{kind}")["items"].values():
        written = make_item(entry).model_dump(mode="json", exclude_none=True)
        assert VALIDATOR.is_valid([written]), entry


@pytest.mark.parametrize(
    "broken",
    [
        {"type": "hologram"},
        {"type": None},
        {"id": "A b"},
        {"id": None},
        {"prompt": ""},
        {"prompt": {}},
        {"prompt": {"english": "2 + 2?"}},
        {"prompt": {"en": ""}},
        {"promt": "2 + 2?"},
        {"mode": "exam"},
        {"attempts": 0},
        {"points": -1},
        {"hints": "Count."},
        {"options": [{"id": "a", "text": "3"}]},
        {"options": [{"id": "a"}, {"id": "b", "text": "4"}]},
        {"options": [{"id": "a", "text": "3", "feedbak": "x"}, {"id": "b", "text": "4"}]},
        {"answer": ["a", "b"]},
    ],
    ids=json.dumps,
)
def test_it_rejects_what_the_loader_rejects(broken: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid([GOOD])
    assert not VALIDATOR.is_valid([{**GOOD, **broken}])


@pytest.mark.parametrize("field", ["id", "type", "prompt", "options"])
def test_it_misses_what_is_missing(field: str) -> None:
    assert not VALIDATOR.is_valid([{k: v for k, v in GOOD.items() if k != field}])


@pytest.mark.parametrize("name", json_schema()["$defs"])
def test_every_field_says_what_it_is(name: str) -> None:
    definition = json_schema()["$defs"][name]
    fields = definition.get("properties", {})
    silent = {name for name, field in fields.items() if "description" not in field}
    assert definition["description"]
    assert silent <= {"id", "type", "text", "label"}  # names that say it all


def test_a_command_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "questions.schema.json"
    module = "kholapath_widgets.question.schema"
    subprocess.run([sys.executable, "-m", module, str(file)], check=True)
    assert json.loads(file.read_text(encoding="utf-8")) == json_schema()
    printed = subprocess.run([sys.executable, "-m", module], check=True, capture_output=True)
    assert json.loads(printed.stdout) == json_schema()
