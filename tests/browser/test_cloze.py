"""A bank's words go into the gaps, and a near miss is shown where it is."""

from __future__ import annotations

from browser.question_card import Card
from playwright.sync_api import Page, expect

from kholapath_widgets.question.loading import make_item

BANK = [{"id": i, "text": i.upper()} for i in ("x", "y", "z")]
BASE = {"id": "q", "type": "cloze", "prompt": "?", "text": "[[a]] and [[b]]."}
BANKED = make_item({**BASE, "bank": BANK, "answer": {"a": "x", "b": "y"}})


def test_a_word_pressed_goes_into_the_next_open_gap_and_is_used_up(page: Page) -> None:
    card = Card(page, BANKED)
    card.page.get_by_role("button", name="Y").press("Enter")
    assert card.model["value"] == {"a": "y"}
    expect(card.page.get_by_role("button", name="Y")).to_be_disabled()
    expect(card.page.get_by_label("Gap 1")).to_be_focused()
    card.page.get_by_role("button", name="Z").press("Enter")
    assert card.model["value"] == {"a": "y", "b": "z"}


def test_a_word_pressed_goes_into_the_gap_the_learner_was_in(page: Page) -> None:
    card = Card(page, BANKED)
    card.page.get_by_label("Gap 2").focus()
    card.page.get_by_role("button", name="X").click()
    assert card.model["value"] == {"b": "x"}
    card.page.get_by_label("Gap 2").select_option("")
    assert card.model["value"] is None
    expect(card.page.get_by_role("button", name="X")).to_be_enabled()


def test_a_word_that_may_serve_twice_is_not_used_up(page: Page) -> None:
    item = make_item({**BASE, "bank": BANK, "reuse": True, "answer": {"a": "x", "b": "x"}})
    card = Card(page, item)
    for _ in range(2):
        card.page.get_by_role("button", name="X").press("Enter")
    card.submit()
    assert card.state == "right"


def test_a_near_miss_is_shown_at_its_gap(page: Page) -> None:
    card = Card(page, make_item({**BASE, "answer": {"a": "Transformer", "b": "MIT"}}))
    card.page.get_by_label("Gap 1").fill("Transfomer")
    card.page.get_by_label("Gap 2").fill("MIT")
    card.submit()
    expect(card.said).to_contain_text("check the spelling")
    assert card.model["record"]["attempts"] == 0
    assert card.page.locator("[aria-invalid=true]").count() == 1
    expect(card.page.locator(".kp-gap").first).to_contain_text("!")
    card.page.get_by_label("Gap 1").fill("Transformer")
    card.submit()
    assert card.state == "right"
