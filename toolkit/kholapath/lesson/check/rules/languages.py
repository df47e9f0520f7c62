"""A lesson says the same in each of its languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from kholapath.lesson.check.registry import Found, Place, rule
from kholapath.lesson.check.subject import Subject
from kholapath.lesson.check.text import parse
from kholapath.lesson.notebook import Cell, Notebook

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# What a chart says to its reader: an argument that each language gives in its own words.
_WORDS = frozenset({"description", "title"})


@rule("languages-in-step", "Bring the languages in step: same cells, ids, tags and code.")
def languages_in_step(lesson: Subject) -> Iterator[Found]:
    """Every notebook is held against the first language's."""
    notebooks = list(lesson.notebooks.values())
    for other in notebooks[1:]:
        yield from _out_of_step(notebooks[0], other)


def _out_of_step(first: Notebook, other: Notebook) -> Iterator[Found]:
    theirs = {cell.id: cell for cell in other.cells}
    ours = {cell.id: cell for cell in first.cells}
    for cell in first.cells:
        if cell.id not in theirs:
            yield Place(other.path), f"The cell {cell.id} of {first.path.name} is missing here."
    for cell in other.cells:
        if cell.id not in ours:
            yield Place(other.path, cell), f"{first.path.name} has no such cell."
        else:
            for difference in _differences(ours[cell.id], cell):
                yield Place(other.path, cell), f"{difference} in {first.path.name}."
    shared = [c.id for c in first.cells if c.id in theirs]
    here = [c for c in other.cells if c.id in ours]
    moved = next((c for c, wanted in zip_longest(here, shared) if c and c.id != wanted), None)
    if moved:
        yield Place(other.path, moved), f"The cells stand in another order in {first.path.name}."


def _differences(ours: Cell, theirs: Cell) -> Iterator[str]:
    if ours.kind != theirs.kind:
        yield f"This is a {theirs.kind} cell, but a {ours.kind} cell"
    elif ours.kind == "code" and _code(ours) != _code(theirs):
        yield "The code differs from that"
    if ours.tags != theirs.tags:
        yield f"The tags are {_listed(theirs.tags)}, but {_listed(ours.tags)}"


def _code(cell: Cell) -> str:
    """The code without comments, layout and a chart's words; as it is written, if it is not Python."""
    tree = parse(cell.source)
    if tree is None:
        return cell.source
    for node in ast.walk(tree):
        match node:
            case ast.keyword(arg=name, value=ast.Constant(str()) as words) if name in _WORDS:
                words.value = ""
    return ast.dump(tree)


def _listed(tags: frozenset[str]) -> str:
    return ", ".join(sorted(tags)) or "none"


@rule("glossary-unreadable", "A glossary is a map: each term to its words by language.")
def glossary_unreadable(lesson: Subject) -> Iterator[Found]:
    """A glossary that is none."""
    if lesson.glossary_problem:
        file = lesson.glossary_file
        yield Place(file), lesson.glossary_problem.removeprefix(f"{file}: ")


@rule("missing-translation", "Write it in every language of the course.")
def missing_translation(lesson: Subject) -> Iterator[Found]:
    """Notebooks, questions, the course and its glossary."""
    wanted, folder = lesson.languages, lesson.selected.folder
    there = set(lesson.selected.notebooks)
    if lesson.selected.entry:
        there |= set(lesson.selected.entry.notebooks)
    if "" not in there:
        for lang in sorted(wanted - there):
            yield Place(folder), f"There is no lesson.{lang}.ipynb."
    for item in lesson.items.values():
        yield from _untranslated(
            item.model_dump(), f"item {item.id!r}", lesson.questions_file, wanted
        )
    for name, card in lesson.cards.items():
        yield from _untranslated(card, f"card {name!r}", lesson.cards_file, wanted)
    yield from _untranslated(lesson.glossary, "", lesson.glossary_file, wanted)
    course = lesson.selected.course
    if course:
        raw = {"title": course.title, "lessons": {e.slug: e.title for e in course.lessons}}
        yield from _untranslated(raw, "", course.folder / "course.yaml", wanted)


def _untranslated(value: Any, at: str, file: Path, wanted: set[str]) -> Iterator[Found]:
    """Every map by language that lacks one."""
    if isinstance(value, list):
        for i, entry in enumerate(value, 1):
            name = entry.get("id", i) if isinstance(entry, dict) else i
            yield from _untranslated(entry, _under(at, name), file, wanted)
    elif isinstance(value, dict) and _by_language(value, wanted):
        for lang in sorted(wanted - set(value)):
            yield Place(file), f"{at} has no text in {lang!r}.".strip()
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _untranslated(entry, _under(at, key), file, wanted)


def _by_language(value: dict[Any, Any], wanted: set[str]) -> bool:
    tags = [key for key in value if isinstance(key, str) and _TAG.fullmatch(key)]
    return bool(wanted & set(value)) and len(tags) == len(value)


def _under(at: str, name: Any) -> str:
    return f"{at}.{name}" if at and not at.endswith("'") else f"{at} {name}".strip()
