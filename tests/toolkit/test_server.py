"""The server extension: which lessons there are, where one is opened, and who may ask."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from sample_course import SLUG, SampleCourse
from tornado.httpclient import HTTPClientError

from kholapath.errors import OutputError
from kholapath.server.place import COPIES, place

pytest_plugins = ["pytest_jupyter.jupyter_server"]

Fetch = Callable[..., Awaitable[Any]]


@pytest.fixture
def jp_server_config() -> dict[str, Any]:
    extensions = {"kholapath.server": True}
    return {"ServerApp": {"jpserver_extensions": extensions, "allow_unauthenticated_access": False}}


@pytest.fixture
def jp_root_dir(course: SampleCourse) -> Path:
    """The server serves the course."""
    return course.folder


async def opened(fetch: Fetch, **body: Any) -> str:
    answer = await fetch("kholapath", "open", method="POST", body=json.dumps(body))
    path: str = json.loads(answer.body)["path"]
    return path


async def refused(request: Awaitable[Any]) -> tuple[int, str]:
    with pytest.raises(HTTPClientError) as raised:
        await request
    assert raised.value.response
    message: str = json.loads(raised.value.response.body)["message"]
    return raised.value.code, message


async def test_it_lists_the_lessons_in_every_language(jp_fetch: Fetch) -> None:
    answer = json.loads((await jp_fetch("kholapath", "lessons")).body)
    assert answer["title"] == {"en": "Sums", "bn": "যোগ"}
    [lesson] = answer["lessons"]
    assert lesson["title"]["bn"] == "দুই আর দুই"
    assert lesson["notebooks"]["bn"] == f"{SLUG}/lesson.bn.ipynb"
    assert (lesson["number"], lesson["minutes"]) == (1, 10)


@pytest.mark.parametrize(("name", "method"), [("lessons", "GET"), ("open", "POST")])
async def test_without_the_token_nothing_is_told(jp_fetch: Fetch, name: str, method: str) -> None:
    body = "{}" if method == "POST" else None
    headers = {"Authorization": ""}
    code, _ = await refused(jp_fetch("kholapath", name, method=method, body=body, headers=headers))
    assert code == 403


async def test_a_lesson_that_is_served_opens_where_it_lies(jp_fetch: Fetch) -> None:
    assert await opened(jp_fetch, slug=SLUG, lang="bn") == f"{SLUG}/lesson.bn.ipynb"


async def test_what_there_is_not_is_named_with_what_there_is(jp_fetch: Fetch) -> None:
    body = json.dumps({"slug": "02-sums", "lang": "en"})
    code, message = await refused(jp_fetch("kholapath", "open", method="POST", body=body))
    assert code == 404
    assert "Did you mean 01-sums?" in message
    body = json.dumps({"slug": SLUG, "lang": "fr"})
    code, message = await refused(jp_fetch("kholapath", "open", method="POST", body=body))
    assert code == 404
    assert "There are: en, bn." in message


@pytest.mark.parametrize("body", ["[]", "{}", '{"slug": 1, "lang": "en"}', "no JSON"])
async def test_a_body_that_is_no_choice_is_refused(jp_fetch: Fetch, body: str) -> None:
    code, _ = await refused(jp_fetch("kholapath", "open", method="POST", body=body))
    assert code == 400


async def test_a_broken_course_is_its_sentence(jp_fetch: Fetch, course: SampleCourse) -> None:
    course.write("course.yaml", "title: [")
    code, message = await refused(jp_fetch("kholapath", "lessons"))
    assert code == 500
    assert "course.yaml: this is not valid YAML at line" in message


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
