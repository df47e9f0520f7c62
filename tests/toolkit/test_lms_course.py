"""Every question of every lesson is in a learning system's file, or its reason is told."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import lms_readers as foreign
import pytest
from lxml import etree

from kholapath.document import model as m
from kholapath.document.meta import meta_of
from kholapath.document.normalize import normalize, source_of
from kholapath.editions.registry import editions
from kholapath.lesson.api import Lesson
from kholapath.lesson.check.text import lesson_calls
from kholapath.lesson.course import notebooks_in, read_course
from kholapath.reported import reported

LESSONS = Path(__file__).parents[2] / "lessons"
NOTEBOOKS = {
    f"{folder.name}.{lang}": (folder, lang, path)
    for folder in sorted(LESSONS.iterdir())
    for lang, path in notebooks_in(folder).items()
}
PRINT = "application/vnd.kholapath.print+json"


@cache
def asked(name: str) -> tuple[m.Document, list[str]]:
    """A notebook as if it had been run, and the ids of the questions and cards in it.

    Its figures are left out: no learning system is given one.
    """
    folder, lang, path = NOTEBOOKS[name]
    lesson = Lesson(folder, read_course(LESSONS), lang)
    nb: dict[str, Any] = json.loads(path.read_text("utf-8"))
    ids: list[str] = []
    for cell in nb["cells"]:
        if cell["cell_type"] == "code":
            source = source_of(cell)
            shown = [lesson.ask(i) for i in lesson_calls(source, "ask")]
            cards = [lesson.show(i) for i in lesson_calls(source, "show")]
            forms = [widget.print_form() for widget in (*shown, *cards)]
            ids += [form["id"] for form in forms if form["answers"]["key"]["rows"] or shown]
            cell["outputs"] = [
                {"output_type": "display_data", "data": {PRINT: f}, "metadata": {}} for f in forms
            ]
    return normalize(nb, meta_of(nb, path)), ids


def sent(name: str, data: bytes) -> list[str]:
    """The ids of the questions in a file, as a reader that we did not write finds them."""
    if name == "gift":
        return [question["id"] for question in foreign.gift(data)[1:]]
    if name == "moodle":
        return [str(i) for i in etree.fromstring(data).xpath("question/idnumber/text()")]
    return list(foreign.items(data, upgrade=name == "qti"))


@pytest.mark.parametrize("edition", ["gift", "moodle", "qti", "qti3"])
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_each_question_is_sent_or_its_reason_is_told(name: str, edition: str) -> None:
    document, ids = asked(name)
    with reported() as told:
        data = editions()[edition].make(document)
    gone = [found[1] for line in told if (found := re.match(r"item (\S+): left out: \S", line))]
    there = sent(edition, data)
    assert len(there) == len(set(there))
    assert sorted({*there, *gone}) == sorted(set(ids))
    assert not set(there) & set(gone)
    assert there


@pytest.mark.parametrize("edition", ["gift", "moodle"])
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_each_source_of_the_lesson_is_named_with_its_address(name: str, edition: str) -> None:
    document, _ = asked(name)
    cited = " ".join(
        b.markdown for b in document.blocks if isinstance(b, m.Prose) and "sources" in b.tags
    )
    addresses = re.findall(r"\]\((https?://[^)]+)\)", cited)
    assert addresses
    data = editions()[edition].make(document).decode()
    assert [a for a in addresses if a.replace("&", "&amp;") not in data and a not in data] == []
