"""Every notebook of the course runs from top to bottom, and shows each part in its language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kholapath.lesson.check.text import lesson_calls
from kholapath.lesson.course import notebooks_in

LESSONS = Path(__file__).parents[2] / "lessons"
NOTEBOOKS = {
    f"{folder.name}.{lang}": (lang, path)
    for folder in sorted(LESSONS.iterdir())
    for lang, path in notebooks_in(folder).items()
}
PRINT = "application/vnd.kholapath.print+json"
SHOWN = {"ask": "question", "explore": "explorable"}


Run = Callable[[Path], Any]


def code(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_lessons_to_run() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_runs_without_an_error_or_a_warning(name: str, executed: Run) -> None:
    cells = code(executed(NOTEBOOKS[name][1]))
    assert cells
    assert [o for cell in cells for o in cell.outputs if o.get("name") == "stderr"] == []


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_each_question_and_figure_shows_its_print_form_in_the_notebook_s_language(
    name: str, executed: Run
) -> None:
    lang, path = NOTEBOOKS[name]
    seen = 0
    for cell in code(executed(path)):
        for method, kind in SHOWN.items():
            if lesson_calls(cell.source, method):
                form = cell.outputs[-1].data[PRINT]
                assert (form["kind"], form["lang"]) == (kind, lang), cell.id
                seen += 1
    assert seen
