"""The data package of a course: tables by name."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kholapath.errors import CourseError, UnknownName

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Data:
    """The tables that ``datapackage.json`` in `folder` describes (Frictionless Data Package).

    Attributes
    ----------
    resources
        Each table's description by its name: ``path``, ``schema``, ``sources`` …
    """

    folder: Path
    resources: dict[str, dict[str, Any]]

    def path(self, name: str) -> Path:
        """Return a table's file.

        Raises
        ------
        UnknownName
            With the near ones.
        """
        if name not in self.resources:
            where = self.folder / "datapackage.json"
            raise UnknownName("table", name, self.resources, where)
        return self.folder / str(self.resources[name].get("path", f"{name}.csv"))

    def rows(self, name: str) -> list[dict[str, str]]:
        """Return a table's rows as texts, without pandas: for answers computed from data."""
        return read_rows(self.path(name))

    def frame(self, name: str) -> pd.DataFrame:
        """Return a table as a DataFrame."""
        import pandas as pd

        return pd.read_csv(self.path(name))


@cache
def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file.

    Raises
    ------
    CourseError
        If it cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CourseError(f"{path} cannot be read as a CSV table: {error}.") from None


def read_data(folder: Path) -> Data:
    """Read the data package in `folder`; an empty one where there is none.

    Raises
    ------
    CourseError
        If ``datapackage.json`` is not one.
    """
    file = folder / "datapackage.json"
    if not file.exists():
        return Data(folder, {})
    try:
        package = json.loads(file.read_text(encoding="utf-8"))
        resources = {str(entry["name"]): entry for entry in package["resources"]}
    except OSError as error:
        raise CourseError(f"{file} cannot be read: {error.strerror or error}.") from None
    except ValueError as error:
        raise CourseError(f"{file} is not JSON: {error}.") from None
    except (KeyError, TypeError):
        raise CourseError(
            f"{file} is no data package: it needs a list 'resources' of tables, each with a name."
        ) from None
    return Data(folder, resources)
