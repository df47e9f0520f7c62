"""A program to write, as its learner meets it: the editor, and what the kernel says of it."""

from __future__ import annotations

from typing import Any

from browser.conftest import axe
from browser.question_card import Card
from playwright.sync_api import Page, expect

from kholapath_widgets.question.item import Item
from kholapath_widgets.question.loading import load_items
from kholapath_widgets.question.types import FOLDER
from kholapath_widgets.question.widget import KernelStore, Question

EXAMPLE = next(iter(load_items(FOLDER / "code" / "example.yaml").values()))


def sealed(page: Page, **state: Any) -> Card:
    return Card(page, EXAMPLE, form=EXAMPLE.public_form(), **state)


def after(code: str, item: Item = EXAMPLE) -> dict[str, Any]:
    """The state of a question whose kernel has run `code`."""
    question = Question(item, store=KernelStore())
    question.submit(code)
    return {"value": question.value, "record": question.record}


class TestTheEditor:
    def test_tab_passes_through_until_work_has_begun(self, page: Page) -> None:
        card = sealed(page)
        card.tab_to("Your code")
        card.tab_to("Run and check")
        assert card.model["value"] is None

    def test_tab_indents_and_escape_gives_it_back(self, page: Page) -> None:
        card = sealed(page)
        card.follow(["to Your code", "press Control+a", "type if x:", "press Enter", "type y"])
        assert card.model["value"] == "if x:\n    y"
        card.follow(["press Tab"])
        assert card.model["value"] == "if x:\n    y    "
        card.follow(["press Shift+Tab"])
        assert card.model["value"] == "if x:\ny    "
        card.follow(["press Escape", "press Tab"])
        expect(card.button("submit")).to_be_focused()
        assert card.model["value"] == "if x:\ny    "

    def test_what_it_did_can_be_undone(self, page: Page) -> None:
        card = sealed(page)
        card.follow(["to Your code", "press Control+a", "type x", "press Tab", "press Control+z"])
        assert card.model["value"] == "x"

    def test_control_and_enter_sends_it_to_the_kernel(self, page: Page) -> None:
        card = sealed(page)
        card.follow(["to Your code", "press Control+a", "type x = 1", "press Control+Enter"])
        expect(card.said).to_contain_text("Running")
        sent = card.page.evaluate("window.model.sent")
        assert sent == [{"kind": "submit", "response": "x = 1"}]

    def test_a_blank_is_told_without_asking_the_kernel(self, page: Page) -> None:
        card = sealed(page)
        card.submit()
        expect(card.said).to_contain_text("Write some code first.")
        card.follow(["to Your code", "press End", "type #", "press Escape"])
        card.submit()
        expect(card.said).to_contain_text("There is still a blank")
        assert card.page.evaluate("window.model.sent") == []


class TestWhatCameOfIt:
    def test_output_and_checks_are_shown_and_the_way_on(self, page: Page) -> None:
        state = after("cost = {m: h * 2 for m, h in hours.items()}\nprint('<b>done</b>')")
        card = sealed(page, **state)
        expect(card.page.locator(".kp-ran pre")).to_have_text("<b>done</b>\n")
        assert card.page.locator(".kp-checks li").all_inner_texts() == [
            "cost has both models\n✓passed",
            "it is in million dollars\n✕not yet",
            "DeepSeek-V3 costs 5.576\n✕not yet",
        ]
        expect(card.said).to_contain_text("A million dollars is how many?")
        assert axe(card.page) == []

    def test_an_error_names_its_line_in_the_readers_words(self, page: Page) -> None:
        card = sealed(page, lang="bn", **after("cost = {}\ncost['<i>'] = hour"))
        expect(card.page.locator(".kp-error")).to_contain_text("লাইন ২: এমন একটি নাম")
        expect(card.page.locator(".kp-error-text")).to_have_text(
            "NameError: name 'hour' is not defined"
        )
        assert card.model["record"]["attempts"] == 0

    def test_changed_code_keeps_the_old_output_and_says_so(self, page: Page) -> None:
        card = sealed(page, **after("print(1)\ncost = {}"))
        card.follow(["to Your code", "press Control+End", "type #"])
        expect(card.root).to_contain_text("Output of the code before you changed it")
        expect(card.page.locator(".kp-checks")).to_have_count(0)

    def test_a_page_without_a_kernel_says_so_and_shows_the_solution_after_a_try(
        self, page: Page
    ) -> None:
        card = Card(page, EXAMPLE, form=EXAMPLE.view_form())
        expect(card.root).to_contain_text("this page has no kernel")
        expect(card.button("reveal")).to_have_count(0)
        card.follow(["to Your code", "press Control+a", "type cost = 1", "press Escape"])
        card.submit()
        expect(card.said).to_contain_text("Nothing was run on this page")
        card.button("reveal").press("Enter")
        expect(card.root).to_contain_text("cost[model] = h * price / 1_000_000")
