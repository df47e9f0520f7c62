"""What can go wrong, as one catalogue. Each text says what is wrong, where, and the way out.

KholapathError
├── CourseError        course.yaml, a lesson's folder or the data package cannot be used
│   └── LessonNotFound     no lesson of that name
├── UnknownName        a question, explorable or table that the lesson does not have
├── NotebookError      a file that is no notebook, or a kernel that does not start
│   └── CellError          a cell that raises or takes too long
├── StoreError         the learner's answers cannot be read or kept
│   └── CodeError          a resume code or a file of answers that is damaged
├── QuestionsError     a file of another system's questions that cannot be read
├── OutputError        a file that cannot be written
└── ExportError        a cell that an edition cannot set
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class KholapathError(Exception):
    """The base of every error this package raises on purpose; its text is for people."""


class CourseError(KholapathError):
    """A course that cannot be read."""


class LessonNotFound(CourseError):  # noqa: N818 - reads as the sentence it prints
    """No lesson of that name."""


class UnknownName(KholapathError, KeyError):  # noqa: N818 - reads as the sentence it prints
    """A name that the lesson does not have; near ones are offered.

    Parameters
    ----------
    kind
        What was asked for: ``question``, ``explorable``, ``table``.
    name, known
        The name asked for, and those there are.
    where
        The file in which they stand.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str], where: Path | str) -> None:
        self.kind, self.name = kind, name
        super().__init__(f"{where} has no {kind} {name!r}. {near(name, known)}")

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would quote it


class NotebookError(KholapathError):
    """A notebook that cannot be read or run."""


class CellError(NotebookError):
    """A cell that raises.

    Parameters
    ----------
    file
        The notebook.
    cell, cell_id
        The cell's number, counted from 1, and its id.
    ename, evalue
        The exception's name and text.
    """

    def __init__(self, file: Path | str, cell: int, cell_id: str, ename: str, evalue: str) -> None:
        self.file, self.cell, self.cell_id = file, cell, cell_id
        self.ename, self.evalue = ename, evalue
        super().__init__(
            f"{file}, cell {cell} (id {cell_id}): {ename}: {evalue}\n"
            "Open the notebook, run it up to this cell and mend it; nothing was written."
        )


class StoreError(KholapathError):
    """The learner's store cannot be used; the lesson goes on without it."""


class CodeError(StoreError):
    """A resume code, or a file of answers, that cannot be read."""


class QuestionsError(KholapathError):
    """A file of another system's questions that cannot be read."""


class OutputError(KholapathError):
    """A file that cannot be written."""


class ExportError(KholapathError):
    """A cell that an edition cannot set.

    Parameters
    ----------
    problem
        What is wrong and the way out, as one sentence.
    file, cell, cell_id
        Where; None where it is not one cell's.
    """

    def __init__(
        self,
        problem: str,
        *,
        file: Path | str | None = None,
        cell: int | None = None,
        cell_id: str | None = None,
    ) -> None:
        self.problem, self.file, self.cell, self.cell_id = problem, file, cell, cell_id
        at = f"cell {cell} (id {cell_id})" if cell is not None else None
        where = ", ".join(str(part) for part in (file, at) if part)
        super().__init__(f"{where}: {problem}" if where else problem)


def near(name: str, known: Iterable[str]) -> str:
    """Return a sentence with the names nearest to `name`, or with all there are."""
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(name, names, n=3)
    if close:
        return f"Did you mean {' or '.join(close)}?"
    return f"There are: {', '.join(names)}." if names else "There are none."
