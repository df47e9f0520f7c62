"""A lesson as its notebook uses it, found wherever it lies, and run from top to bottom."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import nbformat
import pytest
from sample_course import SLUG, SampleCourse

import kholapath
from kholapath.errors import (
    CellError,
    CodeError,
    CourseError,
    LessonNotFound,
    NotebookError,
    OutputError,
    UnknownName,
)
from kholapath.lesson import open as opening
from kholapath.lesson.course import find_course, listing, read_course
from kholapath.lesson.execute import execute
from kholapath.lesson.language import notebook_language
from kholapath.progress import Progress
from kholapath_widgets import ItemError


@pytest.fixture
def lesson(course: SampleCourse) -> kholapath.Lesson:
    return kholapath.open_lesson(SLUG)


class TestCards:
    def test_a_card_keeps_what_was_done_with_it(self, course: SampleCourse) -> None:
        card = kholapath.open_lesson(SLUG, lang="bn").show("think")
        assert card.print_form()["sheet"]["prompt"] == "ভাবুন"
        card.record = {"open": True}
        assert kholapath.open_lesson(SLUG).show("think").record == {"open": True}

    def test_a_name_that_is_none_offers_the_near_ones(self, lesson: kholapath.Lesson) -> None:
        with pytest.raises(UnknownName, match=r"cards\.yaml has no card 'thinks'.*think"):
            lesson.show("thinks")

    def test_the_glossary_has_its_terms_in_both_languages(self, course: SampleCourse) -> None:
        course.write(
            "glossary.yaml",
            "sum: {term: {en: sum, bn: যোগফল}, meaning: {en: the result, bn: যোগের ফল}}",
        )
        sheet = kholapath.open_lesson(SLUG).glossary().print_form()["sheet"]
        assert sheet["parts"][0]["rows"] == [["sum", "যোগফল", "the result"]]


class TestQuizzes:
    @pytest.fixture
    def quiz_course(self, course: SampleCourse) -> SampleCourse:
        title = "{en: Sums, bn: যোগ}"
        entry = f"- {{id: sums, card: quiz, title: {title}, items: [pick, total], mode: exam}}\n"
        course.write(f"{SLUG}/cards.yaml", entry)
        return course

    def test_a_quiz_asks_the_lessons_questions(self, quiz_course: SampleCourse) -> None:
        lesson = kholapath.open_lesson(SLUG, lang="bn")
        form = lesson.show("sums").print_form()
        assert [child["form"]["id"] for child in form["children"]] == ["pick", "total"]
        assert (form["title"], form["state"]["content"]["seed"]) == ("যোগ", 7)

    def test_a_question_that_is_none_is_named(self, quiz_course: SampleCourse) -> None:
        quiz_course.write(
            f"{SLUG}/cards.yaml", "- {id: sums, card: quiz, title: Sums, items: [pick, tot]}\n"
        )
        with pytest.raises(ItemError, match=r"cards\.yaml, item 'sums', field items: there is no"):
            kholapath.open_lesson(SLUG).show("sums")

    def test_it_is_kept_carried_and_told(self, quiz_course: SampleCourse) -> None:
        lesson = kholapath.open_lesson(SLUG)
        quiz: Any = lesson.show("sums")
        quiz.record = {"values": {"pick": "four", "total": "3"}}
        quiz.finish()
        told = Progress().statements()
        *answered, completed = told
        assert [told_of["result"]["success"] for told_of in answered] == [True, False]
        assert completed["object"]["id"].endswith("#sums")
        assert completed["result"] == {"completion": True, "score": {"scaled": 0.5}}
        code = lesson.code()
        Progress().path.unlink()
        fresh = kholapath.open_lesson(SLUG)
        there: Any = fresh.show("sums")
        assert there.score is None
        fresh.resume(code)
        assert there.score == 0.5
        assert there.content["items"][0]["answer"] == "four"

    def test_the_bar_counts_what_is_answered_as_it_happens(self, quiz_course: SampleCourse) -> None:
        lesson = kholapath.open_lesson(SLUG)
        bar: Any = lesson.progress()
        assert bar.record == {"done": 0, "asked": 0}
        question, quiz = lesson.ask("pick"), lesson.show("sums")
        lesson.ask("pick")
        assert bar.record == {"done": 0, "asked": 3}
        question.submit("three")
        quiz.set_trait("record", {"values": {"total": "4"}})
        assert bar.record == {"done": 2, "asked": 3}

    def test_the_exit_ticket_is_kept(self, lesson: kholapath.Lesson) -> None:
        ticket: Any = lesson.exit_ticket()
        ticket.record = {"values": {"exit-sure": "mostly"}}
        assert kholapath.open_lesson(SLUG).exit_ticket().get_state()["record"] == ticket.record


class TestACourse:
    def test_it_is_found_from_within(
        self, course: SampleCourse, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for folder in (course.folder, course.lesson, course.folder.parent):
            monkeypatch.chdir(folder)
            assert find_course().folder == course.folder

    def test_it_can_be_named(self, course: SampleCourse, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir("/")
        monkeypatch.setenv("KHOLAPATH_LESSONS", str(course.folder))
        assert find_course().seed == 7

    def test_its_lessons_are_listed_in_every_language(self, course: SampleCourse) -> None:
        assert listing(find_course()) == [
            {
                "slug": SLUG,
                "number": 1,
                "minutes": 10,
                "title": {"en": "Two and two", "bn": "দুই আর দুই"},
                "notebooks": {"en": f"{SLUG}/lesson.en.ipynb", "bn": f"{SLUG}/lesson.bn.ipynb"},
            }
        ]

    @pytest.mark.parametrize("name", [None, SLUG, "1", "01", "01-s"])
    def test_a_lesson_is_found_by_name_or_number(
        self, course: SampleCourse, name: str | None
    ) -> None:
        assert find_course().find(name).slug == SLUG

    def test_a_name_that_is_none_brings_the_near_ones(self, course: SampleCourse) -> None:
        with pytest.raises(LessonNotFound, match="Did you mean 01-sums"):
            find_course().find("01-smus")

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("title: [", "not valid YAML at line"),
            ("- a", "a map of fields"),
            ("title: A", "field lessons: Field required"),
            ("title: A\nlessons: []\nsede: 3", "field sede"),
            ("title: A\nlessons: [{slug: sums, title: A, minutes: 5}]", "field lessons.0.slug"),
            ("title: A\nlessons: [{slug: 01-a, title: A, minutes: 0}]", "field lessons.0.minutes"),
            ("title: A\nlessons: [&a {slug: 01-a, title: A, minutes: 5}, *a]", "listed twice"),
        ],
    )
    def test_a_fault_names_file_and_field(
        self, course: SampleCourse, text: str, words: str
    ) -> None:
        file = course.write("course.yaml", text)
        with pytest.raises(CourseError, match=words) as caught:
            read_course(course.folder)
        assert str(file) in str(caught.value)


class TestALesson:
    def test_a_question_has_its_number_language_and_seed(self, lesson: kholapath.Lesson) -> None:
        question = lesson.ask("total")
        assert (question.number, question.lang, question.seed) == (2, "en", 7)

    def test_an_answer_is_computed_from_the_table(self, course: SampleCourse) -> None:
        course.change("data/sums.csv", "2,4", "2,5")
        assert kholapath.open_lesson(SLUG).ask("total").mark("5").correct

    def test_a_name_that_is_none_brings_the_near_ones(self, lesson: kholapath.Lesson) -> None:
        with pytest.raises(UnknownName, match=r"no question 'pikc'\. Did you mean pick\?"):
            lesson.ask("pikc")
        with pytest.raises(UnknownName, match=r"no explorable 'x'\. There are: all-sums"):
            lesson.explore("x")
        with pytest.raises(UnknownName, match=r"no table 'sum'\. Did you mean sums"):
            lesson.data("sum")

    def test_a_table_is_a_data_frame(self, lesson: kholapath.Lesson) -> None:
        assert list(lesson.data("sums").total) == [2, 4]

    def test_an_explorable_speaks_the_language(self, course: SampleCourse) -> None:
        assert kholapath.open_lesson(SLUG, lang="bn").explore("all-sums").lang == "bn"

    def test_a_fault_in_a_question_names_its_field(self, course: SampleCourse) -> None:
        course.change(f"{SLUG}/questions.yaml", "answer: four", "answer: five")
        with pytest.raises(ItemError, match="item 'pick', field answer: 'five' names no option"):
            kholapath.open_lesson(SLUG).ask("pick")

    def test_it_opens_from_its_own_folder_and_from_elsewhere(
        self, course: SampleCourse, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(course.lesson)
        assert kholapath.open_lesson(SLUG).folder == course.lesson
        renamed = course.lesson.rename(course.folder / "my-copy")
        monkeypatch.chdir(renamed)
        mine = kholapath.open_lesson(SLUG)
        assert (mine.folder, mine.slug) == (renamed, SLUG)

    def test_a_lesson_that_is_not_there_is_named(self, course: SampleCourse) -> None:
        with pytest.raises(LessonNotFound, match="no lesson '02-x'"):
            kholapath.open_lesson("02-x")


class TestAnswers:
    def test_running_the_notebook_again_finds_them(self, lesson: kholapath.Lesson) -> None:
        question = lesson.ask("total")
        question.submit("4")
        again = kholapath.open_lesson(SLUG).ask("total")
        assert again.value == "4"
        assert again.record["result"]["correct"] is True

    def test_two_languages_share_them(self, lesson: kholapath.Lesson) -> None:
        lesson.ask("pick").value = "four"
        assert kholapath.open_lesson(SLUG, lang="bn").ask("pick").value == "four"

    def test_each_try_is_a_statement_without_a_name(self, lesson: kholapath.Lesson) -> None:
        question = lesson.ask("total")
        question.value = "3"  # typed, not submitted
        question.submit("3")
        question.submit("4")
        statements = Progress().statements()
        assert [s["result"]["success"] for s in statements] == [False, True]
        assert statements[0]["object"]["id"] == f"urn:kholapath:lesson:{SLUG}#total"
        assert set(statements[0]["actor"]) == {"objectType", "account"}

    def test_a_store_that_fails_is_a_notice_and_the_lesson_goes_on(
        self, course: SampleCourse, own_store: Path
    ) -> None:
        own_store.parent.mkdir()
        own_store.write_bytes(b"no database" * 500)
        lesson = kholapath.open_lesson(SLUG, lang="bn")
        question = lesson.ask("pick")
        assert "উত্তর রাখা যাচ্ছে না" in question.notice
        assert str(own_store) in question.notice
        question.value = "four"
        assert lesson.ask("pick").value == "four"

    def test_a_store_that_fails_later_is_a_notice_on_every_question(
        self, lesson: kholapath.Lesson, own_store: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("kholapath.progress._WAIT", 0.05)
        pick, total = lesson.ask("pick"), lesson.ask("total")
        assert not pick.notice
        other = sqlite3.connect(own_store, isolation_level=None)
        other.execute("begin exclusive")
        pick.value = "four"
        assert "locked by another program" in pick.notice
        assert total.notice == pick.notice

    def test_a_code_brings_them_to_another_machine(
        self,
        lesson: kholapath.Lesson,
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        lesson.ask("total").submit("4")
        code = lesson.code()
        monkeypatch.setenv("KHOLAPATH_PROGRESS", str(tmp_path / "elsewhere"))
        other = kholapath.open_lesson(SLUG, lang="bn")
        question = other.ask("total")
        assert question.value is None
        other.resume(code)
        assert question.value == "4"
        assert capsys.readouterr().out == "১টি উত্তর ফিরে এসেছে।\n"
        assert kholapath.open_lesson(SLUG).ask("total").record["attempts"] == 1

    def test_a_code_of_another_lesson_is_refused(self, lesson: kholapath.Lesson) -> None:
        lesson.slug = "02-other"
        code = kholapath.open_lesson(SLUG).code()
        with pytest.raises(CodeError, match="for the lesson 01-sums; this one is 02-other"):
            lesson.resume(code)


class TestTheLanguage:
    def test_it_is_the_notebooks_name(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("JPY_SESSION_NAME", "lessons/01-sums/lesson.bn.ipynb")
        monkeypatch.setenv("KHOLAPATH_LANG", "fr")
        assert notebook_language() == "bn"

    def test_a_renamed_notebook_still_knows_it(
        self, course: SampleCourse, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        mine = (course.lesson / "lesson.bn.ipynb").rename(course.lesson / "Untitled.ipynb")
        monkeypatch.setenv("JPY_SESSION_NAME", str(mine))
        assert notebook_language() == "bn"
        monkeypatch.chdir(course.lesson)
        monkeypatch.setenv("JPY_SESSION_NAME", "deep/in/the/server/Untitled.ipynb")
        assert notebook_language() == "bn"

    def test_it_can_be_set_and_is_english_otherwise(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert notebook_language() == "en"
        monkeypatch.setenv("JPY_SESSION_NAME", "gone.ipynb")
        monkeypatch.setenv("KHOLAPATH_LANG", "bn")
        assert notebook_language() == "bn"


def read(path: Path) -> Any:
    return nbformat.from_dict(json.loads(path.read_text("utf-8")))


class TestRunning:
    def test_every_cell_is_run_in_the_notebooks_language(
        self, course: SampleCourse, own_store: Path
    ) -> None:
        path = course.lesson / "lesson.bn.ipynb"
        steps: list[tuple[int, int]] = []
        done = execute(read(path), path, progress=lambda *step: steps.append(step))
        data = done.cells[3].outputs[0].data
        assert data["application/vnd.kholapath.print+json"]["lang"] == "bn"
        assert "application/vnd.jupyter.widget-state+json" in done.metadata.widgets
        assert steps == [(1, 3), (2, 3), (3, 3)]
        assert not own_store.exists(), "a run touches nobody's answers"
        assert not read(path).cells[3].outputs, "the notebook itself is not changed"

    def test_a_learners_answers_are_not_in_it(self, course: SampleCourse) -> None:
        kholapath.open_lesson(SLUG).ask("pick").value = "four"
        path = course.lesson / "lesson.en.ipynb"
        states = execute(read(path), path).metadata.widgets.popitem()[1]["state"]
        assert all(s["state"].get("value") is None for s in states.values())

    def test_a_cell_that_raises_is_named(self, course: SampleCourse) -> None:
        course.edit_cell("q-pick", 'lesson.ask("pikc")')
        path = course.lesson / "lesson.en.ipynb"
        with pytest.raises(
            CellError, match=r"cell 4 \(id q-pick\): UnknownName: .*pick\?"
        ) as caught:
            execute(read(path), path)
        assert (caught.value.cell, caught.value.cell_id) == (4, "q-pick")

    def test_a_cell_that_never_ends_is_named(self, course: SampleCourse) -> None:
        course.edit_cell("q-pick", "import time; time.sleep(60)")
        path = course.lesson / "lesson.en.ipynb"
        with pytest.raises(CellError, match=r"cell 4 .*longer than 3 seconds"):
            execute(read(path), path, timeout=3)

    def test_a_kernel_that_dies_is_named(self, course: SampleCourse) -> None:
        course.edit_cell("q-pick", "import os; os._exit(1)")
        path = course.lesson / "lesson.en.ipynb"
        with pytest.raises(CellError, match=r"cell 4 .*the kernel died"):
            execute(read(path), path)

    def test_a_kernel_that_is_not_there_is_named(self, course: SampleCourse) -> None:
        course.edit(lambda nb: nb["metadata"]["kernelspec"].update(name="cobol"))
        path = course.lesson / "lesson.en.ipynb"
        with pytest.raises(NotebookError, match="wants the kernel 'cobol'"):
            execute(read(path), path)


class TestOpening:
    def test_a_language_that_is_not_there_is_named(self, course: SampleCourse) -> None:
        with pytest.raises(LessonNotFound, match=r"no language 'fr'\. There are: en, bn"):
            opening.notebook_of(find_course().find("1"), "fr")

    def test_what_can_be_written_is_opened_in_place(self, course: SampleCourse) -> None:
        notebook = course.lesson / "lesson.bn.ipynb"
        assert opening.writable(notebook) == notebook
        assert opening.lab_arguments(notebook, browser=False) == [
            f"--ServerApp.root_dir={course.folder}",
            f"--LabApp.default_url=/lab/tree/{SLUG}/lesson.bn.ipynb",
            "--no-browser",
        ]

    def test_what_is_read_only_is_copied_once_and_then_kept(
        self, course: SampleCourse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)
        mine = opening.writable(course.lesson / "lesson.en.ipynb", tmp_path / "mine")
        assert mine == tmp_path / "mine" / SLUG / "lesson.en.ipynb"
        assert (mine.parent / "questions.yaml").is_file()
        mine.write_text("my own words")
        assert opening.writable(course.lesson / "lesson.en.ipynb", tmp_path / "mine") == mine
        assert mine.read_text() == "my own words"

    def test_an_installed_lesson_is_copied_though_it_could_be_written(
        self, course: SampleCourse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(opening, "installed_folder", lambda: course.folder)
        own = tmp_path / "mine"
        assert own in opening.writable(course.lesson / "lesson.en.ipynb", own).parents

    def test_where_no_copy_can_be_made_it_says_so(
        self, course: SampleCourse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)
        (tmp_path / "mine").write_text("in the way")
        with pytest.raises(OutputError, match="no copy can be made"):
            opening.writable(course.lesson / "lesson.en.ipynb", tmp_path / "mine")
