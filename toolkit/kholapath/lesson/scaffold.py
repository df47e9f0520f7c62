"""The start of a new lesson: in every language, and ready to be written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from kholapath.errors import CourseError, OutputError
from kholapath.lesson.check.rules.teaching import TO_WRITE
from kholapath.lesson.course import SLUG, Course
from kholapath.output import write_whole

_MINUTES = 45


def new_lesson(course: Course, slug: str) -> list[Path]:
    """Write the start of a lesson and list it in course.yaml.

    Parameters
    ----------
    slug
        The folder's name, as ``04-who-builds-on-whom``.

    Returns
    -------
    The files written.

    Raises
    ------
    CourseError
        If the name is not a lesson's, or course.yaml cannot be added to.
    OutputError
        If there is such a folder already, or it cannot be written; nothing is left half done.
    """
    if not re.fullmatch(SLUG, slug):
        raise CourseError(
            f"{slug!r} is no lesson's name: two digits, then words in a-z and 0-9 joined by hyphens, "
            "as 04-who-builds-on-whom."
        )
    folder = course.folder / slug
    if folder.exists():
        raise OutputError(f"{folder} is there already. Choose another name, or move it away.")
    listed = _listed(course, slug)
    files = {folder / "questions.yaml": _QUESTIONS.encode()}
    for lang in course.title:
        files[folder / f"lesson.{lang}.ipynb"] = _notebook(slug, lang)
    for path, data in files.items():
        write_whole(path, data)
    write_whole(course.folder / "course.yaml", listed.encode())  # last: now the lesson is there
    return list(files)


def _listed(course: Course, slug: str) -> str:
    """course.yaml with the lesson at the end of its list, every comment kept."""
    file = course.folder / "course.yaml"
    text = file.read_text(encoding="utf-8")
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    node = next((value for key, value in pairs if key.value == "lessons"), None)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style or not node.value:
        raise CourseError(
            f"{file}, field lessons: nothing can be added to this list; write it as lines of '- slug: …'."
        )
    lines = text.splitlines()
    end = _last_line(node.value[-1]) + 1
    pad = " " * node.start_mark.column
    words = ", ".join(f'{lang}: "{TO_WRITE} {_title(slug)}"' for lang in course.title)
    entry = [f"{pad}- slug: {slug}", f"{pad}  title: {{{words}}}", f"{pad}  minutes: {_MINUTES}"]
    return "\n".join([*lines[:end], *entry, *lines[end:]]) + "\n"


def _last_line(node: yaml.Node) -> int:
    """The line on which a node's last word stands; its own end mark lies after comments."""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return max(_last_line(value) for _, value in node.value)
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return max(_last_line(value) for value in node.value)
    line: int = node.end_mark.line
    return line if node.end_mark.column else line - 1


def _title(slug: str) -> str:
    return slug[3:].replace("-", " ").capitalize()


def _notebook(slug: str, lang: str) -> bytes:
    say = _WORDS.get(lang, _WORDS["en"])
    notes = f"{TO_WRITE} {say['write']}"
    two = f"- {notes}\n- {notes}"
    cells = [
        _cell("title", f"# {_title(slug)}"),
        _cell("dek", notes, "dek"),
        _code("setup", f'import kholapath\n\nlesson = kholapath.open_lesson("{slug}")', "setup"),
        _cell("objectives", f"## {say['objectives']}\n\n{two}", "objectives"),
        _cell("start", f"## {say['start']}\n\n{notes}"),
        _code("first-question", 'lesson.ask("first")'),
        _cell("exercise", f"## {say['exercise']}\n\n{notes}", "challenge"),
        _cell("exercise-solution", notes, "solution"),
        _cell("key-points", f"## {say['key_points']}\n\n{two}", "key-points"),
    ]
    own = {
        "lesson": slug,
        "lang": lang,
        "title": f"{TO_WRITE} {_title(slug)}",
        "minutes": _MINUTES,
    }
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "kholapath": own, "language_info": {"name": "python"}}
    nb = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(nb, ensure_ascii=False, indent=1).encode() + b"\n"


def _cell(name: str, source: str, *tags: str) -> dict[str, Any]:
    return {
        "cell_type": "markdown",
        "id": name,
        "metadata": {"tags": list(tags)} if tags else {},
        "source": source.splitlines(keepends=True),
    }


def _code(name: str, source: str, *tags: str) -> dict[str, Any]:
    cell = _cell(name, source, *tags)
    return {**cell, "cell_type": "code", "execution_count": None, "outputs": []}


_WORDS = {
    "en": {
        "write": "to be written",
        "objectives": "What you will be able to do",
        "start": "To begin with",
        "exercise": "Try it",
        "key_points": "Key points",
    },
    "bn": {
        "write": "লিখতে হবে",
        "objectives": "এই পাঠ শেষে আপনি যা পারবেন",
        "start": "শুরু",
        "exercise": "নিজে করুন",
        "key_points": "মূল কথা",
    },
}

_QUESTIONS = f"""\
- id: first
  type: choice
  prompt: {{en: "{TO_WRITE} What do you ask?", bn: "{TO_WRITE} কী জানতে চান?"}}
  options:
    - id: right
      text: {{en: "the right answer", bn: "সঠিক উত্তর"}}
    - id: wrong
      text: {{en: "a wrong one that tempts", bn: "একটি ভুল উত্তর, যা ঠিক মনে হতে পারে"}}
      feedback: {{en: "what it would mean, and the way on", bn: "এর অর্থ কী হতো, আর এখন কী ভাববেন"}}
  answer: right
  explanation: {{en: "why", bn: "কেন"}}
"""
