"""Explorables are found in one module or in a package, under a lesson's own name."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_course import SLUG, SampleCourse

from kholapath.errors import CourseError
from kholapath.lesson.check import check
from kholapath.lesson.explorables import explorable_names, explorables_in


def package(folder: Path, words: str = "one") -> Path:
    (folder / "explorables").mkdir(parents=True, exist_ok=True)
    (folder / "explorables" / "words.py").write_text(f'TITLE = "{words}"\n')
    (folder / "explorables" / "sums.py").write_text(
        "from json import dumps\nfrom .words import TITLE\n\n"
        "def all_sums(data):\n    return TITLE\n\ndef helper():\n    return dumps(1)\n"
    )
    (folder / "explorables" / "__init__.py").write_text(
        "from json import loads\nfrom .sums import all_sums\nfrom .sums import helper as _helper\n"
    )
    return folder


def test_a_module_shows_its_own_public_functions(tmp_path: Path) -> None:
    text = "from json import dumps\n\ndef a_sum(data):\n    return 1\n\ndef _own():\n    return dumps\n"
    (tmp_path / "explorables.py").write_text(text)
    assert list(explorables_in(tmp_path)) == ["a-sum"]
    assert explorable_names(tmp_path) == ["a-sum"]


def test_a_package_shows_what_it_takes_from_its_own_modules(tmp_path: Path) -> None:
    made = explorables_in(package(tmp_path))
    assert list(made) == ["all-sums"]
    assert made["all-sums"](None) == "one"
    assert explorable_names(tmp_path) == ["all-sums"]


def test_a_module_changed_by_its_author_is_read_anew(tmp_path: Path) -> None:
    explorables_in(package(tmp_path))
    assert explorables_in(package(tmp_path, "another"))["all-sums"](None) == "another"


def test_two_lessons_do_not_share_their_modules(tmp_path: Path) -> None:
    one = explorables_in(package(tmp_path / "01-a", "one"))["all-sums"]
    other = explorables_in(package(tmp_path / "02-b", "other"))["all-sums"]
    assert (one(None), other(None)) == ("one", "other")


def test_a_lesson_without_any_has_none(tmp_path: Path) -> None:
    assert explorables_in(tmp_path) == {}
    assert explorable_names(tmp_path) == []


def test_a_package_that_does_not_run_is_named(tmp_path: Path) -> None:
    package(tmp_path)
    (tmp_path / "explorables" / "words.py").write_text("1/0")
    with pytest.raises(CourseError, match=r"__init__\.py does not run: ZeroDivisionError"):
        explorables_in(tmp_path)


def test_the_rules_look_into_a_package_too(course: SampleCourse) -> None:
    text = (course.lesson / "explorables.py").read_text(encoding="utf-8")
    (course.lesson / "explorables.py").unlink()
    (course.lesson / "explorables").mkdir()
    course.write(f"{SLUG}/explorables/sums.py", text.replace(', "bn": "যোগ"', ""))
    course.write(f"{SLUG}/explorables/__init__.py", "from .sums import all_sums\n")
    assert [(f.rule, f.file.name) for f in check([course.lesson])] == [
        ("explorable", "__init__.py")
    ]
