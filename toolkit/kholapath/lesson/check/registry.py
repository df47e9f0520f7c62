"""The rules by name: a rule is one small function under a decorator."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kholapath.lesson.check.subject import Subject
from kholapath.lesson.notebook import Cell

Found = tuple["Place", str]
"""Where, and what is wrong there as one sentence."""


@dataclass(frozen=True)
class Place:
    """A file, and a cell of it."""

    file: Path
    cell: Cell | None = None


@dataclass(frozen=True)
class Finding:
    """One thing that a lesson lacks.

    Attributes
    ----------
    file, cell, cell_id
        Where; the cell's number counts from 1. None where it is no cell's.
    rule
        The rule's name.
    message, way_out
        What is wrong, and what to do about it.
    """

    file: Path
    cell: int | None
    cell_id: str | None
    rule: str
    message: str
    way_out: str

    def __str__(self) -> str:
        at = f", cell {self.cell} (id {self.cell_id})" if self.cell is not None else ""
        here, file = Path.cwd(), self.file.absolute()
        shown = file.relative_to(here) if file.is_relative_to(here) else file
        return f"{shown}{at}: {self.message} {self.way_out} [{self.rule}]"

    def to_json(self) -> dict[str, Any]:
        """Return the finding as JSON."""
        return {**self.__dict__, "file": str(self.file)}


@dataclass(frozen=True)
class Rule:
    """A named check of one lesson."""

    name: str
    way_out: str
    look: Callable[[Subject], Iterable[Found]]

    def findings(self, subject: Subject) -> list[Finding]:
        """Return what the rule finds wrong."""
        return [
            Finding(
                file=place.file,
                cell=place.cell.number if place.cell else None,
                cell_id=place.cell.id if place.cell else None,
                rule=self.name,
                message=message,
                way_out=self.way_out,
            )
            for place, message in self.look(subject)
        ]


RULES: dict[str, Rule] = {}


def rule(
    name: str, way_out: str
) -> Callable[[Callable[[Subject], Iterable[Found]]], Callable[[Subject], Iterable[Found]]]:
    """Register a rule: a function of a lesson that yields what is wrong, and where.

    Parameters
    ----------
    name
        As findings show it, ``words-with-hyphens``.
    way_out
        What to do about a finding, as one sentence.
    """

    def register(
        look: Callable[[Subject], Iterable[Found]],
    ) -> Callable[[Subject], Iterable[Found]]:
        RULES[name] = Rule(name, way_out, look)
        return look

    return register
