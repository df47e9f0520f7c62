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
from kholapath.lesson.variant import checked
from kholapath.output import writable_folder, write_whole

if TYPE_CHECKING:
    from .registry import Edition

Step = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, of how much."""


@dataclass(frozen=True)
class Prepared:
    """One notebook, ready for its editions.

    Attributes
    ----------
    document
        What is to be set.
    path
        The notebook.
    name
        LESSON in the files' names.
    others
        The other languages made in the same go.
    """

    document: Document
    path: Path
    name: str
    others: tuple[str, ...]


@dataclass(frozen=True)
class _Job:
    path: Path
    nb: Mapping[str, Any]
    name: str
    lang: str


def export(  # noqa: PLR0913 - what is to be made is six things
    path: Path,
    names: Sequence[str],
    out: Path,
    *,
    langs: Sequence[str] | None = None,
    progress: Step | None = None,
    variant: str = "",
    **options: str,
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
    variant
        A letter, A to Z: the questions in an order of their own, in ``LESSON-B.LANG.EDITION.EXT``.
        The notebook is run again for it.
    **options
        For the editions that have them, as ``paper="letter"``.

    Raises
    ------
    KholapathError
        If a notebook cannot be read, run or set: it names the cell. No file is half written.
    """
    writable_folder(out)
    for prepared in prepare(path, langs=langs, progress=progress, variant=variant):
        yield from write(prepared, names, out, **options)


def prepare(
    path: Path,
    *,
    langs: Sequence[str] | None = None,
    progress: Step | None = None,
    variant: str = "",
) -> Iterator[Prepared]:
    """Yield each notebook that `path` stands for, run if it must be, as a Document; see `export`."""
    if variant:
        checked(variant)
    for lesson in select(path):
        jobs = _jobs(lesson, langs)
        for job in jobs:
            others = tuple(other.lang for other in jobs if other is not job)
            document = document_of(job.nb, job.path, _on_line(progress, job), variant)
            name = f"{job.name}-{variant}" if variant else job.name
            yield Prepared(document, job.path, name, others)


def write(prepared: Prepared, names: Sequence[str], out: Path, **options: str) -> Iterator[Path]:
    """Write editions of one notebook, and yield each file as it is written; see `export`."""
    from .registry import editions

    for edition in (editions()[name] for name in names):
        yield _made(prepared, edition, out, options)


def document_of(
    nb: Mapping[str, Any],
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    variant: str = "",
) -> Document:
    """Return the Document of a notebook, which is run first if it has no outputs.

    For a variant it is always run: the outputs that it has are in another order.

    Parameters
    ----------
    nb
        The notebook as JSON.
    path
        Where it lies.
    progress
        Called with (cells run, cells in all).
    variant
        As in `export`.
    """
    if variant or not has_outputs(nb):
        import nbformat

        from kholapath.lesson.execute import execute

        nb = execute(nbformat.from_dict(nb), path, progress=progress, variant=variant)
    return normalize(nb, meta_of(nb, path, variant=variant))


def has_outputs(nb: Mapping[str, Any]) -> bool:
    """Tell whether a notebook has been run, or has nothing to run."""
    code = [cell for cell in nb["cells"] if cell["cell_type"] == "code" and cell.get("source")]
    return not code or any(cell.get("outputs") or cell.get("execution_count") for cell in code)


def _made(prepared: Prepared, edition: Edition, out: Path, options: dict[str, str]) -> Path:
    def file_name(lang: str) -> str:
        return f"{prepared.name}.{lang}.{edition.name}.{edition.extension}"

    meta = replace(prepared.document.meta, siblings={o: file_name(o) for o in prepared.others})
    try:
        data = edition.make(replace(prepared.document, meta=meta), **options)
    except ExportError as error:
        raise ExportError(
            error.problem, file=prepared.path, cell=error.cell, cell_id=error.cell_id
        ) from error
    return write_whole(out / file_name(meta.lang), data)


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
