"""What every edition does with every kind of block, in both languages: it is tested by existing."""

from __future__ import annotations

import json
import re
import sys
import time
import zipfile
from html import unescape
from importlib.metadata import entry_points
from pathlib import Path

import nbformat
import paper_sample
import pytest
from nbconvert.exporters import get_exporter
from pypdf import PdfReader
from sample_course import PACKAGE, SLUG, SampleCourse

from kholapath.document.model import Document
from kholapath.editions.pipeline import document_of, export
from kholapath.editions.registry import editions
from kholapath.errors import KholapathError
from kholapath.lesson.execute import execute

DOCUMENTS = {"en": paper_sample.english, "bn": paper_sample.bengali}
ALL = sorted(editions())


@pytest.fixture(params=sorted(DOCUMENTS))
def document(request: pytest.FixtureRequest) -> Document:
    return DOCUMENTS[request.param]()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every edition of a small course, run and made once."""
    course = SampleCourse(tmp_path_factory.mktemp("course") / "lessons")
    return list(export(course.folder, ALL, course.folder.parent / "OUT"))


@pytest.mark.parametrize("name", ALL)
def test_it_sets_every_block_there_is(name: str, document: Document) -> None:
    assert editions()[name].make(document)


@pytest.mark.parametrize("name", ALL)
def test_the_same_lesson_makes_the_same_bytes_on_another_day(
    name: str, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, now = editions()[name].make(document), time.time()
    monkeypatch.setattr(time, "time", lambda: now + 86_400)
    assert editions()[name].make(document) == first


@pytest.mark.parametrize("name", ALL)
def test_nobody_but_the_teacher_sees_the_teachers_notes(name: str, document: Document) -> None:
    kept = editions()[name].keep(document)
    told = any("instructor" in block.tags for block in kept.blocks)
    assert told == (name == "guide" and document.meta.lang == "en")


@pytest.mark.parametrize("name", ALL)
def test_a_lesson_without_a_block_is_still_a_whole_file(name: str) -> None:
    empty = Document(paper_sample.meta(), ())
    assert editions()[name].make(empty)


def test_files_are_named_lesson_language_edition_extension(files: list[Path]) -> None:
    wanted = {
        f"01-sums.{lang}.{e.name}.{e.extension}" for e in editions().values() for lang in DOCUMENTS
    }
    assert {file.name for file in files} == wanted


def test_a_file_says_nothing_of_the_machine_it_was_made_on(files: list[Path]) -> None:
    home = re.compile(rb"(?:/root/|/home/|/Users/|\\Users\\|/tmp/)[\w.-]")
    assert [file.name for file in files if home.search(file.read_bytes())] == []


def _everything_said(file: Path) -> str:
    """All text of a file in its readers' eyes, on one line."""
    data = file.read_bytes()
    if file.suffix == ".pdf":
        text = " ".join(page.extract_text() for page in PdfReader(file).pages)
    elif file.suffix == ".zip":
        with zipfile.ZipFile(file) as archive:
            text = " ".join(archive.read(name).decode() for name in archive.namelist())
    else:
        text = data.decode()
    return " ".join(unescape(text).split())


def test_every_edition_names_the_source_of_every_table_and_its_licence(files: list[Path]) -> None:
    named = [s["title"] for table in PACKAGE["resources"] for s in table["sources"]]
    assert named
    for file in files:
        said = _everything_said(file).replace("’", "'")
        assert [name for name in [*named, "CC BY 4.0"] if name not in said] == [], file.name


class TestAsking:
    def test_one_notebook_is_one_language(self, course: SampleCourse) -> None:
        made = list(export(course.lesson / "lesson.bn.ipynb", ["key"], course.folder / "OUT"))
        assert [file.name for file in made] == ["01-sums.bn.key.pdf"]

    def test_paper_is_for_the_editions_that_have_it(self, course: SampleCourse) -> None:
        lesson, out = course.lesson / "lesson.en.ipynb", course.folder / "OUT"
        pdf, page = export(lesson, ["key", "page"], out, paper="letter")
        assert [float(x) for x in PdfReader(pdf).pages[0].mediabox[2:]] == [612, 792]
        assert page.suffix == ".html"

    def test_a_language_that_is_not_there_is_a_sentence(self, course: SampleCourse) -> None:
        with pytest.raises(KholapathError, match="no language 'fr'"):
            list(export(course.lesson, ["key"], course.folder / "OUT", langs=["en", "fr"]))

    def test_a_cell_that_raises_is_named_and_nothing_is_written(self, course: SampleCourse) -> None:
        course.edit_cell("q-total", "1/0")
        with pytest.raises(KholapathError, match=r"cell 5 \(id q-total\): ZeroDivisionError"):
            list(export(course.lesson, ["key"], course.folder / "OUT"))
        assert not list((course.folder / "OUT").iterdir())

    def test_a_file_that_is_no_notebook_is_named(self, course: SampleCourse) -> None:
        course.write("01-sums/lesson.en.ipynb", "{")
        with pytest.raises(KholapathError, match=r"lesson\.en\.ipynb is no notebook"):
            list(export(course.lesson, ["key"], course.folder / "OUT"))

    def test_a_folder_that_cannot_be_written_is_told_before_any_work(
        self, course: SampleCourse
    ) -> None:
        course.write("OUT", "a file")
        steps: list[object] = []
        with pytest.raises(KholapathError, match="OUT cannot be written"):
            list(
                export(
                    course.lesson,
                    ["key"],
                    course.folder / "OUT",
                    progress=lambda *s: steps.append(s),
                )
            )
        assert not steps

    def test_each_cell_that_runs_is_a_step(self, course: SampleCourse) -> None:
        steps: list[tuple[str, int, int]] = []
        list(
            export(
                course.lesson / "lesson.en.ipynb",
                ["key"],
                course.folder / "OUT",
                progress=lambda *step: steps.append(step),
            )
        )
        assert steps == [("01-sums (en)", n, 3) for n in (1, 2, 3)]


EXPORTERS = [e for e in entry_points(group="nbconvert.exporters") if e.name.startswith("lesson-")]


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course's lesson in Bengali, run once."""
    course = SampleCourse(tmp_path_factory.mktemp("course") / "lessons")
    path = course.lesson / "lesson.bn.ipynb"
    return course.write_notebook("bn", execute(nbformat.read(path, as_version=4), path))


class TestNbconvert:
    def test_every_edition_has_one_exporter(self) -> None:
        assert sorted(e.load().edition for e in EXPORTERS) == ALL

    @pytest.mark.parametrize("to", [e.name for e in EXPORTERS])
    def test_the_exporter_makes_the_edition(
        self, notebook: Path, to: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
        exporter = get_exporter(to)()
        made, resources = exporter.from_filename(str(notebook))
        wanted = editions()[exporter.edition]
        document = document_of(json.loads(notebook.read_text("utf-8")), notebook)
        data = made.encode() if isinstance(made, str) else made
        assert data == wanted.make(document)
        assert resources["output_extension"].endswith(f".{wanted.extension}")
        assert exporter.output_mimetype == wanted.mimetype

    def test_none_overwrites_the_file_of_another(self) -> None:
        written = [get_exporter(e.name)().file_extension for e in EXPORTERS]
        assert len(set(written)) == len(written)
        assert {".html", ".pdf", ".key.pdf", ".xml"} <= set(written)

    def test_its_menu_entry_is_like_no_other(self) -> None:
        told = [get_exporter(e.name)().export_from_notebook for e in EXPORTERS]
        assert len(set(told)) == len(told)

    def test_what_is_lost_is_told(
        self, course: SampleCourse, caplog: pytest.LogCaptureFixture
    ) -> None:
        questions = f"{SLUG}/questions.yaml"
        course.change(questions, "  answer: four", "  answer: four\n  hints: [{en: c, bn: গ}]")
        get_exporter("lesson-gift")().from_filename(str(course.lesson / "lesson.en.ipynb"))
        assert "item pick: its hint is left out: GIFT has no place for it" in caplog.messages

    def test_one_that_cannot_be_loaded_is_listed_and_told_when_used(
        self, course: SampleCourse, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "kholapath.editions.gift", None)
        exporter = get_exporter("lesson-gift")()
        assert get_exporter("lesson-moodle")().file_extension == ".xml"
        with pytest.raises(KholapathError, match="The edition 'gift' cannot be loaded"):
            exporter.from_filename(str(course.lesson / "lesson.en.ipynb"))
