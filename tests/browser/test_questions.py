"""Every question type as its learner meets it: a real browser, a keyboard, either language."""

from __future__ import annotations

import pytest
from browser.question_card import Card
from browser.question_stories import (
    EXAMPLES,
    STORIES,
    TWO_HINTS,
    best,
    changed,
    every_graded_type,
    every_type,
    every_typed_type,
    given,
    plain,
    tried,
    words_for,
)
from playwright.sync_api import Page, expect


class TestByKeyboardAlone:
    @every_type
    def test_it_can_be_answered_and_is_right(self, kind: str, page: Page) -> None:
        card = Card(page, EXAMPLES[kind])
        card.follow(STORIES[kind]["right"])
        card.submit()
        assert card.state == best(kind)
        assert card.item.mark(card.model["value"]).to_json() == card.model["record"]["result"]

    @every_type
    def test_no_key_gets_out_to_the_notebook(self, kind: str, page: Page) -> None:
        card = Card(page, EXAMPLES[kind])
        card.follow(STORIES[kind]["right"][:1])
        before = card.heard_outside()
        card.follow(STORIES[kind]["right"][1:])
        assert card.heard_outside() == before

    @every_graded_type
    def test_a_wrong_answer_gets_its_own_words(self, kind: str, page: Page) -> None:
        card = Card(page, EXAMPLES[kind])
        card.follow(STORIES[kind]["wrong"])
        card.submit()
        expect(card.said).to_contain_text("Not yet")
        expected = words_for(card.item, card.model["value"])
        assert expected
        for words in expected:
            expect(card.said).to_contain_text(words)
        expect(card.said).to_be_focused()

    @every_graded_type
    def test_a_wrong_answer_can_be_mended(self, kind: str, page: Page) -> None:
        card = Card(page, EXAMPLES[kind], **tried(EXAMPLES[kind], given(kind, "wrong", page)))
        card.button("reset").press("Enter")
        card.button("erase").press("Enter")
        card.follow(STORIES[kind]["right"])
        card.submit()
        assert card.state == "right"

    @every_graded_type
    def test_not_knowing_is_an_answer_and_opens_the_way(self, kind: str, page: Page) -> None:
        card = Card(page, changed(kind, **TWO_HINTS))
        card.tab_to("I don't know")
        card.page.keyboard.press("Enter")
        assert card.state == "skipped"
        assert card.model["record"]["attempts"] == 0
        expect(card.page.locator(".kp-hint")).to_have_count(1)
        card.tab_to("Show the answer")
        card.page.keyboard.press("Enter")
        assert card.state == "revealed"

    @every_type
    def test_hints_come_one_at_a_time(self, kind: str, page: Page) -> None:
        card = Card(page, changed(kind, **TWO_HINTS))
        for shown, name in enumerate(["Hint 1 of 2", "Hint 2 of 2"], 1):
            card.tab_to(name)
            card.page.keyboard.press("Enter")
            expect(card.page.locator(".kp-hint")).to_have_count(shown)
        expect(card.button("hint")).to_have_count(0)
        expect(card.page.locator(".kp-hints")).to_contain_text("Look again.")

    @every_graded_type
    def test_the_answer_can_be_shown_only_after_a_try(self, kind: str, page: Page) -> None:
        card = Card(page, EXAMPLES[kind])
        expect(card.button("reveal")).to_have_count(0)
        card.follow(STORIES[kind]["wrong"])
        card.submit()
        card.tab_to("Show the answer")
        card.page.keyboard.press("Enter")
        assert card.state == "revealed"
        expect(card.said).to_contain_text(plain(card.item.view_form()["explanation"]["en"]))
        expect(card.button("submit")).to_have_count(0)

    @every_type
    def test_starting_over_asks_first(self, kind: str, page: Page) -> None:
        card = Card(page, EXAMPLES[kind])
        card.follow(STORIES[kind]["right"])
        card.submit()
        answer = card.model["value"]
        card.tab_to("Start over")
        card.page.keyboard.press("Enter")
        card.tab_to("Keep it")
        card.page.keyboard.press("Enter")
        assert card.model["value"] == answer
        card.page.keyboard.press("Enter")
        card.tab_to("Yes, erase")
        card.page.keyboard.press("Enter")
        assert card.state == "untouched"
        assert card.model["value"] is None
        assert card.page.evaluate("document.activeElement.closest('fieldset') !== null")

    @every_type
    def test_submitting_nothing_says_so_and_costs_no_try(self, kind: str, page: Page) -> None:
        card = Card(page, EXAMPLES[kind])
        card.submit()
        expect(card.said).not_to_be_empty()
        assert card.model["record"]["attempts"] == 0


class TestKept:
    @every_type
    def test_a_page_opened_again_shows_the_answer_and_its_verdict(
        self, kind: str, page: Page
    ) -> None:
        card = Card(page, EXAMPLES[kind])
        card.follow(STORIES[kind]["right"])
        card.submit()
        model, state, shown = card.model, card.state, card.root.aria_snapshot()
        card.unmount()
        expect(card.root).to_have_count(0)
        assert card.page.evaluate("Object.values(window.model.heard).flat().length") == 0
        card.mount(model)
        assert card.state == state
        assert card.root.aria_snapshot() == shown

    @every_type
    def test_another_language_keeps_the_answer_under_way(self, kind: str, page: Page) -> None:
        card = Card(page, EXAMPLES[kind])
        card.follow(STORIES[kind]["right"])
        answer = card.model["value"]
        card.tab_to("বাংলা")
        card.page.keyboard.press("Enter")
        expect(card.page.locator("legend")).to_contain_text(
            plain(card.item.view_form()["prompt"]["bn"])
        )
        expect(card.button("language")).to_be_focused()
        assert card.root.get_attribute("lang") == "bn"
        assert card.model["value"] == answer
        card.submit()
        assert card.state == best(kind)

    @every_type
    def test_it_follows_a_change_from_the_kernel(self, kind: str, page: Page) -> None:
        answer = given(kind, "right", page)
        card = Card(page, EXAMPLES[kind])
        card.set(value=answer)
        assert card.state == "answered"
        card.set(**tried(card.item, answer))
        assert card.state == best(kind)


class TestTyping:
    @every_typed_type
    def test_enter_submits(self, kind: str, page: Page) -> None:
        card = Card(page, EXAMPLES[kind])
        card.follow([*STORIES[kind]["right"], "press Enter"])
        assert card.state == "right"

    @every_typed_type
    def test_enter_that_ends_a_composed_word_does_not_submit(self, kind: str, page: Page) -> None:
        card = Card(page, EXAMPLES[kind])
        card.page.locator("input.kp-field").first.focus()
        keyboard = card.page.context.new_cdp_session(card.page)
        keyboard.send(
            "Input.imeSetComposition", {"text": "এম", "selectionStart": 2, "selectionEnd": 2}
        )
        card.page.keyboard.press("Enter")
        assert card.model["record"]["attempts"] == 0
        expect(card.said).to_be_empty()

    @every_typed_type
    def test_what_was_copied_can_be_pasted(self, kind: str, page: Page) -> None:
        card = Card(page, EXAMPLES[kind])
        card.page.evaluate(
            "document.body.append(Object.assign(document.createElement('input'), {id: 'from'}))"
        )
        card.page.fill("#from", "৪২")
        card.page.press("#from", "Control+a")
        card.page.press("#from", "Control+c")
        card.page.locator("input.kp-field").first.press("Control+v")
        expect(card.page.locator("input.kp-field").first).to_have_value("৪২")
        assert "৪২" in str(card.model["value"])

    @pytest.mark.parametrize(
        ("typed", "lang", "echo"),
        [
            ("৫.৫৭৬", "en", "read as 5.576"),
            ("৫৫,৭৬,০০০", "en", "read as 5,576,000"),
            ("5 576 000", "bn", "পড়া হলো: ৫৫,৭৬,০০০"),
            ("5,58", "bn", "পড়া হলো: ৫.৫৮"),
            ("5.58 million", "en", "read as 5.58"),
            ("1,234", "en", ""),
        ],
    )
    def test_a_number_is_echoed_as_it_was_read(
        self, typed: str, lang: str, echo: str, page: Page
    ) -> None:
        card = Card(page, EXAMPLES["numeric"], lang=lang)
        card.page.locator("input.kp-field").press_sequentially(typed)
        expect(card.page.locator(".kp-read")).to_have_text(echo)

    def test_a_comma_that_could_be_either_is_refused_without_costing_a_try(
        self, page: Page
    ) -> None:
        card = Card(page, changed("numeric", attempts=1))
        card.follow(["to Your number", "type 5,576", "press Enter"])
        expect(card.said).to_contain_text("Is the comma a decimal mark or a thousands mark?")
        assert card.model["record"]["attempts"] == 0
        card.page.locator("input.kp-field").fill("5.576")
        card.submit()
        assert card.state == "right"
