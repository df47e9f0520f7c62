"""The two questions JupyterLab asks: which lessons there are, and where one is opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from tornado import web

from kholapath.errors import KholapathError, LessonNotFound
from kholapath.lesson.course import find_course, listing
from kholapath.lesson.open import notebook_of
from kholapath.server.place import place


class _Handler(APIHandler):
    """Answers in JSON; an error that is expected with its sentence as ``message``."""

    @property
    def root(self) -> Path:
        """The folder that the server serves."""
        return Path(self.settings["server_root_dir"]).expanduser()

    @contextmanager
    def said(self) -> Iterator[None]:
        """Answer a known error with its sentence."""
        try:
            yield
        except KholapathError as error:
            self.set_status(404 if isinstance(error, LessonNotFound) else 500)
            self.finish({"message": str(error)})


class LessonsHandler(_Handler):
    """``GET kholapath/lessons``: ``{"title": {lang: words}, "lessons": listing(course)}``."""

    @web.authenticated
    def get(self) -> None:
        """Tell the course's title and the lessons that can be opened."""
        with self.said():
            course = find_course(self.root)
            self.finish({"title": course.title, "lessons": listing(course)})


class OpenHandler(_Handler):
    """``POST kholapath/open`` with ``{"slug", "lang"}``: ``{"path"}``, from the server's root."""

    @web.authenticated
    def post(self) -> None:
        """Make sure that the learner may write the lesson, and tell where it lies."""
        asked = self.get_json_body()
        with self.said():
            slug, lang = _strings(asked, "slug", "lang")
            notebook = notebook_of(find_course(self.root).find(slug), lang)
            self.finish({"path": place(notebook, self.root)})


def _strings(asked: Any, *names: str) -> list[str]:
    values = [asked.get(name) if isinstance(asked, dict) else None for name in names]
    if not all(isinstance(value, str) for value in values):
        raise web.HTTPError(400, "The body is a map of strings: slug, lang.")
    return [str(value) for value in values]


def routes(base_url: str) -> list[tuple[str, type[_Handler]]]:
    """Return the handlers at their addresses."""
    return [
        (url_path_join(base_url, "kholapath", "lessons"), LessonsHandler),
        (url_path_join(base_url, "kholapath", "open"), OpenHandler),
    ]
