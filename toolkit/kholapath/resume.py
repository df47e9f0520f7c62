"""Answers that a learner can carry: a file, or a short code from a Binder that is about to die.

A page without a kernel writes and reads the same codes.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from kholapath.errors import CodeError
from kholapath.progress import Answer, Progress, as_json, now, stamp

_PREFIX = "KP1."
_LARGEST = 2_000_000  # bytes that a code may unfold to


class Record(BaseModel):
    """A question's record, or a card's with fields of its own; what is left out is as at first."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, JsonValue] = Field(init=False)

    attempts: int = Field(0, ge=0)
    hints: int = Field(0, ge=0)
    revealed: bool = False
    skipped: bool = False
    submitted: JsonValue = None
    result: dict[str, JsonValue] | None = None
    messages: list[dict[str, str]] = []


class State(BaseModel):
    """What a code holds of a question."""

    value: JsonValue = None
    record: Record = Record()


class _Code(BaseModel):
    lesson: str
    items: dict[str, State]


class _Kept(State):
    lesson: str
    item: str
    updated: datetime


class _File(BaseModel):
    kholapath: int = Field(ge=1, le=1)
    answers: list[_Kept]
    statements: list[dict[str, JsonValue]] = []


@dataclass(frozen=True)
class Merged:
    """What became of a file's answers.

    Attributes
    ----------
    added, replaced
        How many are new here, and how many took the place of an older one.
    left
        How many were left out, since the store has a newer one.
    """

    added: int
    replaced: int
    left: int


def write_code(lesson: str, answers: list[Answer]) -> str:
    """Return the resume code of a lesson's answers."""
    items = {a.item: {"value": a.value, "record": _short(a.record)} for a in answers}
    text = json.dumps({"lesson": lesson, "items": items}, separators=(",", ":"))
    packed = zlib.compress(text.encode(), 9)
    return _PREFIX + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def _short(record: dict[str, Any]) -> dict[str, Any]:
    fresh = Record().model_dump()
    return {name: value for name, value in record.items() if fresh.get(name) != value}


def read_code(code: str) -> tuple[str, list[Answer]]:
    """Return the lesson's slug and the answers that a code holds.

    Raises
    ------
    CodeError
        If it is not a resume code, or not the whole of one.
    """
    code = "".join(code.split())  # mail and chat break long lines
    if not code.startswith(_PREFIX):
        raise CodeError(f"This is no resume code: one starts with {_PREFIX}. Copy it whole.")
    try:
        packed = base64.urlsafe_b64decode(code[len(_PREFIX) :] + "==")
        unfold = zlib.decompressobj()
        text = unfold.decompress(packed, _LARGEST)
        if not unfold.eof:
            raise CodeError(_DAMAGED)
        found = _Code.model_validate_json(text)
    except (binascii.Error, zlib.error, ValueError):
        raise CodeError(_DAMAGED) from None
    answers = [
        Answer(found.lesson, item, state.value, state.record.model_dump(), now())
        for item, state in found.items.items()
    ]
    return found.lesson, answers


_DAMAGED = "This resume code is damaged: part of it is missing or changed. Copy it whole, from KP1 to its end."


def write_file(store: Progress, lesson: str | None = None) -> bytes:
    """Return the store's answers, of one lesson or all, as a JSON file."""
    answers = [as_json(answer) for answer in store.answers(lesson)]
    statements = store.statements() if lesson is None else []
    file = {"kholapath": 1, "answers": answers, "statements": statements}
    return json.dumps(file, indent=1).encode() + b"\n"


def merge_file(store: Progress, data: bytes, name: str = "the file") -> Merged:
    """Put the answers of a JSON file into the store; of two to one question the newer stays.

    Raises
    ------
    CodeError
        If the file is not one that `write_file` wrote; the store is untouched.
    """
    try:
        found = _File.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in first["loc"]) or "the whole"
        raise CodeError(
            f"{name} holds no kholapath progress ({field}: {first['msg']}). "
            "Choose a file that 'kholapath progress export' wrote."
        ) from None
    there = {(a.lesson, a.item): a.updated for a in store.answers()}
    given = [
        Answer(a.lesson, a.item, a.value, a.record.model_dump(), stamp(a.updated))
        for a in sorted(found.answers, key=lambda kept: kept.updated)
    ]
    fresh = [a for a in given if a.updated > there.get((a.lesson, a.item), "")]
    added = sum((a.lesson, a.item) not in there for a in fresh)
    store.save_all(fresh, found.statements)
    return Merged(added, len(fresh) - added, len(given) - len(fresh))
