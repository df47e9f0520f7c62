"""Every lesson of the course as its page: whole, light enough, silent, and every figure in it moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import NewPage, axe
from playwright.sync_api import Locator, Page, expect

from kholapath.editions.pipeline import Prepared, document_of, write
from kholapath.lesson.course import read_course

COURSE = read_course(Path(__file__).parents[2] / "lessons")
NOTEBOOKS = [path for lesson in COURSE.lessons for path in lesson.notebooks.values()]
MOST = 1_400_000  # bytes of a page


def _name(path: Path) -> str:
    return f"{path.parent.name[:2]}-{path.suffixes[0][1:]}"


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=_name)
def test_its_page_is_whole_and_every_figure_moves(
    notebook: Path, executed: Callable[[Path], Any], new_page: NewPage, tmp_path: Path
) -> None:
    document = document_of(executed(notebook), notebook)
    (file,) = write(Prepared(document, notebook, "lesson", ()), ["page"], tmp_path)
    assert file.stat().st_size <= MOST
    page = new_page(viewport={"width": 390, "height": 800})
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-interactive]")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    turned = page.locator(".kp-explorable:has(.kp-control)").all()
    assert turned
    for figure in turned:
        _moves(page, figure)


def _moves(page: Page, figure: Locator) -> None:
    """Turn the figure's first control: the sentence says something else, the picture is another."""
    drawing = figure.locator("svg").first
    before, said = drawing.inner_html(), figure.inner_text()
    control = figure.locator("input[type=range], select, input[type=radio]:not(:checked)").first
    if control.evaluate("el => el.tagName") == "SELECT":
        control.select_option(index=1 - min(1, int(control.evaluate("el => el.selectedIndex"))))
    elif control.get_attribute("type") == "range":
        control.press("Home")
        if figure.inner_text() == said:
            control.press("End")
    else:
        control.check(force=True)
    expect(figure).not_to_have_text(said, use_inner_text=True)
    page.wait_for_function(
        "([svg, was]) => svg.innerHTML !== was", arg=[drawing.element_handle(), before]
    )
