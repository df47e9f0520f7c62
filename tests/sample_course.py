"""A small course in two languages, whole and without fault, for tests to spoil."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

SLUG = "01-sums"
COURSE = """
title: {en: Sums, bn: যোগ}
seed: 7
lessons:
  - slug: 01-sums
    title: {en: Two and two, bn: দুই আর দুই}
    minutes: 10
"""
QUESTIONS = """
- id: pick
  type: choice
  prompt: {en: "2 + 2?", bn: "২ + ২?"}
  options:
    - {id: three, text: {en: "3", bn: "৩"}, feedback: {en: "That is 2 + 1.", bn: "এটি ২ + ১।"}}
    - {id: four, text: {en: "4", bn: "৪"}}
  answer: four
  explanation: {en: "Count.", bn: "গুনে দেখুন।"}
- id: total
  type: numeric
  prompt: {en: "The sum?", bn: "যোগফল?"}
  answer: {value: {table: sums, column: total, where: {a: 2}}}
  explanation: {en: "See the table.", bn: "সারণি দেখুন।"}
  source: sums
"""
PACKAGE: dict[str, Any] = {
    "name": "sample",
    "resources": [
        {
            "name": "sums",
            "path": "sums.csv",
            "schema": {
                "fields": [{"name": "a", "type": "integer"}, {"name": "total", "type": "number"}]
            },
            "sources": [{"title": "Peano's tables", "path": "https://example.org/peano"}],
            "licenses": [{"name": "CC-BY-4.0"}],
        }
    ],
}
CARDS = """
- id: think
  card: reveal
  title: {en: Think, bn: ভাবুন}
  task: {en: "Why?", bn: "কেন?"}
  answer: {en: So., bn: "তাই।"}
"""
EXPLORABLES = """
class Figure:
    texts = {"title": {"en": "Sums", "bn": "যোগ"}}
    lang = "en"

def all_sums(data):
    return Figure()
"""
WORDS = {
    "en": [
        "# Sums",
        "- Add\n- Check",
        "## Try\n\nAdd.",
        "Use `+`.",
        "- Sums add up",
        "## Sources\n\n- [Peano's tables](https://example.org/peano), CC BY 4.0: the sums.",
    ],
    "bn": [
        "# যোগ",
        "- যোগ করুন\n- মেলান",
        "## করুন\n\nযোগ করুন।",
        "`+` দিন।",
        "- যোগে যোগ হয়",
        "## উৎস\n\n- [Peano's tables](https://example.org/peano), CC BY 4.0: যোগফলগুলো।",
    ],
}

Notebook = dict[str, Any]


def cell(name: str, source: str, *tags: str, code: bool = False) -> dict[str, Any]:
    made: dict[str, Any] = {"id": name, "metadata": {"tags": list(tags)}, "source": source}
    if code:
        return {**made, "cell_type": "code", "outputs": [], "execution_count": None}
    return {**made, "cell_type": "markdown"}


def notebook(lang: str) -> Notebook:
    title, objectives, challenge, solution, points, sources = WORDS[lang]
    cells = [
        cell("title", title),
        cell(
            "open",
            f'import kholapath\nlesson = kholapath.open_lesson("{SLUG}")',
            "setup",
            code=True,
        ),
        cell("aims", objectives, "objectives"),
        cell("q-pick", 'lesson.ask("pick")', code=True),
        cell("q-total", 'lesson.ask("total")', code=True),
        cell("try", challenge, "challenge"),
        cell("try-solution", solution, "solution"),
        cell("sources", sources, "sources"),
        cell("points", points, "key-points"),
    ]
    own = {"lesson": SLUG, "lang": lang, "title": title[2:], "minutes": 10}
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kholapath": own, "kernelspec": kernel}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


class SampleCourse:
    """The course on disk; each method spoils one thing of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.lesson = folder, folder / SLUG
        (folder / "data").mkdir(parents=True)
        self.lesson.mkdir()
        self.write("course.yaml", COURSE)
        self.write("data/datapackage.json", json.dumps(PACKAGE))
        self.write("data/sums.csv", "a,total\n1,2\n2,4\n")
        self.write("glossary.yaml", "sum: {en: the result, bn: যোগফল}\n")
        self.write(f"{SLUG}/questions.yaml", QUESTIONS)
        self.write(f"{SLUG}/cards.yaml", CARDS)
        self.write(f"{SLUG}/explorables.py", EXPLORABLES)
        for lang in WORDS:
            self.write_notebook(lang, notebook(lang))

    def write(self, name: str, text: str) -> Path:
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / name

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new))

    def write_notebook(self, lang: str, nb: Notebook) -> Path:
        return self.write(f"{SLUG}/lesson.{lang}.ipynb", json.dumps(nb, ensure_ascii=False))

    def edit(self, change: Callable[[Notebook], object], *langs: str) -> None:
        """Change the notebook of each language; of all, if none is named."""
        for lang in langs or WORDS:
            nb = notebook(lang)
            change(nb)
            self.write_notebook(lang, nb)

    def edit_cell(self, name: str, source: str, *langs: str) -> None:
        self.edit(lambda nb: self.cell(nb, name).update(source=source), *langs)

    @staticmethod
    def cell(nb: Notebook, name: str) -> dict[str, Any]:
        return next(c for c in nb["cells"] if c["id"] == name)
