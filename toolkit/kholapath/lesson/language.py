"""In which language a notebook is written, found from inside its kernel."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from kholapath.errors import NotebookError

_SUFFIX = re.compile(r"\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.ipynb$")
DEFAULT = "en"


def notebook_language() -> str:
    """Return the BCP 47 tag of the running notebook's language.

    From its name (``lesson.bn.ipynb``), else its metadata, as Jupyter (``JPY_SESSION_NAME``) or
    VS Code tell of it; else from ``KHOLAPATH_LANG``; else English.
    """
    for path in filter(None, (os.environ.get("JPY_SESSION_NAME"), _in_vs_code())):
        named = _SUFFIX.search(path)
        tag = named[1] if named else _in_metadata(Path(path))
        if tag:
            return tag
    return os.environ.get("KHOLAPATH_LANG") or DEFAULT


def _in_vs_code() -> str | None:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell.user_ns.get("__vsc_ipynb_file__") if shell else None


def _in_metadata(path: Path) -> str | None:
    from kholapath.lesson.notebook import read_notebook

    # the name may be relative to the server's root: the kernel stands in the notebook's folder
    for file in (path, Path.cwd() / path.name):
        try:
            lang = read_notebook(file).metadata.get("lang")
        except NotebookError:
            continue
        if isinstance(lang, str):
            return lang
    return None
