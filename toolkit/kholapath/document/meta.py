"""What a lesson's title block says: from the notebook, and from the course it belongs to."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from kholapath.errors import CourseError
from kholapath.lesson.course import NOTEBOOK, Course, LessonEntry, find_course
from kholapath.lesson.variant import shift
from kholapath_widgets._shared.locale import pick

from .model import Meta

DEFAULT_LANG = "en"


def language_of(nb: Mapping[str, Any], path: Path) -> str:
    """Return a notebook's language: as its name says it, else its metadata, else English."""
    named = NOTEBOOK.fullmatch(path.name)
    return named["lang"] if named else str(_own(nb).get("lang") or DEFAULT_LANG)


def meta_of(
    nb: Mapping[str, Any],
    path: Path,
    siblings: Mapping[str, str] | None = None,
    variant: str = "",
) -> Meta:
    """Return the title block of a notebook.

    Parameters
    ----------
    nb
        The notebook as JSON.
    path
        Where it lies: in a course's folder, or anywhere with a lesson's name in its metadata.
    siblings
        The same edition's files in the other languages, by BCP 47 tag.
    variant
        The letter of the variant that its questions were drawn for.
    """
    own, lang = _own(nb), language_of(nb, path)
    course, entry = _place(path, str(own.get("lesson") or ""))
    listed = pick(entry.title, lang) if entry else ""
    slug = entry.slug if entry else str(own.get("lesson") or path.stem)
    return Meta(
        slug=slug,
        lang=lang,
        title=str(own.get("title") or _first_heading(nb) or listed or slug),
        description=str(own.get("description") or ""),
        course=pick(course.title, lang) if course else "",
        number=entry.number if entry else None,
        minutes=entry.minutes if entry else _whole(own.get("minutes")),
        version=course.version if course else "",
        date=today().isoformat(),
        seed=(course.seed if course else 0) + shift(variant),
        variant=variant,
        url=course.url.format(slug=slug, lang=lang) if course and entry and course.url else "",
        siblings=dict(siblings or {}),
    )


def today() -> date:
    """Return the day; SOURCE_DATE_EPOCH stands for another, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()  # noqa: DTZ011 - the reader's day


def _own(nb: Mapping[str, Any]) -> Mapping[str, Any]:
    own = (nb.get("metadata") or {}).get("kholapath")
    return own if isinstance(own, dict) else {}


def _place(path: Path, name: str) -> tuple[Course | None, LessonEntry | None]:
    """Find the course and its line for this lesson: the folder above, else the course at hand."""
    from kholapath.lesson.course import read_course

    folder = path.resolve().parent
    beside = (folder.parent / "course.yaml").is_file()
    try:
        course = read_course(folder.parent) if beside else find_course() if name else None
    except CourseError:
        if beside:
            raise
        return None, None
    wanted = folder.name if beside else name
    entry = next((le for le in course.lessons if le.slug == wanted), None) if course else None
    return (course, entry) if beside or entry else (None, None)


def _first_heading(nb: Mapping[str, Any]) -> str:
    from .markdown import first_title

    texts = ("".join(c["source"]) for c in nb["cells"] if c["cell_type"] == "markdown")
    return next(filter(None, map(first_title, texts)), "")


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
