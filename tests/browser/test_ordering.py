"""An order is moved by buttons, by keys and by dragging; where an entry is, is said."""

from __future__ import annotations

import pytest
from browser.question_card import Card
from playwright.sync_api import Locator, Page, expect

from kholapath_widgets.question.loading import make_item

ENTRIES = [{"id": i, "text": i.upper()} for i in ("a", "b", "c", "d")]
ITEM = make_item({"id": "q", "type": "ordering", "prompt": "?", "entries": ENTRIES})


@pytest.fixture
def card(page: Page) -> Card:
    return Card(page, ITEM, value=["d", "c", "b", "a"])


def said(card: Card) -> Locator:
    return card.page.locator(".kp-how")


def shown(card: Card) -> list[str]:
    return card.page.locator(".kp-order li > span").all_inner_texts()


def test_a_button_moves_an_entry_and_keeps_the_focus(card: Card) -> None:
    card.tab_to("Move up: B")
    card.page.keyboard.press("Enter")
    assert card.model["value"] == ["d", "b", "c", "a"]
    expect(card.page.get_by_role("button", name="Move up: B")).to_be_focused()
    expect(said(card)).to_have_text("B: place 2 of 4")


def test_an_entry_picked_up_goes_with_the_arrows_and_stays_where_it_is_put_down(card: Card) -> None:
    card.tab_to("A: place 4")
    card.page.keyboard.press("Space")
    expect(said(card)).to_contain_text("Picked up: A")
    card.page.keyboard.press("ArrowUp")
    card.page.keyboard.press("ArrowUp")
    assert shown(card) == ["D", "A", "C", "B"]
    assert card.model["value"] == ["d", "c", "b", "a"]
    card.page.keyboard.press("Space")
    assert card.model["value"] == ["d", "a", "c", "b"]
    expect(said(card)).to_have_text("A stays at place 2 of 4")


def test_escape_takes_an_entry_back(card: Card) -> None:
    card.tab_to("A: place 4")
    card.page.keyboard.press("Enter")
    card.page.keyboard.press("Home")
    assert shown(card) == ["A", "D", "C", "B"]
    card.page.keyboard.press("Escape")
    assert shown(card) == ["D", "C", "B", "A"]
    assert card.model["value"] == ["d", "c", "b", "a"]
    assert card.heard_outside() == []


def test_an_entry_dragged_lands_where_it_is_dropped(card: Card) -> None:
    handle, goal = (card.page.locator(".kp-grip").nth(i).bounding_box() for i in (3, 0))
    assert handle
    assert goal
    x = handle["x"] + handle["width"] / 2
    card.page.mouse.move(x, handle["y"] + 10)
    card.page.mouse.down()
    card.page.mouse.move(x, goal["y"] + 2, steps=8)
    assert card.model["value"] == ["d", "c", "b", "a"]
    card.page.mouse.up()
    assert card.model["value"] == ["a", "d", "c", "b"]
    expect(card.page.locator(".kp-lifted")).to_have_count(0)


def test_an_order_right_as_it_stands_can_be_given(page: Page) -> None:
    card = Card(page, ITEM)
    first = shown(card)[0]
    card.submit()
    expect(card.said).to_contain_text("Move an entry first")
    card.tab_to(f"{first}: place 1")
    card.page.keyboard.press("Enter")
    card.page.keyboard.press("Enter")
    assert [i.upper() for i in card.model["value"]] == shown(card)
