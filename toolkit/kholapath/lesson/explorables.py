"""A lesson's explorables: the public functions of its ``explorables.py``, or of that package."""

from __future__ import annotations

import ast
import importlib.util
import inspect
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from kholapath.errors import CourseError

if TYPE_CHECKING:
    from kholapath_widgets._base import TeachingWidget

Makers = dict[str, Callable[[Any], "TeachingWidget"]]


def explorables_file(folder: Path) -> Path:
    """Return where a lesson's explorables stand, whether or not there are any."""
    package = folder / "explorables" / "__init__.py"
    return package if package.is_file() else folder / "explorables.py"


def explorables_in(folder: Path) -> Makers:
    """Return the functions that make a lesson's explorables by name, ``_`` written ``-``.

    A package of them shows what its ``__init__.py`` imports from its own modules.

    Raises
    ------
    CourseError
        If the file does not run.
    """
    file = explorables_file(folder)
    if not file.is_file():
        return {}
    module = _run(file, f"kholapath_lesson_{folder.name}")
    return {
        name.replace("_", "-"): function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and f"{function.__module__}.".startswith(f"{module.__name__}.")
    }


def explorable_names(folder: Path) -> list[str]:
    """Return the names of a lesson's explorables without running anything."""
    file = explorables_file(folder)
    try:
        body = ast.parse(file.read_text(encoding="utf-8")).body if file.is_file() else []
    except (SyntaxError, ValueError):
        return []
    made = [node.name for node in body if isinstance(node, ast.FunctionDef)]
    taken = [
        alias.asname or alias.name
        for node in body
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    ]
    return [name.replace("_", "-") for name in (*made, *taken) if not name.startswith("_")]


def _run(file: Path, name: str) -> ModuleType:
    """Run a module, or a package of them, anew: its author may have changed it."""
    inside = [str(file.parent)] if file.name == "__init__.py" else None
    spec = importlib.util.spec_from_file_location(name, file, submodule_search_locations=inside)
    if spec is None or spec.loader is None:
        raise CourseError(f"{file} cannot be read as Python.")
    for known in [m for m in sys.modules if f"{m}.".startswith(f"{name}.")]:
        del sys.modules[known]
    try:
        return _loaded(spec)
    except Exception as error:
        raise CourseError(f"{file} does not run: {type(error).__name__}: {error}") from error


def _loaded(spec: ModuleSpec) -> ModuleType:
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # so that a package's modules find each other
    assert spec.loader is not None  # noqa: S101 - for mypy; _run has looked
    spec.loader.exec_module(module)
    return module
