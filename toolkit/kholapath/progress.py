"""A learner's answers: kept on this machine, and nowhere else, under no name.

SQLite in the user's data folder; the file named in ``KHOLAPATH_PROGRESS`` instead, if it is set.
A connection is opened for each step, so that no kernel holds the file.
"""

from __future__ import annotations

import json
import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kholapath.errors import StoreError

OFF = "off"
"""The value of ``KHOLAPATH_PROGRESS`` that keeps answers in the kernel only."""

_VERSION = 1
_WAIT = 2.0  # seconds for another program to finish writing
_SCHEMA = """
create table if not exists answer (
  lesson text not null, item text not null, value text not null, record text not null,
  updated text not null, primary key (lesson, item)
) without rowid;
create table if not exists statement (id text primary key, stored text not null, json text not null);
create table if not exists learner (token text not null);
"""


@dataclass(frozen=True)
class Answer:
    """One answer: `value` and `record` are the question's, `updated` is ISO 8601 in UTC."""

    lesson: str
    item: str
    value: Any
    record: dict[str, Any]
    updated: str


def now() -> str:
    """Return the time as it is stored: such texts sort by time."""
    return stamp(datetime.now(UTC))


def stamp(moment: datetime) -> str:
    """Write a moment as it is stored."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def default_path() -> Path:
    """Return where this user's answers lie."""
    named = os.environ.get("KHOLAPATH_PROGRESS")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("kholapath", appauthor=False) / "progress.sqlite3"


class Progress:
    """The store of a learner's answers.

    Every method raises `StoreError`, with what is wrong and the way out, if the store is locked,
    damaged, not writable or of a newer kholapath.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()

    def load(self, lesson: str, item: str) -> Answer | None:
        """Return the answer to one question."""
        return next(iter(self.answers(lesson, item)), None)

    def answers(self, lesson: str | None = None, item: str | None = None) -> list[Answer]:
        """Return the answers, of one lesson or all, in the order in which they were given."""
        if not self.path.exists():
            return []
        query = "select * from answer where lesson = ifnull(?, lesson) and item = ifnull(?, item)"
        with self._open() as db:
            rows = db.execute(f"{query} order by updated", (lesson, item)).fetchall()
        return [self._answer(*row) for row in rows]

    def _answer(self, lesson: str, item: str, value: str, record: str, updated: str) -> Answer:
        try:
            return Answer(lesson, item, json.loads(value), json.loads(record), updated)
        except ValueError:
            raise StoreError(_damaged(self.path)) from None

    def save(self, answer: Answer, statement: dict[str, Any] | None = None) -> None:
        """Keep an answer, and the xAPI statement of it."""
        self.save_all([answer], [statement] if statement else [])

    def save_all(self, answers: list[Answer], statements: list[dict[str, Any]]) -> None:
        """Keep several answers and statements: all of them, or none."""
        rows = [(a.lesson, a.item, _json(a.value), _json(a.record), a.updated) for a in answers]
        told = [
            (str(s.get("id") or uuid.uuid4()), str(s.get("stored") or now()), s) for s in statements
        ]
        with self._open() as db:
            db.executemany("insert or replace into answer values (?, ?, ?, ?, ?)", rows)
            db.executemany(
                "insert or ignore into statement values (?, ?, ?)",
                [(name, at, _json({**s, "id": name, "stored": at})) for name, at, s in told],
            )

    def statements(self) -> list[dict[str, Any]]:
        """Return the xAPI statements in the order in which they were stored."""
        if not self.path.exists():
            return []
        with self._open() as db:
            rows = db.execute("select json from statement order by stored, id").fetchall()
        return [json.loads(text) for (text,) in rows]

    def forget(self, lesson: str | None = None) -> int:
        """Erase the answers of one lesson, or all and the statements too; return how many answers."""
        if not self.path.exists():
            return 0
        with self._open() as db:
            gone = db.execute("delete from answer where lesson = ifnull(?, lesson)", (lesson,))
            if lesson is None:
                db.executescript("delete from statement; delete from learner;")
            else:
                db.execute("delete from statement where instr(json, ?)", (f'"{activity(lesson)}#',))
            return gone.rowcount

    def token(self) -> str:
        """Return a random name for this learner: it tells statements apart, not who somebody is."""
        with self._open() as db:
            row = db.execute("select token from learner").fetchone()
            if row is None:
                row = (uuid.uuid4().hex,)
                db.execute("insert into learner values (?)", row)
        return str(row[0])

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the store for one transaction."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(self.path, timeout=_WAIT)
            try:
                self._prepare(db)
                with db:
                    yield db
            finally:
                db.close()
        except OSError as error:
            raise StoreError(_unwritable(self.path, error.strerror or str(error))) from None
        except sqlite3.Error as error:
            raise StoreError(_said(self.path, error)) from None

    def _prepare(self, db: sqlite3.Connection) -> None:
        (version,) = db.execute("pragma user_version").fetchone()
        if version > _VERSION:
            raise StoreError(
                f"{self.path} was written by a newer kholapath. "
                "Upgrade this one: pip install --upgrade kholapath."
            )
        if version < _VERSION:
            db.execute("pragma journal_mode = wal")
            db.executescript(f"begin; {_SCHEMA} pragma user_version = {_VERSION}; commit;")
        db.execute("pragma synchronous = normal")


def activity(lesson: str) -> str:
    """Return the IRI of a lesson in xAPI statements."""
    return f"urn:kholapath:lesson:{lesson}"


def as_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as plain data."""
    return asdict(answer)


def _json(value: Any) -> str:
    return json.dumps(value)


def _said(path: Path, error: sqlite3.Error) -> str:
    """Say in words what SQLite says in its own."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return (
            f"{path} is locked by another program. Close other notebooks of this lesson, "
            "then run the cell again."
        )
    if isinstance(error, sqlite3.OperationalError) and "malformed" not in text:
        return _unwritable(path, text)
    return _damaged(path)


def _unwritable(path: Path, reason: str) -> str:
    return (
        f"Answers cannot be kept in {path}: {reason}. Make it writable, "
        "or name another file in the environment variable KHOLAPATH_PROGRESS."
    )


def _damaged(path: Path) -> str:
    return (
        f"{path} is damaged: it is no store of answers. "
        "Move it away and the next answer starts a new one."
    )
