"""What makes a notebook a lesson: objectives, key points, solutions, time."""

from __future__ import annotations

from collections.abc import Iterator

from kholapath.lesson.check.registry import Found, Place, rule
from kholapath.lesson.check.subject import Subject
from kholapath.lesson.check.text import list_entries

_FEWEST, _MOST = 2, 5


@rule("objectives", f"Write {_FEWEST} to {_MOST}, as a list in a cell tagged 'objectives'.")
def objectives(lesson: Subject) -> Iterator[Found]:
    """A learner keeps two to five aims in mind."""
    for nb in lesson.notebooks.values():
        cells = nb.tagged("objectives")
        count = sum(list_entries(cell.source) for cell in cells)
        if not _FEWEST <= count <= _MOST:
            yield Place(nb.path, *cells[:1]), f"The number of objectives is {count}."


@rule("key-points", "Sum the lesson up in a list, in a cell tagged 'key-points'.")
def key_points(lesson: Subject) -> Iterator[Found]:
    """What to keep when everything else is forgotten."""
    for nb in lesson.notebooks.values():
        cells = nb.tagged("key-points")
        if not any(list_entries(cell.source) for cell in cells):
            yield Place(nb.path, *cells[:1]), "The lesson has no key points."


@rule("challenge-without-solution", "Put a cell tagged 'solution' after it.")
def challenge_without_solution(lesson: Subject) -> Iterator[Found]:
    """Between an exercise and the next there is its solution."""
    for nb in lesson.notebooks.values():
        open_cell = None
        for cell in nb.cells:
            if "solution" in cell.tags:
                open_cell = None
            elif "challenge" in cell.tags:
                # a task and the cell to write in are one exercise
                if open_cell and cell.kind == "markdown":
                    yield Place(nb.path, open_cell), "This exercise has no solution."
                    open_cell = None
                open_cell = open_cell or cell
        if open_cell:
            yield Place(nb.path, open_cell), "This exercise has no solution."


@rule("minutes", "Make the notebook, its parts and course.yaml agree.")
def minutes(lesson: Subject) -> Iterator[Found]:
    """The notebook, course.yaml and the times of the parts (cell metadata) say one thing."""
    entry = lesson.selected.entry
    for nb in lesson.notebooks.values():
        said = nb.metadata.get("minutes")
        if entry and said != entry.minutes:
            yield (
                Place(nb.path),
                f"The notebook takes {said} minutes, course.yaml says {entry.minutes}.",
            )
        parts = [_minutes(cell.metadata) for cell in nb.cells]
        if any(parts) and sum(parts) != said:
            yield Place(nb.path), f"The parts take {sum(parts):g} minutes, the lesson {said}."


def _minutes(metadata: dict[str, object]) -> float:
    own = metadata.get("kholapath")
    value = own.get("minutes") if isinstance(own, dict) else None
    return value if isinstance(value, int | float) else 0


@rule("to-write", "Write it.")
def to_write(lesson: Subject) -> Iterator[Found]:
    """What `kholapath new` left to be written."""
    for nb, cell in lesson.cells:
        if TO_WRITE in cell.source:
            yield Place(nb.path, cell), f"This cell is still to be written ({TO_WRITE})."
    for item in lesson.items.values():
        if TO_WRITE in item.model_dump_json():
            yield (
                Place(lesson.questions_file),
                f"The item {item.id!r} is still to be written ({TO_WRITE}).",
            )


TO_WRITE = "✎"
"""Stands where an author is to write."""


@rule("unlisted", "Add it under 'lessons', with its title and minutes.")
def unlisted(lesson: Subject) -> Iterator[Found]:
    """A lesson that its course does not know is not shown."""
    course = lesson.selected.course
    if course and not lesson.selected.entry:
        slug = lesson.selected.folder.name
        yield Place(course.folder / "course.yaml"), f"The lesson {slug} is not listed."
