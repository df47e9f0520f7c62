"""What a course is and where it lies: course.yaml and a folder for each lesson."""

from __future__ import annotations

import os
import re
import sys
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from kholapath.errors import CourseError, LessonNotFound, near

NOTEBOOK = re.compile(r"lesson\.(?P<lang>[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)\.ipynb")
SLUG = r"^[0-9]{2}-[a-z0-9]+(-[a-z0-9]+)*$"


def _by_language(value: Any) -> Any:
    return {"en": value} if isinstance(value, str) else value


Words = Annotated[dict[str, str], BeforeValidator(_by_language), Field(min_length=1)]


class LessonEntry(BaseModel):
    """One lesson as course.yaml lists it, and its folder.

    Attributes
    ----------
    slug
        The folder's name; its leading number is the lesson's.
    title
        By language.
    minutes
        How long it takes in class.
    """

    model_config = ConfigDict(extra="forbid", ignored_types=(cached_property,))

    slug: str = Field(pattern=SLUG)
    title: Words
    minutes: int = Field(gt=0, le=600)
    folder: Path = Field(Path(), exclude=True)

    @property
    def number(self) -> int:
        """The lesson's number in the course."""
        return int(self.slug[:2])

    @cached_property
    def notebooks(self) -> dict[str, Path]:
        """The notebook of each language, English first."""
        return notebooks_in(self.folder)


class Course(BaseModel):
    """A course.

    Attributes
    ----------
    folder
        Where course.yaml lies.
    seed
        Shuffles the options of every question.
    url
        The address of a lesson live, with ``{slug}`` and ``{lang}``.
    """

    model_config = ConfigDict(extra="forbid")

    title: Words
    seed: int = Field(0, ge=0)
    version: str = ""
    url: str = ""
    lessons: list[LessonEntry]
    folder: Path = Field(Path(), exclude=True)

    def find(self, name: str | None = None) -> LessonEntry:
        """Return a lesson by its slug, its number or the start of either; the first one for None.

        Raises
        ------
        LessonNotFound
            With the near ones.
        """
        written = [lesson for lesson in self.lessons if lesson.notebooks]
        if name is None and written:
            return written[0]
        exact = [le for le in written if le.slug == name]
        alike = [le for le in written if name and (le.slug.startswith(name) or _is(le, name))]
        if exact or len(alike) == 1:
            return (exact or alike)[0]
        known = [lesson.slug for lesson in written]
        asked = f"no lesson {name!r}" if name else "no lesson with a notebook"
        raise LessonNotFound(f"The course in {self.folder} has {asked}. {near(name or '', known)}")


def _is(lesson: LessonEntry, name: str) -> bool:
    return name.isdecimal() and lesson.number == int(name)


def notebooks_in(folder: Path) -> dict[str, Path]:
    """Return the lesson notebooks in a folder by language, English first."""
    if not folder.is_dir():
        return {}
    found = [(m["lang"], p) for p in folder.iterdir() if (m := NOTEBOOK.fullmatch(p.name))]
    return dict(sorted(found, key=lambda pair: (pair[0] != "en", pair[0])))


def read_course(folder: Path) -> Course:
    """Read ``course.yaml`` in `folder`.

    Raises
    ------
    CourseError
        With the file and the field, for the first problem.
    """
    file = folder / "course.yaml"
    raw = read_yaml_map(file)
    try:
        course = Course.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in first["loc"])
        raise CourseError(f"{file}, field {field}: {first['msg']}.") from None
    slugs = [lesson.slug for lesson in course.lessons]
    twice = next((slug for slug in slugs if slugs.count(slug) > 1), None)
    if twice:
        raise CourseError(f"{file}, field lessons: {twice!r} is listed twice; keep one.")
    lessons = [le.model_copy(update={"folder": folder / le.slug}) for le in course.lessons]
    return course.model_copy(update={"folder": folder, "lessons": lessons})


def read_yaml_map(file: Path) -> dict[str, Any]:
    """Return the map that a YAML file holds.

    Raises
    ------
    CourseError
        If the file cannot be read, is not YAML, or is not a map.
    """
    from kholapath_widgets import ItemError
    from kholapath_widgets.question.yaml_reader import read_yaml

    try:
        raw = read_yaml(file)
    except ItemError as error:
        raise CourseError(f"{error}.") from None
    if not isinstance(raw, dict):
        raise CourseError(f"{file}: this file is a map of fields, as 'title: …'.")
    return raw


def installed_folder() -> Path:
    """Return where an installed kholapath keeps its lessons."""
    return Path(sys.prefix) / "share" / "kholapath" / "lessons"


def find_course(start: Path | None = None) -> Course:
    """Find the course: named, the one we stand in, of this checkout, installed.

    Parameters
    ----------
    start
        Where we stand; the working folder by default.

    Raises
    ------
    CourseError
        If there is none, or if it cannot be read.
    """
    named = os.environ.get("KHOLAPATH_LESSONS")
    if named:
        return read_course(Path(named))
    here = start or Path.cwd()
    checkout = Path(__file__).resolve().parents[3] / "lessons"
    for folder in (here, *here.parents, here / "lessons", checkout, installed_folder()):
        if (folder / "course.yaml").is_file():
            return read_course(folder)
    raise CourseError(
        "No course is found here. Go to a folder with a course.yaml, "
        "or name it in the environment variable KHOLAPATH_LESSONS."
    )


def listing(course: Course) -> list[dict[str, Any]]:
    """Return the lessons that can be opened, as JSON: for ``kholapath list`` and for JupyterLab.

    Returns
    -------
    ``[{"slug", "number", "minutes", "title": {lang: words}, "notebooks": {lang: path}}]``; paths
    are relative to the course's folder.
    """
    return [
        {
            "slug": lesson.slug,
            "number": lesson.number,
            "minutes": lesson.minutes,
            "title": lesson.title,
            "notebooks": {tag: f"{lesson.slug}/{p.name}" for tag, p in lesson.notebooks.items()},
        }
        for lesson in course.lessons
        if lesson.notebooks
    ]
