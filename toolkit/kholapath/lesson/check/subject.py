"""A lesson as the rules see it: everything read once, and what cannot be read set apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kholapath.errors import CourseError, KholapathError, NotebookError
from kholapath.lesson.course import read_yaml_map
from kholapath.lesson.data import Data, read_data
from kholapath.lesson.notebook import Cell, Notebook, read_notebook
from kholapath.lesson.select import Selected
from kholapath_widgets import ItemError, load_items
from kholapath_widgets.question.item import Item

Problem = tuple[Path, str]


@dataclass(frozen=True)
class Subject:
    """One lesson under check."""

    selected: Selected

    @property
    def questions_file(self) -> Path:
        """Where the questions stand."""
        return self.selected.folder / "questions.yaml"

    @cached_property
    def _read(self) -> tuple[dict[str, Notebook], list[Problem]]:
        good: dict[str, Notebook] = {}
        bad: list[Problem] = []
        for lang, path in self.selected.notebooks.items():
            try:
                good[lang] = read_notebook(path)
            except NotebookError as error:
                bad.append((path, str(error)))
        return good, bad

    @property
    def notebooks(self) -> dict[str, Notebook]:
        """The notebooks that can be read, by language."""
        return self._read[0]

    @property
    def unreadable(self) -> list[Problem]:
        """The notebooks that cannot."""
        return self._read[1]

    @property
    def cells(self) -> list[tuple[Notebook, Cell]]:
        """Every cell of every notebook."""
        return [(nb, cell) for nb in self.notebooks.values() for cell in nb.cells]

    @property
    def languages(self) -> set[str]:
        """The languages that the lesson is to have: its course's, and those it has."""
        course = self.selected.course
        wanted = set(course.title) if course else set()
        return (wanted | set(self.selected.notebooks)) - {""}

    @cached_property
    def _items(self) -> tuple[dict[str, Item], str | None]:
        if not self.questions_file.exists():
            return {}, None
        try:
            return load_items(self.questions_file, self.data.rows), None
        except (ItemError, KholapathError) as error:
            return {}, str(error)

    @property
    def items(self) -> dict[str, Item]:
        """The questions by id; none if the file has a fault."""
        return self._items[0]

    @property
    def items_problem(self) -> str | None:
        """The first fault of questions.yaml."""
        return self._items[1]

    @property
    def cards_file(self) -> Path:
        """Where the cards stand, if the lesson has any."""
        return self.selected.folder / "cards.yaml"

    @cached_property
    def _cards(self) -> tuple[dict[str, dict[str, Any]], str | None]:
        if not self.cards_file.exists():
            return {}, None
        from kholapath_widgets.cards import load_cards

        try:
            return load_cards(self.cards_file, self.data.rows, self.items), None
        except (ItemError, KholapathError) as error:
            return {}, str(error)

    @property
    def cards(self) -> dict[str, dict[str, Any]]:
        """The cards by id; none if the file has a fault."""
        return self._cards[0]

    @property
    def cards_problem(self) -> str | None:
        """The first fault of cards.yaml."""
        return self._cards[1]

    @cached_property
    def _package(self) -> tuple[Data, str | None]:
        folder = self.selected.folder.parent / "data"
        try:
            return read_data(folder), None
        except CourseError as error:
            return Data(folder, {}), str(error)

    @property
    def data(self) -> Data:
        """The course's tables; none if the package has a fault."""
        return self._package[0]

    @property
    def data_problem(self) -> str | None:
        """Why the data package cannot be read."""
        return self._package[1]

    @cached_property
    def _glossary(self) -> tuple[dict[str, Any], str | None]:
        if not self.glossary_file.exists():
            return {}, None
        try:
            return read_yaml_map(self.glossary_file), None
        except CourseError as error:
            return {}, str(error)

    @property
    def glossary(self) -> dict[str, Any]:
        """The course's glossary; empty if it has a fault."""
        return self._glossary[0]

    @property
    def glossary_problem(self) -> str | None:
        """Why the glossary cannot be read."""
        return self._glossary[1]

    @property
    def glossary_file(self) -> Path:
        """Where the glossary stands."""
        return self.selected.folder.parent / "glossary.yaml"
