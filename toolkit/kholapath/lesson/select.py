"""What a path given on the command line stands for: one notebook, a lesson, or a course of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kholapath.errors import CourseError
from kholapath.lesson.course import NOTEBOOK, Course, LessonEntry, notebooks_in, read_course


@dataclass(frozen=True)
class Selected:
    """One lesson, or a notebook that is none.

    Attributes
    ----------
    notebooks
        By language; that of a notebook without one in its name is ``""``.
    course, entry
        The course it belongs to, and its line there; None for a notebook of its own.
    """

    folder: Path
    notebooks: dict[str, Path]
    course: Course | None = None
    entry: LessonEntry | None = None


def select(path: Path) -> list[Selected]:
    """Return the lessons that a path stands for.

    Raises
    ------
    CourseError
        If there is nothing of the kind, or if course.yaml cannot be read.
    """
    if path.is_file():
        named = NOTEBOOK.fullmatch(path.name)
        return [_lesson(path.resolve().parent, {named["lang"] if named else "": path})]
    if notebooks_in(path):
        return [_lesson(path.resolve(), notebooks_in(path))]
    folders = sorted(p for p in path.iterdir() if notebooks_in(p)) if path.is_dir() else []
    if folders:
        return [_lesson(folder.resolve(), notebooks_in(folder)) for folder in folders]
    raise CourseError(
        f"{path} holds no lesson. Name a notebook, a folder with lesson.en.ipynb in it, "
        "or a folder of such folders."
    )


def _lesson(folder: Path, notebooks: dict[str, Path]) -> Selected:
    if not (folder.parent / "course.yaml").is_file():
        return Selected(folder, notebooks)
    course = read_course(folder.parent)
    entry = next((lesson for lesson in course.lessons if lesson.slug == folder.name), None)
    return Selected(folder, notebooks, course, entry)
