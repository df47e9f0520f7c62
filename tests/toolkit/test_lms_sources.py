"""What a lesson builds on, named where each learning system has a place for it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import lms_readers as foreign
import pytest
from lms_sample import document
from lxml import etree

from kholapath.document import model as m
from kholapath.editions.registry import editions
from kholapath_widgets.question.loading import load_items
from kholapath_widgets.question.printing import print_form
from kholapath_widgets.question.types import FOLDER

ASKED = next(iter(load_items(FOLDER / "choice" / "example.yaml").values()))
CITED = "- [Epoch AI](https://epoch.ai/data), **CC BY**: GPUs, $x^2$.\n- Meta: hours.\n\nIn `data`."
LINES = ["Sources", r"Epoch AI (https://epoch.ai/data), CC BY: GPUs, \(x^2\).", "Meta: hours."]


def made(name: str, cited: str = CITED) -> bytes:
    """A lesson of one question, and the sources at its end; no sources if `cited` is empty."""
    asked = document(print_form(ASKED, lang="en", number=1, seed=4172))
    where, tags = m.Where(2, "c2"), frozenset({"sources"})
    told = (m.Heading(where, "en", tags, 2, "Sources"), m.Prose(where, "en", tags, cited))
    return editions()[name].make(replace(asked, blocks=asked.blocks + told * bool(cited)))


def test_moodle_says_them_of_the_category() -> None:
    [category, question] = etree.fromstring(made("moodle")).findall("question")
    info = category.find("info")
    assert info.get("format") == "html"
    assert '<a href="https://epoch.ai/data"' in info.findtext("text")
    assert question.get("type") == "multichoice"


def test_gift_opens_with_them_as_comments() -> None:
    data = made("gift")
    assert data.decode().split("\n")[:5] == [f"// {line}" for line in [*LINES, "In data."]] + [""]
    assert [q["type"] for q in foreign.gift(data)] == ["Category", "MC"]


@pytest.mark.parametrize(("name", "block"), [("qti", "rubricBlock"), ("qti3", "qti-rubric-block")])
def test_qti_shows_them_before_the_first_question_and_in_the_packages_rights(
    name: str, block: str
) -> None:
    archive = zipfile.ZipFile(io.BytesIO(made(name)))
    section = etree.fromstring(archive.read("assessment.xml")).find(".//{*}*[@title]")
    first = section[0]
    assert etree.QName(first).localname == block
    assert "candidate" in first.get("view").split()
    assert "Epoch AI" in "".join(first.itertext())
    rights = etree.fromstring(archive.read("imsmanifest.xml")).find(
        "{*}metadata/{http://ltsc.ieee.org/xsd/LOM}lom/{*}rights/{*}description/{*}string"
    )
    assert rights.text.split("\n")[:3] == LINES
    assert rights.get("language") == "en"


@pytest.mark.parametrize("name", ["moodle", "gift", "qti", "qti3"])
def test_a_lesson_without_any_says_nothing_of_them(name: str) -> None:
    data = made(name, "")
    with_them = made(name)
    assert len(data) < len(with_them)
    assert not data.startswith(b"//")


def test_hostile_ones_stay_comments_and_words() -> None:
    hostile = (
        "- [x](javascript:alert(1)) <script>alert(2)</script> ]]> {=a}\n\n::q:: {T}\n\n$CATEGORY: b"
    )
    assert [q["type"] for q in foreign.gift(made("gift", hostile))] == ["Category", "MC"]
    info = etree.fromstring(made("moodle", hostile)).findtext("question/info/text")
    assert "href" not in info
    assert "<script" not in info
