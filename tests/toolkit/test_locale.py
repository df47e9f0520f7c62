"""The words of the lab extension: every one in Bengali, and served by JupyterLab from the wheel."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jupyterlab_server.translation_utils import get_language_pack

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "toolkit/kholapath/locale/bn_BD/LC_MESSAGES/kholapath.json"
CALL = re.compile(r'trans\s*\.__\(\s*(?:"((?:[^"\\]|\\.)+)"|(\S))')


def used() -> set[str]:
    sources = sorted((ROOT / "toolkit/labextension/src").rglob("*.ts"))
    found = [CALL.findall(source.read_text(encoding="utf-8")) for source in sources]
    calls = [call for calls in found for call in calls]
    assert [other for _, other in calls if other] == []  # a string that no catalogue can know
    return {json.loads(f'"{words}"') for words, _ in calls}


@pytest.fixture(scope="module")
def bengali() -> dict[str, list[str]]:
    words: dict[str, list[str]] = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    del words[""]
    return words


def test_every_string_is_in_bengali_and_no_other(bengali: dict[str, list[str]]) -> None:
    assert used() == set(bengali)


def test_every_translation_is_bengali_with_the_same_places(bengali: dict[str, list[str]]) -> None:
    for english, (words,) in bengali.items():
        assert re.search(r"[\u0980-\u09ff]", words), english
        assert sorted(re.findall(r"%\d", words)) == sorted(re.findall(r"%\d", english))


@pytest.fixture(scope="module")
def served() -> dict[str, dict[str, Any]]:
    """By domain, what JupyterLab sends to the browser."""
    domains, complaint = get_language_pack("bn_BD")
    assert complaint == ""
    return dict(domains)


def test_jupyterlab_serves_the_words(
    served: dict[str, dict[str, Any]], bengali: dict[str, list[str]]
) -> None:
    assert bengali.items() <= served["kholapath"].items()


def test_jupyterlab_can_read_every_header(served: dict[str, dict[str, Any]]) -> None:
    """Without both fields the translator fails, and all of JupyterLab stays blank."""
    assert set(served) == {"jupyterlab", "kholapath"}
    for domain in served.values():
        assert domain[""]["language"] == "bn-BD"
        assert domain[""]["plural_forms"].startswith("nplurals=2;")
