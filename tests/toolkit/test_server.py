"""The server extension: which lessons there are, where one is opened, and who may ask."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.lab_server import LabServer
from sample_course import SLUG, SampleCourse

from kholapath.errors import OutputError
from kholapath.server.place import COPIES, place


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabServer]:
    """JupyterLab's own server; it refuses whatever has not asked who is asking."""
    running = LabServer(tmp_path_factory.mktemp("server"))
    yield running
    running.stop()


def ask_to_open(server: LabServer, **body: str) -> tuple[int, dict[str, str]]:
    return server.ask("kholapath/open", json.dumps(body), method="POST")


def test_it_lists_the_lessons_in_every_language(server: LabServer) -> None:
    answer = server.get("kholapath/lessons")
    assert answer["title"] == {"en": "Sums", "bn": "যোগ"}
    [lesson] = answer["lessons"]
    assert lesson["title"]["bn"] == "দুই আর দুই"
    assert lesson["notebooks"]["bn"] == f"{SLUG}/lesson.bn.ipynb"
    assert (lesson["number"], lesson["minutes"]) == (1, 10)


@pytest.mark.parametrize(("name", "method"), [("lessons", "GET"), ("open", "POST")])
def test_without_the_token_nothing_is_told(server: LabServer, name: str, method: str) -> None:
    status, answer = server.ask(f"kholapath/{name}", method=method, token="another")
    assert status == 403
    assert "lessons" not in answer


def test_a_lesson_that_is_served_opens_where_it_lies(server: LabServer) -> None:
    opened = ask_to_open(server, slug=SLUG, lang="bn")
    assert opened == (200, {"path": f"{SLUG}/lesson.bn.ipynb"})


@pytest.mark.parametrize(
    ("slug", "lang", "way_out"),
    [("02-sums", "en", "Did you mean 01-sums?"), (SLUG, "fr", "There are: en, bn.")],
)
def test_what_there_is_not_is_answered_with_what_there_is(
    server: LabServer, slug: str, lang: str, way_out: str
) -> None:
    status, answer = ask_to_open(server, slug=slug, lang=lang)
    assert status == 404
    assert way_out in answer["message"]


@pytest.mark.parametrize("body", ["[]", "{}", '{"slug": 1, "lang": "en"}', "no JSON"])
def test_a_body_that_is_no_choice_is_refused(server: LabServer, body: str) -> None:
    assert server.ask("kholapath/open", body, method="POST")[0] == 400


def test_a_broken_course_is_its_sentence(server: LabServer) -> None:
    server.course.change("course.yaml", "title:", "title: [")
    status, answer = server.ask("kholapath/lessons")
    server.course.change("course.yaml", "title: [", "title:")
    assert status == 500
    assert "course.yaml: this is not valid YAML at line" in answer["message"]


class TestPlace:
    """A lesson that Jupyter cannot serve, or the learner not write, is copied below its root."""

    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        folder = tmp_path / "root"
        folder.mkdir()
        return folder

    def test_a_course_elsewhere_is_copied_once(self, course: SampleCourse, root: Path) -> None:
        notebook = course.lesson / "lesson.en.ipynb"
        assert place(notebook, root) == f"{COPIES}/{SLUG}/lesson.en.ipynb"
        assert (root / COPIES / SLUG / "questions.yaml").is_file()
        mine = root / COPIES / SLUG / "lesson.en.ipynb"
        mine.write_text("mine")
        place(notebook, root)
        assert mine.read_text() == "mine"

    def test_a_hidden_one_is_copied_too(self, course: SampleCourse, tmp_path: Path) -> None:
        hidden = course.folder.rename(tmp_path / ".venv")
        assert place(hidden / SLUG / "lesson.en.ipynb", tmp_path).startswith(f"{COPIES}/")

    def test_where_no_copy_can_be_made_it_says_so(self, course: SampleCourse, root: Path) -> None:
        (root / COPIES).write_text("in the way")
        with pytest.raises(OutputError, match="no copy can be made"):
            place(course.lesson / "lesson.en.ipynb", root)
