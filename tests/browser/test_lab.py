"""JupyterLab itself: the lessons in its panel, launcher and palette, and a lesson worked through.

No page asks anything of the network or logs an error: `new_page` sees to that.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import NewPage, Watch, axe
from browser.lab_server import LabServer, course_to_explore, end, own_environment
from playwright.sync_api import Locator, Page, expect
from sample_course import SLUG, cell
from sample_course import notebook as sample_notebook

KERNEL = 60_000  # ms: a kernel may take its time on a busy machine
READY = """() => {
  const kernel = window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;
  return kernel?.connectionStatus === "connected" && kernel.status === "idle";
}"""


def command(page: Page, name: str) -> None:
    """Have a command carried out, to its end: a run of all cells takes the focus when it ends."""
    known = "name => window.jupyterapp?.commands.hasCommand(name)"
    page.wait_for_function(known, arg=name, timeout=KERNEL)
    page.evaluate("name => window.jupyterapp.commands.execute(name).then(() => {})", name)


def in_bengali(lab: LabServer) -> None:
    lab.set("translation-extension:plugin", locale="bn_BD")


def started(lab: LabServer, page: Page) -> Page:
    """Open JupyterLab with nothing in it but the launcher."""
    page.goto(lab.address())
    expect(page.locator(".jp-Launcher")).to_be_visible(timeout=KERNEL)
    return page


@pytest.fixture
def start(lab: LabServer, new_page: NewPage) -> Page:
    return started(lab, new_page())


def panel(page: Page) -> Locator:
    command(page, "kholapath:show-lessons")
    return page.locator(".kp-lessons")


def notebook(lab: LabServer, page: Page, lang: str = "en") -> Page:
    """Open the lesson at its own address and run it."""
    page.goto(lab.address(f"{SLUG}/lesson.{lang}.ipynb"))
    page.wait_for_function(READY, timeout=KERNEL)
    command(page, "notebook:run-all-cells")
    expect(page.locator(".kp-explorable svg")).to_be_visible(timeout=KERNEL)
    return page


def quiz_notebook() -> dict[str, Any]:
    """Make a notebook that shows an exam of two questions."""
    asked = (
        'choice = {"id": "pick", "type": "choice", "prompt": "2 + 2?", "answer": "b",\n'
        '  "options": [{"id": "a", "text": "3"}, {"id": "b", "text": "4"}]}\n'
        'number = {"id": "total", "type": "numeric", "prompt": "The sum?", "answer": {"value": 4}}\n'
    )
    shown = 'Quiz("Sums", [choice, number], mode="exam", id="sums")'
    cells = [
        cell("import", f"from kholapath_widgets import Quiz\n{asked}", code=True),
        cell("quiz", shown, code=True),
    ]
    return {**sample_notebook("en"), "cells": cells}


def expect_open(page: Page, lang: str) -> None:
    expect(page.locator(".lm-TabBar-tab.jp-mod-current")).to_contain_text(f"lesson.{lang}.ipynb")
    expect(page.locator(".jp-Notebook")).to_be_visible()


class TestTheLessons:
    def test_the_panel_lists_them(self, start: Page) -> None:
        shown = panel(start)
        expect(shown.get_by_role("heading", name="Sums")).to_be_visible()
        item = shown.get_by_role("listitem")
        expect(item.get_by_role("heading")).to_have_text("Two and two")
        expect(item).to_contain_text("10 min")
        expect(item.get_by_role("button")).to_have_text(["English", "বাংলা"])

    def test_in_bengali_it_speaks_bengali(self, lab: LabServer, new_page: NewPage) -> None:
        in_bengali(lab)
        page = started(lab, new_page())
        expect(page.get_by_role("button", name="পাঠ ১: দুই আর দুই")).to_be_visible()
        item = panel(page).get_by_role("listitem")
        expect(item.get_by_role("heading")).to_have_text("দুই আর দুই")
        expect(item).to_contain_text("১০ মিনিট")
        own = item.get_by_role("button", name="পাঠ ১ খুলুন: দুই আর দুই (বাংলা)")
        expect(own).to_have_attribute("data-own", "")

    def test_one_opens_from_the_panel_by_keyboard(self, start: Page) -> None:
        expect(panel(start).get_by_role("button", name="English")).to_be_focused()
        start.keyboard.press("Tab")
        start.keyboard.press("Enter")
        expect_open(start, "bn")

    def test_one_opens_from_the_launcher(self, start: Page) -> None:
        start.get_by_role("button", name="Lesson 1: Two and two").press("Enter")
        expect_open(start, "en")

    @pytest.mark.parametrize(("lang", "asked"), [("en", "lesson 1 engl"), ("bn", "পাঠ ১ বাংলা")])
    def test_one_opens_from_the_palette(
        self, lab: LabServer, new_page: NewPage, lang: str, asked: str
    ) -> None:
        if lang == "bn":
            in_bengali(lab)
        page = started(lab, new_page())
        panel(page).get_by_role("listitem").wait_for()
        command(page, "apputils:activate-command-palette")
        page.locator(".lm-CommandPalette-input").fill(asked)
        found = page.locator(".lm-CommandPalette-item")
        expect(found).to_have_count(1)
        page.keyboard.press("Enter")
        expect_open(page, lang)

    def test_a_course_broken_or_empty_says_so_and_can_be_read_again(
        self, lab: LabServer, new_page: NewPage, watch: Watch
    ) -> None:
        whole = (lab.course.folder / "course.yaml").read_text("utf-8")
        lab.course.write("course.yaml", "title: [")
        page = started(lab, new_page())
        shown = panel(page)
        expect(shown.get_by_role("alert")).to_contain_text("course.yaml: this is not valid YAML")
        lab.course.write("course.yaml", "title: Sums\nlessons: []\n")
        shown.get_by_role("button", name="Try again").press("Enter")
        expect(shown).to_contain_text("kholapath new 01-its-name")
        lab.course.write("course.yaml", whole)
        shown.get_by_role("button", name="Look again").press("Enter")
        expect(shown.get_by_role("button", name="English")).to_be_focused()
        assert all("500" in error for error in watch.errors)
        watch.errors.clear()

    def test_no_news_and_no_update_are_asked_for(self, start: Page) -> None:
        expect(panel(start).get_by_role("listitem")).to_be_visible()
        expect(start.locator(".Toastify__toast")).to_have_count(0)


def test_kholapath_open_prints_the_address_at_which_the_lesson_is_open(
    tmp_path: Path, new_page: NewPage
) -> None:
    course = course_to_explore(tmp_path / "lessons")
    program = Path(sys.executable).with_name("kholapath")
    opening = subprocess.Popen(
        [program, "open", "--lang", "bn", "--no-browser"],
        cwd=course.folder,
        env=own_environment(tmp_path),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert opening.stderr
        printed = (re.search(r"http://127\S+token=\w+", line) for line in opening.stderr)
        address = next(filter(None, printed))[0]
        page = new_page()
        page.goto(address)
        expect_open(page, "bn")
        page.close()
    finally:
        end(opening)


class TestALesson:
    def test_an_answer_by_keyboard_is_marked_and_there_again_the_next_day(
        self, lab: LabServer, new_page: NewPage
    ) -> None:
        page = notebook(lab, new_page())
        question = page.locator(".kp-question").first
        question.get_by_role("radio", name="3").focus()
        for key in ("Space", "Tab", "Enter"):
            page.keyboard.press(key)
        expect(question).to_have_attribute("data-state", "wrong")
        expect(question).to_contain_text("That is 2 + 1.")
        lab.wait_until_kept(score=0)
        page.goto("about:blank")
        lab.end_kernels()
        notebook(lab, page)
        expect(question).to_have_attribute("data-state", "wrong")
        expect(question.get_by_role("radio", name="3")).to_be_checked()

    def test_the_answer_is_there_when_the_cell_is_run_again(
        self, lab: LabServer, new_page: NewPage
    ) -> None:
        page = notebook(lab, new_page())
        question = page.locator(".kp-question").first
        question.get_by_role("radio", name="4").check()
        question.get_by_role("button", name="Check").click()
        expect(question).to_have_attribute("data-state", "right")
        page.evaluate("document.querySelector('.kp-question').dataset.before = 'yes'")
        command(page, "notebook:run-all-cells")
        expect(page.locator(".kp-question[data-before]")).to_have_count(0)
        expect(question).to_have_attribute("data-state", "right")

    def test_a_code_brings_the_answer_to_a_fresh_environment(
        self, lab: LabServer, new_page: NewPage
    ) -> None:
        page = notebook(lab, new_page())
        question = page.locator(".kp-question").first
        question.get_by_role("radio", name="3").check()
        question.get_by_role("button", name="Check").click()
        lab.wait_until_kept(score=0)
        code = lab.kholapath("progress", "code", SLUG).split()[-1]
        page.goto("about:blank")
        lab.fresh()
        notebook(lab, page)
        expect(question).to_have_attribute("data-state", "untouched")
        page.goto("about:blank")
        lab.fresh()
        lab.kholapath("progress", "resume", code)
        notebook(lab, page)
        expect(question).to_have_attribute("data-state", "wrong")
        expect(question.get_by_role("radio", name="3")).to_be_checked()

    def test_a_quiz_is_marked_by_the_kernel_when_it_is_finished(
        self, lab: LabServer, new_page: NewPage
    ) -> None:
        lab.course.write(f"{SLUG}/quiz.ipynb", json.dumps(quiz_notebook()))
        page = new_page()
        page.goto(lab.address(f"{SLUG}/quiz.ipynb"))
        page.wait_for_function(READY, timeout=KERNEL)
        command(page, "notebook:run-all-cells")
        quiz = page.locator(".kp-quiz")
        quiz.get_by_role("radio", name="4").check(timeout=KERNEL)
        quiz.get_by_role("textbox").fill("5")
        quiz.get_by_role("button", name="Finish").click()
        expect(quiz.locator(".kp-summary")).to_contain_text("1 of 2 points")
        command(page, "notebook:run-all-cells")
        expect(quiz.locator(".kp-summary")).to_contain_text("1 of 2 points")

    def test_another_language_keeps_the_answer(self, lab: LabServer, new_page: NewPage) -> None:
        question = notebook(lab, new_page()).locator(".kp-question").first
        question.get_by_role("radio", name="3").check()
        question.get_by_role("button", name="Check").click()
        question.get_by_role("button", name="বাংলা").click()
        expect(question.get_by_role("radio", name="৩")).to_be_checked()
        expect(question).to_contain_text("এটি ২ + ১।")

    def test_a_slider_moves_the_chart_and_the_sentence(
        self, lab: LabServer, new_page: NewPage
    ) -> None:
        figure = notebook(lab, new_page()).locator(".kp-explorable")
        expect(figure).to_contain_text("At $2 the run costs $4.")
        before = figure.locator("svg").inner_html()
        figure.get_by_role("slider", name="Price").press("ArrowRight")
        expect(figure).to_contain_text("At $3 the run costs $6.")
        assert figure.locator("svg").inner_html() != before

    @pytest.mark.parametrize(("lang", "theme"), [("en", "Light"), ("bn", "Dark")])
    def test_axe_finds_nothing_in_what_is_ours(
        self, lab: LabServer, new_page: NewPage, lang: str, theme: str
    ) -> None:
        lab.set("apputils-extension:themes", theme=f"JupyterLab {theme}")
        if lang == "bn":
            in_bengali(lab)
        page = notebook(lab, new_page(), lang)
        expect(page.locator("body")).to_have_attribute("data-jp-theme-name", re.compile(theme))
        panel(page).get_by_role("listitem").wait_for()
        assert axe(page, ".kp-lessons", ".kp-question", ".kp-explorable") == []

    def test_the_export_menu_lists_the_lesson_s_editions(self, lab: LabServer) -> None:
        ours = {e.name for e in entry_points(group="nbconvert.exporters") if "lesson-" in e.name}
        assert {"lesson-html", "lesson-pdf", "lesson-key", "lesson-moodle"} <= ours
        assert ours <= set(lab.get("api/nbconvert"))
