"""The words of the lab extension: every one in Bengali, and served by JupyterLab from the wheel."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jupyterlab_server.translation_utils import get_language_pack, get_language_packs

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


def test_jupyterlab_offers_bengali_and_serves_the_words(bengali: dict[str, list[str]]) -> None:
    assert "bn_BD" in get_language_packs()[0]
    served, complaint = get_language_pack("bn_BD")
    assert complaint == ""
    assert bengali.items() <= served["kholapath"].items()


def test_jupyterlab_can_read_both_headers() -> None:
    """Without both fields the translator fails, and all of JupyterLab stays blank."""
    for domain in get_language_pack("bn_BD")[0].values():
        assert domain[""]["language"] == "bn-BD"
        assert domain[""]["plural_forms"].startswith("nplurals=2;")
