"""Every notebook of the course runs from top to bottom, and shows each part in its language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest

from kholapath.lesson.check.text import lesson_calls
from kholapath.lesson.course import notebooks_in
from kholapath.lesson.execute import execute

LESSONS = Path(__file__).parents[2] / "lessons"
NOTEBOOKS = {
    f"{folder.name}.{lang}": (lang, path)
    for folder in sorted(LESSONS.iterdir())
    for lang, path in notebooks_in(folder).items()
}
PRINT = "application/vnd.kholapath.print+json"
SHOWN = {"ask": "question", "explore": "explorable"}


@cache
def run(name: str) -> Any:
    _, path = NOTEBOOKS[name]
    return execute(nbformat.read(path, as_version=4), path)


def code(name: str) -> list[Any]:
    return [cell for cell in run(name).cells if cell.cell_type == "code"]


def test_there_are_lessons_to_run() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_runs_without_an_error_or_a_warning(name: str) -> None:
    said = [o for cell in code(name) for o in cell.outputs if o.get("name") == "stderr"]
    assert said == []


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_each_question_and_figure_shows_its_print_form_in_the_notebook_s_language(
    name: str,
) -> None:
    lang, _ = NOTEBOOKS[name]
    seen = 0
    for cell in code(name):
        for method, kind in SHOWN.items():
            if lesson_calls(cell.source, method):
                form = cell.outputs[-1].data[PRINT]
                assert (form["kind"], form["lang"]) == (kind, lang), cell.id
                seen += 1
    assert seen
