"""Every card in a real browser: by keyboard alone, in two languages, and whatever is written on it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from browser.conftest import NewPage, axe
from playwright.sync_api import Page
from vectors.hostile import poisoned

from kholapath_widgets._card import Card
from kholapath_widgets.examples import example, example_names
from kholapath_widgets.question.types import item_types

CARDS = [name for name in example_names() if name not in {*item_types(), "explorable"}]
MOUNT = """async ([code, state]) => {
  const heard = {};
  window.model = {
    get: (name) => state[name],
    set: (name, value) => {
      state[name] = structuredClone(value);
      for (const handler of heard[`change:${name}`] ?? []) handler();
    },
    save_changes() {},
    on: (event, handler) => (heard[event] ??= []).push(handler),
    off() {},
    send() {},
  };
  const view = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  view.default.initialize().mount({ model: window.model, el: document.querySelector("main") });
}"""
FOCUSED = """(name) => document.activeElement !== document.body
  && document.activeElement.innerText.includes(name)"""
PAGE = """<!doctype html><html lang="en" data-theme="{theme}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A card</title>
<style>{css} body {{ margin: 0; background: {paper} }}</style><main></main></html>"""
PAPER = {"light": "#fff", "dark": "#14181d"}

every_card = pytest.mark.parametrize("name", CARDS)


def mount(page: Page, card: Any, theme: str = "light") -> None:
    folder = card.folder
    css = (folder / "view.css").read_text("utf-8")
    page.set_content(PAGE.format(theme=theme, css=css, paper=PAPER[theme]))
    state = {"content": card.content, "record": card.record, "lang": card.lang}
    page.evaluate(MOUNT, [(folder / "view.js").read_text("utf-8"), state])


def record(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("window.model.get('record')")
    return found


def press(page: Page, name: str) -> None:
    """Tab to the control of this name and press it."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED, name):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name!r} is not reached by keyboard")


@every_card
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "bn"])
def test_axe_finds_nothing_and_nothing_is_cut_on_a_phone(
    page: Page, name: str, lang: str, theme: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    mount(page, example(name, lang), theme)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@every_card
def test_the_language_is_switched_in_place(page: Page, name: str) -> None:
    mount(page, example(name))
    press(page, "বাংলা")
    assert page.locator(".kp-card").get_attribute("lang") == "bn"
    assert page.evaluate("document.activeElement.innerText") == "English"


@every_card
def test_hostile_words_stay_words(new_page: NewPage, name: str) -> None:
    page = new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    card: Any = example(name)
    fields = json.loads(card._content.model_dump_json(exclude_none=True))
    mount(page, type(card)(**poisoned(fields)))
    for _ in range(3):
        for button in page.locator(".kp-card-body button").all()[:1]:
            button.click()
    assert page.locator("script, main svg, iframe, [onerror], [onload]").count() == 0
    assert page.locator("a[href^=javascript], a[href^=data]").count() == 0


@every_card
def test_it_is_a_card(name: str) -> None:
    assert isinstance(example(name), Card)


def test_a_flashcard_not_known_comes_back_and_the_pack_ends(page: Page) -> None:
    mount(page, example("flashcards"))
    first = page.locator(".kp-face").inner_text()
    press(page, "Turn it over")
    press(page, "Show it again soon")
    assert page.locator(".kp-face").inner_text() != first
    seen = []
    while "queue" in record(page) and record(page)["queue"]:
        seen.append(page.locator(".kp-face").inner_text())
        page.get_by_role("button", name="Turn it over").click()
        page.get_by_role("button", name="I knew it").click()
    assert seen.index(first) == 2
    assert "Cards that came back: 1" in page.locator(".kp-face").inner_text()


def test_a_gate_opens_after_a_line_is_written(page: Page) -> None:
    mount(page, example("reveal"))
    press(page, "Show it")
    assert "Write a line first" in page.locator(".kp-behind").inner_text()
    page.get_by_label("Your own thoughts").fill("salaries")
    page.get_by_role("button", name="Show it").click()
    assert "Salaries" in page.locator(".kp-behind").inner_text()
    assert record(page)["written"] == "salaries"


def test_a_claim_shows_its_verdict_only_after_the_learners_own(page: Page) -> None:
    mount(page, example("claim"))
    page.get_by_role("button", name="Compare with ours").click()
    assert page.locator(".kp-compiled").inner_text() == ""
    page.get_by_role("radio", name="Not supported").check()
    page.get_by_role("button", name="Compare with ours").click()
    assert "You came to the same verdict" in page.locator(".kp-compiled").inner_text()


def test_a_decision_moves_the_meters_and_can_be_taken_back(page: Page) -> None:
    mount(page, example("branching"))
    press(page, "The weights")
    assert page.locator(".kp-meters").inner_text().split() == [
        "Users",
        "4",
        "points",
        "Money",
        "2",
        "points",
    ]
    press(page, "Take the last decision back")
    assert page.locator(".kp-meters dd").first.inner_text() == "1 points"


def test_more_of_an_event_is_opened_by_keyboard(page: Page) -> None:
    mount(page, example("timeline"))
    press(page, "More about this")
    assert "without earlier research" in page.locator("details[open]").inner_text()


def test_a_long_glossary_is_searched_in_either_language(page: Page) -> None:
    from kholapath_widgets import Glossary

    terms = [{"term": {"en": f"word {i}", "bn": f"শব্দ {i}"}, "means": "m"} for i in range(9)]
    mount(page, Glossary(title="T", terms=terms))
    page.get_by_label("Find a term").fill("শব্দ 3")
    assert page.locator("dt:visible").all_inner_texts() == ["word 3\nশব্দ 3"]
