"""A notebook as its file says it: read quickly, for the checks and the lists."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kholapath.errors import NotebookError


@dataclass(frozen=True)
class Cell:
    """One cell; `number` counts from 1, as people do."""

    number: int
    id: str
    kind: str
    source: str
    tags: frozenset[str]
    metadata: dict[str, Any]
    outputs: bool


@dataclass(frozen=True)
class Notebook:
    """A notebook's cells, and what its metadata says under ``kholapath``."""

    path: Path
    cells: tuple[Cell, ...]
    metadata: dict[str, Any]

    def tagged(self, tag: str) -> list[Cell]:
        """Return the cells with a tag."""
        return [cell for cell in self.cells if tag in cell.tags]


def read_notebook(path: Path) -> Notebook:
    """Read a notebook.

    Raises
    ------
    NotebookError
        If the file cannot be read or is not a notebook of format 4.5, the first with cell ids.
    """
    raw = _read_json(path)
    if not isinstance(raw, dict) or not isinstance(raw.get("cells"), list):
        raise NotebookError(f"{path} is no notebook: it has no list of cells.")
    version = (raw.get("nbformat"), raw.get("nbformat_minor"))
    if version[0] != 4 or not isinstance(version[1], int) or version[1] < 5:  # noqa: PLR2004
        raise NotebookError(
            f"{path} is in notebook format {version[0]}.{version[1]}, in which cells have no ids. "
            "Open it in JupyterLab and save it."
        )
    metadata = raw.get("metadata")
    own = metadata.get("kholapath") if isinstance(metadata, dict) else None
    cells = tuple(_cell(path, i, cell) for i, cell in enumerate(raw["cells"], 1))
    return Notebook(path, cells, own if isinstance(own, dict) else {})


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise NotebookError(f"{path} cannot be read: {error.strerror or error}.") from None
    except (ValueError, RecursionError):
        raise NotebookError(
            f"{path} is no notebook: it is not JSON. Restore it from a copy, or save it again."
        ) from None


def _cell(path: Path, number: int, raw: Any) -> Cell:
    source = raw.get("source") if isinstance(raw, dict) else None
    if isinstance(source, list):
        source = "".join(str(line) for line in source)
    if not isinstance(source, str):
        raise NotebookError(f"{path}, cell {number}: this is no cell: it has no source.")
    metadata = raw.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    tags = metadata.get("tags")
    return Cell(
        number=number,
        id=str(raw.get("id", "")),
        kind=str(raw.get("cell_type")),
        source=source,
        tags=frozenset(map(str, tags if isinstance(tags, list) else [])),
        metadata=metadata,
        outputs=bool(raw.get("outputs")) or raw.get("execution_count") is not None,
    )
