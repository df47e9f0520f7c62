"""A learner's answers: kept, carried, and never a reason for a lesson not to open."""

from __future__ import annotations

import base64
import json
import sqlite3
import zlib
from pathlib import Path
from typing import Any

import pytest

from kholapath.errors import CodeError, StoreError
from kholapath.progress import Answer, Progress, default_path
from kholapath.resume import merge_file, read_code, write_code, write_file

LESSON = "03-the-price-of-a-model"


def answer(
    item: str = "q", value: Any = "a", updated: str = "2026-01-01T00:00:00.000+00:00"
) -> Answer:
    return Answer(LESSON, item, value, {"attempts": 1}, updated)


@pytest.fixture
def store() -> Progress:
    return Progress()


def test_an_answer_is_found_again(store: Progress) -> None:
    store.save(answer(value={"b": ["ক", None]}))
    assert Progress().load(LESSON, "q") == answer(value={"b": ["ক", None]})
    assert store.load(LESSON, "other") is None


def test_a_later_answer_takes_the_place_of_an_earlier(store: Progress) -> None:
    store.save(answer(value="a"))
    store.save(answer(value="b"))
    assert [a.value for a in store.answers()] == ["b"]


def test_reading_makes_no_file(store: Progress) -> None:
    assert not store.answers()
    assert not store.statements()
    assert store.forget() == 0
    assert not store.path.exists()


def test_it_lies_where_the_environment_says_or_in_the_users_data(
    own_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert default_path() == own_store
    monkeypatch.delenv("KHOLAPATH_PROGRESS")
    assert default_path().name == "progress.sqlite3"


def test_several_kernels_can_write_at_once(store: Progress) -> None:
    store.save(answer())
    mode = sqlite3.connect(store.path).execute("pragma journal_mode").fetchone()
    assert mode == ("wal",)


def test_a_learner_has_a_token_and_no_name(store: Progress) -> None:
    token = store.token()
    assert token == Progress().token()
    assert len(token) == 32


def test_statements_are_kept_with_an_id_and_a_time(store: Progress) -> None:
    store.save(answer(), {"verb": {"id": "answered"}})
    (statement,) = store.statements()
    assert set(statement) == {"verb", "id", "stored"}


def test_one_lesson_is_forgotten_and_the_other_kept(store: Progress) -> None:
    iri = f"urn:kholapath:lesson:{LESSON}#q"
    store.save(answer(), {"object": {"id": iri}})
    store.save(Answer("04-x", "q", 1, {}, "2026"), {"object": {"id": iri.replace(LESSON, "04-x")}})
    assert store.forget(LESSON) == 1
    assert [a.lesson for a in store.answers()] == ["04-x"]
    assert [s["object"]["id"] for s in store.statements()] == ["urn:kholapath:lesson:04-x#q"]
    assert store.forget() == 1
    assert store.statements() == []


class TestAStoreThatFails:
    """Each failure is a sentence with a way out."""

    def test_locked(self, store: Progress, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("kholapath.progress._WAIT", 0.05)
        store.save(answer())
        other = sqlite3.connect(store.path, isolation_level=None)
        other.execute("begin exclusive")
        with pytest.raises(StoreError, match=r"locked by another program\. Close"):
            store.save(answer())
        other.execute("rollback")
        store.save(answer())

    @pytest.mark.parametrize("content", [b"not a database" * 99, b"x" * 4096])
    def test_damaged(self, store: Progress, content: bytes) -> None:
        store.path.parent.mkdir()
        store.path.write_bytes(content)
        with pytest.raises(StoreError, match="Move it away"):
            store.answers()
        assert store.path.read_bytes() == content

    def test_a_damaged_row(self, store: Progress) -> None:
        store.save(answer())
        with sqlite3.connect(store.path) as db:
            db.execute("update answer set record = 'no'")
        with pytest.raises(StoreError, match="damaged"):
            store.answers()

    def test_cut_short(self, store: Progress) -> None:
        for i in range(200):
            store.save(answer(f"q{i}", "x" * 200))
        with sqlite3.connect(store.path) as db:
            db.execute("pragma wal_checkpoint(truncate)")
        store.path.write_bytes(store.path.read_bytes()[:6000])
        with pytest.raises(StoreError, match="damaged"):
            store.answers()

    def test_a_folder_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(StoreError, match="Make it writable"):
            Progress(tmp_path / "file" / "progress").save(answer())

    def test_a_folder_in_its_place(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match="cannot be kept"):
            Progress(tmp_path).save(answer())

    def test_of_a_newer_kholapath(self, store: Progress) -> None:
        store.save(answer())
        with sqlite3.connect(store.path) as db:
            db.execute("pragma user_version = 99")
        with pytest.raises(StoreError, match="newer kholapath"):
            store.answers()


class TestAFile:
    """Answers go to another machine in a JSON file."""

    def test_it_brings_everything(self, store: Progress, tmp_path: Path) -> None:
        store.save(answer(value="ক"), {"verb": {"id": "answered"}})
        other = Progress(tmp_path / "other")
        merged = merge_file(other, write_file(store))
        assert (merged.added, merged.replaced, merged.left) == (1, 0, 0)
        assert [a.value for a in other.answers()] == ["ক"]
        assert other.statements() == store.statements()

    def test_of_two_answers_the_newer_stays(self, store: Progress, tmp_path: Path) -> None:
        old, new = "2026-01-01T00:00:00.000+00:00", "2026-01-02T00:00:00.000+00:00"
        other = Progress(tmp_path / "other")
        store.save_all([answer("x", "mine", old), answer("y", "mine", new)], [])
        other.save_all([answer("x", "theirs", new), answer("y", "theirs", old)], [])
        merged = merge_file(store, write_file(other))
        assert (merged.added, merged.replaced, merged.left) == (0, 1, 1)
        assert {a.item: a.value for a in store.answers()} == {"x": "theirs", "y": "mine"}

    def test_times_are_compared_across_zones(self, store: Progress) -> None:
        store.save(answer(updated="2026-01-01T05:00:00.000+00:00"))
        file = {
            "kholapath": 1,
            "answers": [{**answer("q", "b").__dict__, "updated": "2026-01-01T09:00:00+06:00"}],
        }
        assert merge_file(store, json.dumps(file).encode()).left == 1

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"\xff",
            b"[]",
            b'{"kholapath": 2, "answers": []}',
            b'{"kholapath": 1, "answers": [{"lesson": "x"}]}',
            b'{"kholapath": 1, "answers": [{"lesson":"x","item":"q","updated":"noon"}]}',
            b'{"kholapath": 1, "answers": [{"lesson":"x","item":"q","updated":"2026-01-01","record":{"attempts":"<img>"}}]}',
        ],
    )
    def test_another_file_is_refused_and_nothing_changes(
        self, store: Progress, data: bytes
    ) -> None:
        with pytest.raises(CodeError, match="progress export"):
            merge_file(store, data, "mine.json")
        assert not store.path.exists()


class TestACode:
    """Answers go to another Binder, or to a page, in a code."""

    def test_it_brings_the_answers(self) -> None:
        lesson, answers = read_code(write_code(LESSON, [answer(value="ক"), answer("n", 5.5)]))
        assert lesson == LESSON
        assert {a.item: a.value for a in answers} == {"q": "ক", "n": 5.5}
        assert answers[0].record["attempts"] == 1

    def test_it_is_short(self) -> None:
        many = [answer(f"question-{i}", "option-b") for i in range(10)]
        assert len(write_code(LESSON, many)) < 300

    def test_it_may_be_broken_into_lines(self) -> None:
        code = write_code(LESSON, [answer()])
        assert read_code(f" {code[:20]}\n  {code[20:]}\n")[0] == LESSON

    def test_its_form_is_the_pages(self) -> None:
        code = write_code(LESSON, [answer()])
        packed = base64.urlsafe_b64decode(code.removeprefix("KP1.") + "==")
        assert json.loads(zlib.decompress(packed)) == {
            "lesson": LESSON,
            "items": {"q": {"value": "a", "record": {"attempts": 1}}},
        }

    @pytest.mark.parametrize("code", ["", "hello", "KP2.abc", "KP1.", "KP1.a", "KP1.%%%", "KP1.ক"])
    def test_another_text_is_refused(self, code: str) -> None:
        with pytest.raises(CodeError, match="Copy it whole"):
            read_code(code)

    def test_a_code_cut_short_is_refused(self) -> None:
        code = write_code(LESSON, [answer()])
        for length in range(4, len(code) - 1):
            with pytest.raises(CodeError):
                read_code(code[:length])

    @pytest.mark.parametrize(
        "content",
        [
            "[]",
            '{"lesson": 3, "items": {}}',
            '{"lesson":"x","items":{"q":{"record":{"hints":-1}}}}',
        ],
    )
    def test_a_code_of_something_else_is_refused(self, content: str) -> None:
        code = "KP1." + base64.urlsafe_b64encode(zlib.compress(content.encode())).decode()
        with pytest.raises(CodeError, match="damaged"):
            read_code(code)

    def test_a_code_that_unfolds_without_end_is_refused(self) -> None:
        bomb = zlib.compress(b'"' + b"a" * 50_000_000)
        with pytest.raises(CodeError, match="damaged"):
            read_code("KP1." + base64.urlsafe_b64encode(bomb).decode())
