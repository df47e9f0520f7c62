"""Where in the server's folder a lesson is opened."""

from __future__ import annotations

from pathlib import Path

from kholapath.lesson.open import copied, writable

COPIES = "kholapath"


def place(notebook: Path, root: Path) -> str:
    """Return the path, from `root`, at which the learner opens and writes the notebook.

    Jupyter serves only what lies in its root folder and is not hidden there; of any other lesson,
    and of one that may not be written, the learner gets a copy in the root's ``kholapath``.

    Parameters
    ----------
    root
        The server's root folder.

    Returns
    -------
    With ``/``, as Jupyter writes paths.

    Raises
    ------
    OutputError
        If no copy can be made.
    """
    root, notebook, own = root.resolve(), notebook.resolve(), root.resolve() / COPIES
    served = notebook.is_relative_to(root) and not _hidden(notebook.relative_to(root))
    opened = writable(notebook, own) if served else copied(notebook, own)
    return opened.relative_to(root).as_posix()


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
