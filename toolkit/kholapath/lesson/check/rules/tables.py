"""The data package says what the tables hold, and they hold it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from kholapath.errors import CourseError
from kholapath.lesson.check.registry import Found, Place, rule
from kholapath.lesson.check.subject import Subject


@rule("data-unreadable", "Mend it; see datapackage.org.")
def unreadable(lesson: Subject) -> Iterator[Found]:
    """A data package that is none."""
    if lesson.data_problem:
        file = lesson.data.folder / "datapackage.json"
        yield Place(file), lesson.data_problem.removeprefix(f"{file} ")


@rule("data-described", "Describe it in datapackage.json.")
def described(lesson: Subject) -> Iterator[Found]:
    """Each table says its columns, its source and its licence."""
    file = lesson.data.folder / "datapackage.json"
    for name, resource in lesson.data.resources.items():
        for field in ("schema", "sources", "licenses"):
            if not resource.get(field):
                yield Place(file), f"The table {name!r} has no {field!r}."


@rule("data-schema", "Make the table and its schema in datapackage.json agree.")
def schema(lesson: Subject) -> Iterator[Found]:
    """Columns and values are as described."""
    for name, resource in lesson.data.resources.items():
        file, fields = lesson.data.path(name), _fields(resource)
        try:
            rows = lesson.data.rows(name)
        except CourseError as error:
            yield Place(file), str(error).removeprefix(f"{file} ")
            continue
        if not fields or not rows:
            continue
        if list(rows[0]) != list(fields):
            yield (
                Place(file),
                f"Its columns are {', '.join(map(str, rows[0]))}; the schema says {', '.join(fields)}.",
            )
            continue
        for field in fields.values():
            wrong = _first_wrong(rows, field)
            if wrong:
                yield Place(file), wrong


def _fields(resource: dict[str, Any]) -> dict[str, dict[str, Any]]:
    schema = resource.get("schema")
    fields = schema.get("fields", []) if isinstance(schema, dict) else []
    return {str(f["name"]): f for f in fields if isinstance(f, dict)}


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


_KINDS: dict[str, Callable[[str], Any]] = {
    "number": _is_number,
    "integer": re.compile(r"[+-]?\d+").fullmatch,
    "year": re.compile(r"\d{4}").fullmatch,
    "yearmonth": re.compile(r"\d{4}-\d{2}").fullmatch,
    "date": _DATE.fullmatch,
    "boolean": re.compile(r"true|false|0|1", re.IGNORECASE).fullmatch,
}


def _first_wrong(rows: list[dict[str, str]], field: dict[str, Any]) -> str | None:
    column, kind = str(field["name"]), str(field.get("type", "any"))
    asked = field.get("constraints") or {}
    seen: set[str] = set()
    for number, row in enumerate(rows, 2):  # the header is line 1
        value = row[column]
        problem = "is missing" if value is None else _problem(value, kind, asked)
        if value and asked.get("unique") and value in seen:
            problem = "stands there twice"
        if problem:
            return f"Row {number}, column {column!r}: {value!r} {problem}."
        seen.add(value)
    return None


def _problem(value: str, kind: str, asked: dict[str, Any]) -> str | None:
    """What is wrong with a value: its type, or one of its column's constraints."""
    if value == "":
        return "is empty, but required" if asked.get("required") else None
    fits = _KINDS.get(kind)
    if fits and not fits(value):
        return f"is no {kind}"
    if "enum" in asked and value not in map(str, asked["enum"]):
        return f"is none of {', '.join(map(str, asked['enum']))}"
    number = float(value) if kind in ("number", "integer") else None
    if number is not None and not asked.get("minimum", number) <= number:
        return f"is less than {asked['minimum']}"
    if number is not None and not asked.get("maximum", number) >= number:
        return f"is more than {asked['maximum']}"
    return None
