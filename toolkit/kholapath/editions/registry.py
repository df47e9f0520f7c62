"""The editions there are: a folder each, found by being here."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from kholapath.document.model import Document
from kholapath.errors import ExportError


@dataclass(frozen=True)
class Edition:
    """A filter and a renderer.

    Attributes
    ----------
    name
        As the command line asks for it.
    extension
        Of the file, without the dot.
    mimetype
        Of the file.
    keep
        Drops the blocks that are not for this edition's readers.
    render
        Sets what is kept: the whole file, as bytes.
    options
        The names of what `render` can be told beside the document, as ``paper``.
    """

    name: str
    extension: str
    mimetype: str
    keep: Callable[[Document], Document]
    render: Callable[..., bytes]
    options: frozenset[str] = frozenset()

    def make(self, document: Document, **options: str) -> bytes:
        """Return the file's bytes; an option that is none of this edition's is for another."""
        mine = {name: value for name, value in options.items() if name in self.options}
        return self.render(self.keep(document), **mine)


@cache
def editions() -> dict[str, Edition]:
    """Return every edition by its name; a folder whose name begins with ``_`` is shared by several."""
    folder = Path(__file__).parent
    names = sorted(
        module.name
        for module in pkgutil.iter_modules([str(folder)])
        if module.ispkg and not module.name.startswith("_")
    )
    return {name: edition(name) for name in names}


def edition(name: str) -> Edition:
    """Return one edition, without a look at the others.

    Raises
    ------
    ExportError
        If its folder is missing, or cannot be imported.
    """
    try:
        found: Edition = import_module(f"{__package__}.{name}").EDITION
    except (ImportError, AttributeError) as error:
        problem = f"The edition {name!r} cannot be loaded ({error}). Install kholapath again."
        raise ExportError(problem) from error
    return found
