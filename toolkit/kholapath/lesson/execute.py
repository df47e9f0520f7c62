"""Run a notebook from top to bottom, as a learner would who has answered nothing yet."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kholapath.errors import CellError, NotebookError
from kholapath.lesson.variant import VARIABLE
from kholapath.progress import OFF

if TYPE_CHECKING:
    from nbformat import NotebookNode

Step = Callable[[int, int], None]


def execute(
    nb: NotebookNode,
    path: Path,
    *,
    progress: Step | None = None,
    timeout: int = 300,
    variant: str = "",
) -> NotebookNode:
    """Run every cell of a notebook and return it with its outputs and the widgets' state.

    Parameters
    ----------
    nb
        The notebook; it is not changed.
    path
        Where it lies: its cells run in that folder and know its language.
    progress
        Called with (code cells done, code cells in all) after each.
    timeout
        Seconds that one cell may take.
    variant
        The letter of the variant it is run for; see `kholapath.lesson.variant`.

    Raises
    ------
    CellError
        For the first cell that raises or takes too long.
    NotebookError
        If the kernel is missing or dies.
    """
    import nbformat
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    # a copy, in which a source that the file holds in lines is one text
    done: NotebookNode = nbformat.reads(json.dumps(nb), as_version=4)
    at = [0]  # the index of the cell that runs
    client = NotebookClient(
        done,
        timeout=timeout,
        kernel_name=done.metadata.get("kernelspec", {}).get("name", "python3"),
        store_widget_state=True,
        # a local kernel's remark on its own transport is nothing for whoever exports a lesson
        extra_arguments=["--Application.log_level=ERROR"],
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_start=lambda cell_index, **_: at.__setitem__(0, cell_index),
        on_cell_complete=_reporter(progress, done),
    )
    try:
        client.execute(env=_environment(path, variant))
    except CellExecutionError as error:
        raise _cell_error(path, done, at[0], error.ename, error.evalue) from None
    except CellTimeoutError:
        said = f"it ran longer than {timeout} seconds"
        raise _cell_error(path, done, at[0], "TimeoutError", said) from None
    except DeadKernelError:
        said = "the kernel died, perhaps for want of memory"
        raise _cell_error(path, done, at[0], "DeadKernelError", said) from None
    except NoSuchKernel as error:
        raise NotebookError(
            f"{path} wants the kernel {error.name!r}, which is not installed here. "
            "For Python: pip install 'kholapath[lab]'."
        ) from None
    return done


def _environment(path: Path, variant: str) -> dict[str, str]:
    """The kernel's environment: the notebook's name, its variant, and no learner's answers in reach."""
    named = {"JPY_SESSION_NAME": str(path.resolve()), VARIABLE: variant}
    return {**os.environ, **named, "KHOLAPATH_PROGRESS": OFF}


def _reporter(progress: Step | None, nb: NotebookNode) -> Callable[..., None] | None:
    if progress is None:
        return None
    # a cell without a word in it is not run, so the last may be reported before the end
    code = [i for i, cell in enumerate(nb.cells) if cell.cell_type == "code"]
    return lambda cell_index, **_: progress(code.index(cell_index) + 1, len(code))


def _cell_error(path: Path, nb: NotebookNode, index: int, ename: str, evalue: Any) -> CellError:
    cell_id = nb.cells[index].get("id", "?")
    return CellError(path, index + 1, cell_id, ename, str(evalue))
