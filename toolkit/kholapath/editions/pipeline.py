"""From notebooks to files: read, run if it must be, normalise once, and make every edition asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kholapath.document.meta import language_of, meta_of
from kholapath.document.model import Document
from kholapath.document.normalize import normalize
from kholapath.errors import ExportError, LessonNotFound, near
from kholapath.lesson.notebook import read_notebook
from kholapath.lesson.select import Selected, select
from kholapath.output import writable_folder, write_whole

if TYPE_CHECKING:
    from .registry import Edition

Step = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, of how much."""


@dataclass(frozen=True)
class _Job:
    """One notebook to make editions of; `name` is LESSON in the files' names."""

    path: Path
    nb: Mapping[str, Any]
    name: str
    lang: str


def export(
    path: Path,
    names: Sequence[str],
    out: Path,
    *,
    langs: Sequence[str] | None = None,
    progress: Step | None = None,
) -> Iterator[Path]:
    """Make editions of the lessons that `path` stands for, and yield each file as it is written.

    Parameters
    ----------
    path
        A notebook, a lesson's folder, or a folder of lessons.
    names
        Editions by name.
    out
        The folder of the files ``LESSON.LANG.EDITION.EXT``; it is made.
    langs
        BCP 47 tags; by default, every language that there is.
    progress
        Told of each step.

    Raises
    ------
    KholapathError
        If a notebook cannot be read, run or set: it names the cell. No file is half written.
    """
    from .registry import editions

    known = editions()
    writable_folder(out)
    for lesson in select(path):
        jobs = _jobs(lesson, langs)
        for job in jobs:
            document = document_of(job.nb, job.path, _on_line(progress, job))
            for name in names:
                others = {j.lang: file_name(j, known[name]) for j in jobs if j is not job}
                yield _made(document, known[name], job, others, out)


def document_of(
    nb: Mapping[str, Any], path: Path, progress: Callable[[int, int], None] | None = None
) -> Document:
    """Return the Document of a notebook, which is run first if it has no outputs.

    Parameters
    ----------
    nb
        The notebook as JSON.
    path
        Where it lies.
    progress
        Called with (cells run, cells in all).
    """
    if not has_outputs(nb):
        import nbformat

        from kholapath.lesson.execute import execute

        nb = execute(nbformat.from_dict(nb), path, progress=progress)
    return normalize(nb, meta_of(nb, path))


def has_outputs(nb: Mapping[str, Any]) -> bool:
    """Tell whether a notebook has been run, or has nothing to run."""
    code = [cell for cell in nb["cells"] if cell["cell_type"] == "code" and cell.get("source")]
    return not code or any(cell.get("outputs") or cell.get("execution_count") for cell in code)


def file_name(job: _Job, edition: Edition) -> str:
    """Return ``LESSON.LANG.EDITION.EXT``."""
    return f"{job.name}.{job.lang}.{edition.name}.{edition.extension}"


def _made(
    document: Document, edition: Edition, job: _Job, others: dict[str, str], out: Path
) -> Path:
    told = replace(document, meta=replace(document.meta, siblings=others))
    try:
        data = edition.make(told)
    except ExportError as error:
        raise ExportError(
            error.problem, file=job.path, cell=error.cell, cell_id=error.cell_id
        ) from error
    return write_whole(out / file_name(job, edition), data)


def _jobs(lesson: Selected, langs: Sequence[str] | None) -> list[_Job]:
    jobs = [_read(lesson, path) for path in lesson.notebooks.values()]
    have = [job.lang for job in jobs]
    missing = next((tag for tag in langs or () if tag not in have), None)
    if missing:
        raise LessonNotFound(
            f"The lesson {jobs[0].name} has no language {missing!r}. {near(missing, have)}"
        )
    return [job for job in jobs if not langs or job.lang in langs]


def _read(lesson: Selected, path: Path) -> _Job:
    notebook = read_notebook(path)  # says what is wrong with one that is none
    nb = json.loads(path.read_text(encoding="utf-8"))
    own = notebook.metadata.get("lesson")
    name = lesson.entry.slug if lesson.entry else str(own or path.stem)
    return _Job(path, nb, name, language_of(nb, path))


def _on_line(progress: Step | None, job: _Job) -> Callable[[int, int], None] | None:
    if progress is None:
        return None
    return lambda done, total: progress(f"{job.name} ({job.lang})", done, total)
