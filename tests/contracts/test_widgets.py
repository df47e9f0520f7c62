"""What every widget promises, whichever folders there are."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html
from vectors.hostile import poisoned

import kholapath_widgets
from kholapath_widgets._base import PRINT_MIME, TeachingWidget
from kholapath_widgets.examples import example, example_names
from kholapath_widgets.question.types import item_types

HOME = Path(kholapath_widgets.__file__).parent
FOLDERS = sorted(file.parent for file in HOME.glob("*/view.ts"))
LANGS = ("en", "bn")
PARTS = {"text", "options", "blank", "lines", "bars", "line", "table", "code"}

every_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
every_example = pytest.mark.parametrize("name", example_names())
both_languages = pytest.mark.parametrize("lang", LANGS)


def bundle_of(widget: TeachingWidget) -> dict[str, Any]:
    made = widget._repr_mimebundle_()
    assert made is not None
    return made[0]


@every_folder
def test_its_words_are_said_in_every_language(folder: Path) -> None:
    said = {
        lang: json.loads((folder / "strings" / f"{lang}.json").read_text("utf-8")) for lang in LANGS
    }
    names = {
        lang: {k: sorted(re.findall(r"\{\w+\}", v)) for k, v in s.items()}
        for lang, s in said.items()
    }
    assert names["bn"] == names["en"]
    assert all(words.strip() for s in said.values() for words in s.values())


@every_folder
def test_its_browser_code_asks_nobody_for_anything(folder: Path) -> None:
    code = (folder / "view.js").read_text("utf-8")
    assert not re.search(r"\bimport\s*\(?\s*[\"'](?:https?:)?//", code)
    css = (folder / "view.css").read_text("utf-8")
    assert not re.search(r"@import|url\(\s*[\"']?(?!data:|#)", css)


@every_folder
def test_its_style_stays_inside_it(folder: Path) -> None:
    """A rule that names nothing of ours would restyle the page around it."""
    css = re.sub(r"/\*.*?\*/", "", (folder / "view.css").read_text("utf-8"), flags=re.DOTALL)
    selectors = [s for s in re.findall(r"([^{}]+)\{", css) if not s.strip().startswith("@")]
    stray = [
        s
        for s in selectors
        if "kp" not in s and not re.fullmatch(r"\s*(from|to|[\d.]+%)[\s,\d%.]*", s)
    ]
    assert stray == []


@every_example
@both_languages
def test_it_has_every_form_and_each_is_in_its_language(name: str, lang: str) -> None:
    data = bundle_of(example(name, lang))
    assert {PRINT_MIME, "text/html", "text/markdown", "text/plain"} <= set(data)
    assert data[PRINT_MIME]["lang"] == lang
    assert (
        lxml_html.fragment_fromstring(data["text/html"], create_parent=True)[0].get("lang") == lang
    )
    assert data["text/plain"].strip()


@every_example
def test_its_state_and_its_print_form_are_json(name: str) -> None:
    widget = example(name)
    own = {k: v for k, v in widget.get_state().items() if not k.startswith("_")}
    assert json.loads(json.dumps(own)) == own
    form = widget.print_form()
    assert json.loads(json.dumps(form)) == form


@every_example
def test_what_was_written_for_it_travels_whole_in_one_line(name: str) -> None:
    widget = example(name)
    sent = widget.get_state()
    lines = {name for name in widget.keys if isinstance(getattr(widget, name), dict | list)}
    written = lines - {"value", "record"} - {name for name in lines if name.startswith("_")}
    assert written
    for trait in written:
        assert "\n" not in sent[trait]
        assert json.loads(sent[trait]) == json.loads(json.dumps(getattr(widget, trait)))


@every_example
@both_languages
def test_its_parts_are_of_the_print_vocabulary(name: str, lang: str) -> None:
    sheet = example(name, lang).print_form().get("sheet", {"parts": []})
    assert {part["part"] for part in sheet["parts"]} <= PARTS


@every_example
def test_its_language_is_switched_without_losing_anything(name: str) -> None:
    widget = example(name, "en")
    widget.lang = "bn"
    assert widget.print_form()["lang"] == "bn"


CARDS = [name for name in example_names() if name not in {*item_types(), "explorable"}]


class TestCards:
    """Widgets made of written content: one model, one view, no question."""

    @pytest.mark.parametrize("name", CARDS)
    def test_hostile_words_are_inert(self, name: str) -> None:
        card: Any = example(name)
        fields = json.loads(card._content.model_dump_json(exclude_none=True))
        spoiled = type(card)(**poisoned(fields))
        static = lxml_html.fragment_fromstring(bundle_of(spoiled)["text/html"], create_parent=True)
        assert not static.xpath("//script|//*[@onerror or @onload]|//iframe|//svg")
        assert not [a for a in static.xpath("//a/@href") if a.startswith(("javascript", "data"))]

    @pytest.mark.parametrize("name", CARDS)
    @both_languages
    def test_what_gives_an_answer_away_is_under_answers_alone(self, name: str, lang: str) -> None:
        form = example(name, lang).print_form()
        answers = [
            one.pop("answers")
            for one in [form, *(child["form"] for child in form.get("children", []))]
            if "answers" in one
        ]
        assert answers
        shown = json.dumps(form, ensure_ascii=False)
        for row in (row for each in answers for row in each["key"]["rows"]):
            assert "remark" not in row or row["remark"] not in shown

    @pytest.mark.parametrize("name", CARDS)
    def test_an_unknown_field_is_named(self, name: str) -> None:
        card: Any = example(name)
        fields = json.loads(card._content.model_dump_json(exclude_none=True))
        with pytest.raises(kholapath_widgets.ItemError, match="colour"):
            type(card)(**fields, colour="red")

    @pytest.mark.parametrize("name", CARDS)
    def test_what_a_learner_did_is_kept(self, name: str) -> None:
        kept: dict[str, Any] = {}

        class Store:
            def load(self, item_id: str) -> dict[str, Any] | None:
                return kept.get(item_id)

            def save(self, item: Any, state: dict[str, Any]) -> None:
                kept[item.id] = state

        card: Any = example(name)
        fields = json.loads(card._content.model_dump_json(exclude_none=True))
        type(card)(store=Store(), **fields).record = {"done": True}
        assert type(card)(store=Store(), **fields).record == {"done": True}


class TestGraph:
    """A branching scenario that cannot be walked is refused."""

    @pytest.mark.parametrize(
        ("scenes", "problem"),
        [
            ([("a", "b"), ("b", ""), ("c", "")], r"scenes\.c: no decision leads to this scene"),
            ([("a", "b"), ("b", "a")], r"no end can be reached"),
            ([("a", "x"), ("b", "")], r"scenes\.a\.ways\.w\.to: there is no scene 'x'"),
            ([("a", "a2"), ("a", "")], r"two scenes have the id 'a'"),
        ],
    )
    def test_what_is_wrong_is_named(self, scenes: list[tuple[str, str]], problem: str) -> None:
        made = [
            {"id": i, "text": "t", "ways": [{"id": "w", "text": "t", "to": to}] if to else []}
            for i, to in scenes
        ]
        with pytest.raises(kholapath_widgets.ItemError, match=problem):
            kholapath_widgets.Branching(title="T", scenes=made)


def test_a_timeline_is_in_order() -> None:
    events = [{"date": "2025-02", "text": "b"}, {"date": "2025-01-20", "text": "a"}]
    with pytest.raises(
        kholapath_widgets.ItemError, match=r"events\.1\.date: 2025-01-20 stands after"
    ):
        kholapath_widgets.Timeline(title="T", events=events)


def test_dates_are_written_as_people_do() -> None:
    from kholapath_widgets.timeline import written

    assert written("2025-01-27", "en") == "27 January 2025"
    assert written("2025-01-27", "bn") == "২৭ জানুয়ারি ২০২৫"
    assert (written("2025-01", "en"), written("2025", "bn")) == ("January 2025", "২০২৫")
