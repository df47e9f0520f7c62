"""Open a lesson in JupyterLab, in a folder where the learner may write."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from kholapath.errors import KholapathError, LessonNotFound, OutputError, near
from kholapath.lesson.course import LessonEntry, installed_folder

if TYPE_CHECKING:
    from collections.abc import Sequence


def notebook_of(lesson: LessonEntry, lang: str) -> Path:
    """Return the lesson's notebook in `lang`.

    Raises
    ------
    LessonNotFound
        With the languages there are.
    """
    if lang in lesson.notebooks:
        return lesson.notebooks[lang]
    raise LessonNotFound(
        f"The lesson {lesson.slug} has no language {lang!r}. {near(lang, lesson.notebooks)}"
    )


def writable(notebook: Path, own: Path | None = None) -> Path:
    """Return the notebook, or the learner's copy of it if its own folder is not to be written.

    Parameters
    ----------
    own
        The folder of the learner's copies; ``~/kholapath`` by default.

    Raises
    ------
    OutputError
        If no copy can be made.
    """
    folder = notebook.parent
    installed = installed_folder() in folder.resolve().parents
    if os.access(folder, os.W_OK) and os.access(notebook, os.W_OK) and not installed:
        return notebook
    return copied(notebook, own or Path.home() / "kholapath")


def copied(notebook: Path, own: Path) -> Path:
    """Return the learner's copy of the notebook, in the folder of their copies.

    It is made once: what the learner has written in it is never overwritten. The lesson's
    questions and explorables go with it.

    Raises
    ------
    OutputError
        If no copy can be made.
    """
    folder = notebook.parent
    target = own / folder.name
    try:
        for source in sorted(p for p in folder.rglob("*") if p.is_file()):
            copy = target / source.relative_to(folder)
            if not copy.exists() and "__pycache__" not in copy.parts:
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, copy)  # without the read-only mode
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"{folder} cannot be written, and no copy can be made in {target}: {reason}. "
            "Copy the folder to a place of yours and open it there."
        ) from None
    return target / notebook.name


def lab_arguments(notebook: Path, *, browser: bool) -> list[str]:
    """Return JupyterLab's arguments: the lessons in its file list, `notebook` in front."""
    from urllib.parse import quote

    root = notebook.parent.parent
    tree = quote(notebook.relative_to(root).as_posix())
    arguments = [f"--ServerApp.root_dir={root}", f"--LabApp.default_url=/lab/tree/{tree}"]
    return arguments if browser else [*arguments, "--no-browser"]


def start_lab(arguments: Sequence[str]) -> None:
    """Run JupyterLab until it is stopped; it prints its URL.

    Raises
    ------
    KholapathError
        If JupyterLab is not installed.
    """
    try:
        from jupyterlab.labapp import LabApp
    except ImportError:
        raise KholapathError(
            "JupyterLab is not installed. Install it with: pip install 'kholapath[lab]'"
        ) from None
    root = getattr(os, "geteuid", lambda: None)() == 0  # as in a container, which has no other user
    LabApp.launch_instance(argv=[*arguments, *(["--allow-root"] if root else [])])
