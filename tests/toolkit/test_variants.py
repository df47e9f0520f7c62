"""Sheets A, B, C of one lesson: each an order of its own, and a key that fits it."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from sample_course import SLUG, SampleCourse, cell

import kholapath
from kholapath.cli import main
from kholapath.editions.pipeline import document_of, export
from kholapath.lesson.execute import execute
from kholapath.lesson.variant import VARIABLE, shift

LETTERS = "ABCDEF"
WORDS = ("apple", "beech", "cedar", "daisy", "elder", "fern")


def plants(number: int) -> str:
    options = "".join(
        f"\n    - {{id: {word}, text: {{en: {word}{number}, bn: {word}{number}}}}}"
        for word in WORDS
    )
    asked = f"{{en: Which of row {number}, bn: সারি {number}}}"
    return f"- id: row-{number}\n  type: choice\n  prompt: {asked}\n  options:{options}\n  answer: fern\n"


@pytest.fixture
def course(tmp_path: Path) -> SampleCourse:
    """A lesson that asks one question, and a quiz of three out of five."""
    made = SampleCourse(tmp_path / "lessons")
    made.write(f"{SLUG}/questions.yaml", "".join(plants(n) for n in range(6)))
    ids = "[row-1, row-2, row-3, row-4, row-5]"
    title = "{en: Plants, bn: গাছ}"
    made.write(
        f"{SLUG}/cards.yaml",
        f"- {{id: plants, card: quiz, title: {title}, items: {ids}, draw: 3}}\n",
    )
    start = f'import kholapath\nlesson = kholapath.open_lesson("{SLUG}")'
    cells = [
        cell("title", "# Sums"),
        cell("open", start, "setup", code=True),
        cell("q", 'lesson.ask("row-0")', code=True),
        cell("quiz", 'lesson.show("plants")', code=True),
    ]
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    made.write_notebook("en", notebook)
    (made.lesson / "lesson.bn.ipynb").unlink()
    return made


def order(pdf: Path) -> list[str]:
    """Return the answers of a sheet or a key as they stand, each once."""
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    return list(dict.fromkeys(re.findall(rf"(?:{'|'.join(WORDS)})\d", text)))


def letter_of_the_right_answer(sheet: Path) -> str:
    """Return the letter before the right answer of the first question."""
    text = " ".join(page.extract_text() for page in PdfReader(sheet).pages)
    found = re.search(r"\b([A-F])\s+fern0", text)
    assert found
    return found[1]


def test_a_key_fits_its_sheet_and_no_other(course: SampleCourse) -> None:
    out = course.folder / "OUT"
    for letter in ("A", "B"):
        list(export(course.lesson, ["handout", "key"], out, variant=letter))
    sheets = {v: out / f"{SLUG}-{v}.en.handout.pdf" for v in "AB"}
    keys = {v: out / f"{SLUG}-{v}.en.key.pdf" for v in "AB"}
    assert order(sheets["A"]) == order(keys["A"])
    assert order(sheets["B"]) == order(keys["B"])
    assert order(sheets["A"]) != order(sheets["B"])
    assert letter_of_the_right_answer(sheets["B"]) == letter_of_the_right_answer(keys["B"])
    assert len(order(sheets["B"])) == 4 * len(WORDS)


def test_the_seed_is_printed(course: SampleCourse) -> None:
    (sheet,) = export(course.lesson, ["handout"], course.folder / "OUT", variant="C")
    text = " ".join(page.extract_text() for page in PdfReader(sheet).pages)
    assert "Question seed 9" in " ".join(text.split())
    assert "Question seed: 9" in text


def test_a_notebook_with_outputs_is_run_again_for_it(course: SampleCourse) -> None:
    path = course.lesson / "lesson.en.ipynb"
    done = execute(nbformat.read(path, as_version=4), path)
    seeds = [document_of(done, path, variant=v).blocks[1].form["seed"] for v in ("", "B")]  # type: ignore[attr-defined]
    assert seeds == [7, 8]


def test_a_is_the_sheet_without_a_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [shift(letter) for letter in ("", *LETTERS)] == [0, 0, 1, 2, 3, 4, 5]
    monkeypatch.setenv(VARIABLE, "D")
    assert shift() == 3
    monkeypatch.setenv(VARIABLE, "no letter")
    assert shift() == 0


def test_a_lesson_open_in_class_asks_in_its_own_order(
    course: SampleCourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course.lesson)
    assert kholapath.open_lesson(SLUG).ask("row-0").seed == 7
    assert kholapath.open_lesson(SLUG).show("plants").content["seed"] == 7


@pytest.mark.parametrize("letter", ["b", "AB", "7", "ক"])
def test_what_is_no_letter_is_a_sentence(course: SampleCourse, letter: str) -> None:
    arguments = ["export", str(course.lesson), "--to", "key", "--out", str(course.folder / "OUT")]
    result = CliRunner().invoke(main, [*arguments, "--variant", letter])
    assert result.exit_code == 1
    assert "is no variant; a variant is a letter from A to Z" in result.output
