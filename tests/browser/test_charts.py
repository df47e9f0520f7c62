"""Charts to read and to draw on, by mouse and by finger: the keyboard's way is each type's story."""

from __future__ import annotations

from typing import Any

from browser.conftest import NewPage
from browser.question_card import Card
from playwright.sync_api import Page, expect

from kholapath_widgets.question.item import Item
from kholapath_widgets.question.loading import load_items, make_item
from kholapath_widgets.question.types import FOLDER

LINE, BARS = load_items(FOLDER / "draw" / "example.yaml").values()
PICK, READ = load_items(FOLDER / "pick" / "example.yaml").values()


def zone(page: Page) -> dict[str, float]:
    box: Any = page.locator(".kp-zone").bounding_box()
    return dict(box)


def across(box: dict[str, float], high: float, low: float) -> list[tuple[float, float]]:
    """Places on a stroke over the zone, left to right, as shares of its height from above."""
    left, width, top, height = box["x"] + 10, box["width"] - 20, box["y"], box["height"]
    return [(left + width * i / 4, top + height * (low + (high - low) * i / 4)) for i in range(5)]


class TestDrawing:
    def test_a_stroke_puts_every_point_it_passes_on_a_step(self, page: Page) -> None:
        card = Card(page, LINE)
        places = across(zone(card.page), high=0.2, low=0.8)
        card.page.mouse.move(*places[0])
        card.page.mouse.down()
        card.page.mouse.move(*places[-1])  # in one leap: the points between are drawn too
        card.page.mouse.up()
        drawn = card.model["value"]
        assert list(drawn) == ["jul-25", "oct-25", "jan-26", "apr-26"]
        assert list(drawn.values()) == sorted(drawn.values())
        assert all(value % 10 == 0 and 60 < value < 540 for value in drawn.values())
        shown = [field.input_value() for field in card.page.locator(".kp-field").all()]
        assert shown == [f"{value:g}" for value in drawn.values()]

    def test_a_finger_draws_and_the_page_stays_where_it_is(self, new_page: NewPage) -> None:
        page = new_page(viewport={"width": 390, "height": 500}, has_touch=True)
        card = Card(page, BARS, lang="bn")
        page.locator(".kp-zone").scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        touch = page.context.new_cdp_session(page)
        for i, (x, y) in enumerate(across(zone(page), high=0.1, low=0.9)):
            kind = "touchMove" if i else "touchStart"
            points = [{"x": x, "y": y}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_function("Object.keys(window.model.get('value') ?? {}).length === 3")
        assert page.evaluate("scrollY") == before
        assert set(card.model["value"]) == {"llama3", "nemo", "bloom"}

    def test_the_truth_comes_after_the_drawing_and_nothing_can_be_drawn_then(
        self, page: Page
    ) -> None:
        drawn = {"llama3": 3, "nemo": 2, "bloom": 1.2}
        card = Card(page, BARS, value=drawn)
        expect(card.page.locator(".kp-true")).to_have_count(0)
        expect(card.root).not_to_contain_text("5.76")
        card.submit()
        expect(card.page.locator(".kp-true")).to_have_count(3)
        expect(card.root).to_contain_text("was 5.76")
        expect(card.said).to_contain_text("The widest gap is at Llama 3: you drew 3, it was 5.76.")
        expect(card.page.locator(".kp-zone")).to_be_hidden()

    def test_what_is_typed_is_drawn_and_half_a_number_is_left_alone(self, page: Page) -> None:
        card = Card(page, BARS)
        card.follow(["to Llama 3", "type ৩."])
        expect(card.page.locator(".kp-field").first).to_have_value("৩.")
        expect(card.page.locator(".kp-guessed-column")).to_have_count(1)
        card.follow(["type 5"])
        assert card.model["value"] == {"llama3": 3.5}
        card.follow(["press ArrowDown"])
        assert card.model["value"] == {"llama3": 3.4}


class TestReading:
    def test_a_point_of_the_line_can_be_pressed(self, page: Page) -> None:
        card = Card(page, PICK)
        box: Any = card.page.locator(".kp-plane").bounding_box()
        card.page.mouse.click(box["x"] + box["width"] * 0.6, box["y"] + 40)
        assert card.model["value"] == "y2024"
        expect(card.page.get_by_label("2024")).to_be_checked()
        card.submit()
        assert card.state == "right"

    def test_numbers_are_heard_but_seen_only_after(self, page: Page) -> None:
        card = Card(page, PICK, value="y2024")
        expect(card.page.get_by_role("radio", name="2023 (77.2%)")).to_have_count(1)
        expect(card.page.locator(".kp-mark-value")).to_have_count(0)
        card.submit()
        expect(card.page.locator(".kp-mark-value").first).to_have_text("19.6%")

    def test_a_sealed_number_is_sent_to_the_kernel(self, page: Page) -> None:
        entry = {**READ.model_dump(mode="json", exclude_none=True), "mode": "check"}
        item: Item = make_item(entry)
        card = Card(page, item)
        card.follow(["to Your reading", "type ৫"])
        card.submit()
        assert card.page.evaluate("window.model.sent") == [{"kind": "submit", "response": "৫"}]
