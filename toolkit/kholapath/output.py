"""Files are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kholapath.errors import OutputError


def write_whole(path: Path, data: bytes) -> Path:
    """Write `data` to `path`: under another name first, then put in its place in one step.

    Raises
    ------
    OutputError
        If the folder cannot be made or written; nothing is left behind.
    """
    scratch: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp is for secrets, 0600; this is an ordinary file
        Path(scratch).chmod(0o666 & ~_umask())
        Path(scratch).replace(path)
    except OSError as error:
        if scratch is not None:
            Path(scratch).unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise OutputError(
            f"{path} cannot be written: {reason}. Choose another folder, or make room in this one."
        ) from None
    return path


def writable_folder(folder: Path) -> Path:
    """Make a folder, and see that files can be put into it before work is spent on them.

    Raises
    ------
    OutputError
        If it cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{folder} cannot be written: {reason}. Choose another folder.") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
