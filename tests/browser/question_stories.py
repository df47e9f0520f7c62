"""Every question type's example, and what its learner does with it: the stories of the vectors."""

from __future__ import annotations

import re
from typing import Any

import pytest
from browser.question_card import Card
from playwright.sync_api import Page
from vectors.twin import read

from kholapath_widgets.question.item import Item
from kholapath_widgets.question.judging import FRESH, look_up
from kholapath_widgets.question.loading import load_items, make_item
from kholapath_widgets.question.types import FOLDER, item_types

EXAMPLES = {
    kind: next(iter(load_items(FOLDER / kind / "example.yaml").values())) for kind in item_types()
}
STORIES = {kind: read(f"marking/{kind}").get("story", {"right": []}) for kind in EXAMPLES}
GRADED = [kind for kind, item in EXAMPLES.items() if item.right_response() is not None]
TYPED = [kind for kind in GRADED if any(step[:4] == "type" for step in STORIES[kind]["right"])]
TWO_HINTS = {"hints": [{"en": "Look.", "bn": "দেখুন।"}, {"en": "Look again.", "bn": "আবার দেখুন।"}]}

every_type = pytest.mark.parametrize("kind", EXAMPLES)
every_graded_type = pytest.mark.parametrize("kind", GRADED)
every_typed_type = pytest.mark.parametrize("kind", TYPED)


def changed(kind: str, **fields: Any) -> Item:
    return make_item({**EXAMPLES[kind].model_dump(mode="json", exclude_none=True), **fields})


def plain(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", "", html).split())


def words_for(item: Item, response: Any, lang: str = "en") -> list[str]:
    """What the item has to say to a response."""
    form = item.view_form()
    paths = [path for path in item.mark(response).feedback if path[0] != "@"]
    return [plain(look_up(form, path)[lang]) for path in paths]


def best(kind: str) -> str:
    """The state that the right story ends in."""
    return "right" if kind in GRADED else "thanks"


def tried(item: Item, response: Any, **record: Any) -> dict[str, Any]:
    """The state of a question whose response has been marked."""
    result = item.mark(response).to_json()
    marked = {**FRESH, "attempts": 1, "submitted": response, "result": result, **record}
    return {"value": response, "record": marked}


_answers: dict[tuple[str, str], Any] = {}


def given(kind: str, story: str, page: Page) -> Any:
    """The response that a story ends with, played once."""
    if (kind, story) not in _answers:
        card = Card(page, EXAMPLES[kind])
        card.follow(STORIES[kind][story])
        _answers[kind, story] = card.model["value"]
    return _answers[kind, story]
