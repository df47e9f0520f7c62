"""The Document: the one normal form of a lesson that every edition is made from.

A Document is a flat run of blocks in reading order. Each block knows its language, the tags of
its cell and where it came from, so that a filter can drop it and an error can name it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Where:
    """A place in a notebook: the cell's number as people count (from 1), and its id."""

    cell: int
    cell_id: str


@dataclass(frozen=True)
class Block:
    """What every block carries."""

    where: Where
    lang: str
    tags: frozenset[str]


@dataclass(frozen=True)
class Heading(Block):
    """A heading: `level` 1 to 6, `markdown` its inline text."""

    level: int
    markdown: str


@dataclass(frozen=True)
class Prose(Block):
    """Markdown with math, without headings. `attachments` maps a name to ``{mime: base64}``."""

    markdown: str
    attachments: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Code(Block):
    """Source that the reader is meant to read."""

    source: str
    language: str


@dataclass(frozen=True)
class Text(Block):
    """Plain output: a printed stream, a value without a richer form."""

    text: str


@dataclass(frozen=True)
class Formula(Block):
    """One display formula, TeX without dollars."""

    tex: str


@dataclass(frozen=True)
class Table(Block):
    """A table: rows of plain-text cells, `header` rows first; `numeric` says which columns align right."""

    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


@dataclass(frozen=True)
class Image(Block):
    """A picture: SVG text or the bytes of a bitmap, with its alt text (may be empty: a problem)."""

    mime: str
    data: bytes
    alt: str


@dataclass(frozen=True)
class Chart(Block):
    """An explorable, or any Altair chart: the print form of kholapath_widgets.explorable."""

    form: dict[str, Any]


@dataclass(frozen=True)
class Item(Block):
    """A question: the print form of kholapath_widgets.question."""

    form: dict[str, Any]


@dataclass(frozen=True)
class Widget(Block):
    """Any other widget of ours, as flashcards: its print form, with a sheet as a question's."""

    form: dict[str, Any]


@dataclass(frozen=True)
class Group(Block):
    """A container of widgets (VBox, Tab ...): `children` in order, each with its title or ''."""

    children: tuple[tuple[str, Block], ...]


@dataclass(frozen=True)
class Live(Group):
    """A group that is one widget where it lives, as a quiz, and its children elsewhere.

    Its print form has ``title``, ``note`` (a line under it) and the widget's ``state``.
    """

    form: dict[str, Any]


@dataclass(frozen=True)
class Meta:
    """What a title block says.

    Attributes
    ----------
    slug, number
        The lesson's folder name, and its number in the course.
    siblings
        Language tag to file name of the same edition in the other languages, if they are made too.
    date
        ISO 8601.
    seed, variant
        What shuffles the questions, and its letter if there are several sheets of one lesson.
    """

    slug: str
    lang: str
    title: str
    description: str = ""
    course: str = ""
    number: int | None = None
    minutes: int | None = None
    version: str = ""
    date: str = ""
    seed: int = 0
    variant: str = ""
    url: str = ""
    siblings: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """A lesson: its title block and its blocks in reading order."""

    meta: Meta
    blocks: tuple[Block, ...]
