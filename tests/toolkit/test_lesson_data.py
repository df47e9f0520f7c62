"""The course's data package: it is one, and every table holds what its schema says."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

DATA = Path(__file__).parents[2] / "lessons" / "data"
PACKAGE: dict[str, Any] = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
TABLES: dict[str, dict[str, Any]] = {r["name"]: r for r in PACKAGE["resources"]}

WORDS = {"type": "string", "minLength": 1}
NAMED = {"type": "object", "required": ["title", "path"], "properties": {"path": {"format": "uri"}}}
# What the course asks of a Frictionless Data Package, beyond what the standard does.
ASKED = {
    "type": "object",
    "required": ["name", "title", "description", "licenses", "resources"],
    "properties": {
        "name": {"pattern": "^[a-z0-9._-]+$"},
        "licenses": {"items": NAMED, "minItems": 1},
        "resources": {"items": {"$ref": "#/$defs/table"}, "minItems": 1},
    },
    "$defs": {
        "table": {
            "required": ["name", "path", "title", "description", "schema", "sources", "licenses"],
            "properties": {
                "name": {"pattern": "^[a-z0-9_]+$"},
                "path": {"pattern": r"^[a-z0-9_]+\.csv$"},
                "title": WORDS,
                "description": WORDS,
                "sources": {
                    "items": {**NAMED, "required": ["title", "path", "snapshot"]},
                    "minItems": 1,
                },
                "licenses": {"items": NAMED, "minItems": 1},
                "schema": {
                    "required": ["fields"],
                    "properties": {"fields": {"items": {"$ref": "#/$defs/field"}, "minItems": 1}},
                },
            },
        },
        "field": {
            "required": ["name", "type", "title"],
            "properties": {
                "name": {"pattern": "^[a-z0-9_]+$"},
                "type": {"enum": ["string", "number", "integer", "boolean", "date", "yearmonth"]},
                "constraints": {
                    "propertyNames": {
                        "enum": ["required", "unique", "enum", "minimum", "maximum", "pattern"]
                    },
                },
            },
        },
    },
}
READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "number": float,
    "integer": int,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "yearmonth": lambda text: date.fromisoformat(f"{text}-01"),
}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / TABLES[name]["path"]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_it_is_a_data_package_in_which_each_table_has_schema_source_date_and_licence() -> None:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.validate(PACKAGE, ASKED, format_checker=checker)


def test_it_describes_every_file_and_no_other() -> None:
    assert {r["path"] for r in TABLES.values()} == {f.name for f in DATA.glob("*.csv")}


def test_figures_of_epoch_ai_carry_its_credit() -> None:
    for table in TABLES.values():
        if "Epoch AI" in json.dumps(table["sources"]):
            assert "Credit: Epoch AI" in table["licenses"][0]["description"]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_columns_of_its_schema_and_a_key_once(name: str) -> None:
    schema = TABLES[name]["schema"]
    found = rows(name)
    assert found
    assert list(found[0]) == [field["name"] for field in schema["fields"]]
    keys = [tuple(row[k] for k in schema.get("primaryKey", [])) for row in found]
    assert not schema.get("primaryKey") or len(keys) == len(set(keys))


@pytest.mark.parametrize("name", TABLES)
def test_every_value_has_its_column_s_type_and_keeps_its_limits(name: str) -> None:
    for field in TABLES[name]["schema"]["fields"]:
        limits = field.get("constraints", {})
        texts = [row[field["name"]] for row in rows(name)]
        assert all(re.fullmatch(limits.get("pattern", ".*"), text) for text in texts), field["name"]
        values = [READ[field["type"]](text) for text in texts if text != ""]
        assert len(values) == len(texts) or not limits.get("required"), field["name"]
        assert set(values) <= set(limits.get("enum", values)), field["name"]
        assert all(value >= limits.get("minimum", value) for value in values), field["name"]
        assert all(value <= limits.get("maximum", value) for value in values), field["name"]
        assert not limits.get("unique") or len(set(values)) == len(values), field["name"]


def test_a_cost_at_two_dollars_is_twice_the_hours() -> None:
    for row in rows("training_compute"):
        assert float(row["usd_at_2_per_hour"]) == 2 * float(row["gpu_hours"])


def test_the_headline_is_the_hours_at_the_assumed_price() -> None:
    facts = {row["id"]: float(row["value"]) for row in rows("key_facts")}
    hours = next(
        float(row["gpu_hours"])
        for row in rows("training_compute")
        if (row["model"], row["scope"]) == ("DeepSeek-V3", "final run")
    )
    assert facts["v3-headline"] == hours * facts["v3-assumed-price"]
