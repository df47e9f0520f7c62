"""Every question type as its learner meets it: a real browser, a keyboard, either language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from browser.conftest import NewPage, Watch, axe
from browser.question_card import Card
from playwright.sync_api import Browser, Dialog, Page, expect
from vectors.hostile import poisoned
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
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True}


@pytest.fixture(scope="module")
def one_page(browser: Browser) -> Iterator[tuple[Page, Watch]]:
    context, watch = browser.new_context(), Watch()
    watch.over(context)
    yield context.new_page(), watch
    context.close()


@pytest.fixture
def page(one_page: tuple[Page, Watch]) -> Iterator[Page]:
    """The page all cards share, a card at a time; it asks no network and logs no error."""
    page, watch = one_page
    watch.errors.clear()
    yield page
    assert watch.external == []
    assert watch.errors == []


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


class TestForEveryone:
    @every_type
    @pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("bn", "dark")])
    def test_axe_finds_nothing_in_any_state(
        self, kind: str, lang: str, theme: str, page: Page
    ) -> None:
        item = changed(kind, **TWO_HINTS)
        states = [tried(item, given(kind, "right", page), hints=1)]
        if kind in GRADED:
            wrong = given(kind, "wrong", page)
            states += [tried(item, wrong), tried(item, wrong, revealed=True)]
        card = Card(page, item, theme=theme, lang=lang)
        found = axe(page)
        for state in states:
            card.set(**state)
            found += axe(page)
        assert found == []

    @every_type
    @pytest.mark.parametrize("lang", ["en", "bn"])
    def test_on_a_phone_every_target_is_large_and_nothing_is_cut(
        self, kind: str, lang: str, page: Page, new_page: NewPage
    ) -> None:
        value = given(kind, "right", page)
        card = Card(new_page(**PHONE), EXAMPLES[kind], lang=lang, value=value)
        targets = card.page.locator(
            ".kp-question :is(button, select, textarea, .kp-field, .kp-option, input[type=range]):visible"
        )
        small = [
            target.inner_text()
            for target in targets.all()
            if (box := target.bounding_box())
            and min(box["height"], box["width"]) < 44
            and not (box["height"] >= 44 and target.evaluate("el => el.tagName") == "BUTTON")
        ]
        assert small == []
        assert card.page.evaluate("document.documentElement.scrollWidth") <= 390

    @pytest.mark.parametrize(("room", "least", "most"), [(1200, 700, 705), (500, 290, 460)])
    def test_in_a_row_with_others_it_keeps_a_readable_width(
        self, room: int, least: int, most: int, page: Page
    ) -> None:
        card = Card(page, EXAMPLES["choice"])
        page.evaluate(
            "(room) => { document.body.style.cssText = `display: flex; width: ${room}px`;"
            " document.body.prepend('beside'); }",
            room,
        )
        box = card.root.bounding_box()
        assert box
        assert least <= box["width"] <= most

    @every_type
    @pytest.mark.parametrize("width", [390, 1280])
    def test_the_answers_stay_where_they_are_when_marked(
        self, kind: str, width: int, page: Page, new_page: NewPage
    ) -> None:
        answer = given(kind, "right", page)
        page = new_page(viewport={"width": width, "height": 900})
        card = Card(page, EXAMPLES[kind], value=answer)
        before = page.evaluate(_CONTROLS)
        card.set(**tried(card.item, answer))
        assert page.evaluate(_CONTROLS)[: len(before)] == before

    @every_type
    def test_hostile_texts_are_inert(self, kind: str, page: Page, new_page: NewPage) -> None:
        item = make_item(poisoned(EXAMPLES[kind].model_dump(mode="json", exclude_none=True)))
        answers = [item.right_response(), given(kind, "right", page)]
        page = new_page()
        alerts: list[str] = []

        def alerted(dialog: Dialog) -> None:
            alerts.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", alerted)
        raw = item.model_dump(mode="json", exclude_none=True)
        for form in (item.view_form(), raw):  # a notebook's saved state can be anybody's
            for answer in answers:
                state = tried(item, answer, revealed=True, hints=9, messages=[item.prompt])
                Card(page, item, form=form, notice=item.prompt["en"], **state)
                assert page.evaluate(_INJECTED) == []
        assert alerts == []


# what can be touched, and where it is; more may come below
_CONTROLS = """() => [...document.querySelectorAll("fieldset :is(label, input, select, textarea, button)")]
    .filter((el) => el.checkVisibility())
    .map((el) => JSON.stringify(el.getBoundingClientRect()))"""
_INJECTED = """() => [...document.querySelectorAll("main *")].filter((el) =>
    ["SCRIPT", "IFRAME", "OBJECT", "FORM", "STYLE"].includes(el.tagName) ||
    el.matches("svg:not([class^=kp-])") ||
    (el.tagName === "IMG" && !(el.getAttribute("src") ?? "data:").startsWith("data:")) ||
    [...el.attributes].some((a) => a.name.startsWith("on")) ||
    /^(javascript|data):/i.test(el.getAttribute("href") ?? "")).map((el) => el.outerHTML)"""


class TestByMode:
    @every_graded_type
    def test_a_checked_question_asks_the_kernel_and_shows_its_verdict(
        self, kind: str, page: Page
    ) -> None:
        card = Card(page, changed(kind, mode="check"))
        card.follow(STORIES[kind]["right"])
        card.submit()
        expect(card.said).to_contain_text("Checking")
        answer = card.model["value"]
        assert card.page.evaluate("window.model.sent") == [{"kind": "submit", "response": answer}]
        card.set(**tried(card.item, answer, messages=[{"en": "From the kernel."}]))
        assert card.state == "right"
        expect(card.said).to_contain_text("From the kernel.")
        expect(card.root).not_to_contain_text("not this one")

    @every_graded_type
    def test_a_kernel_that_does_not_answer_is_told_and_the_answer_stays(
        self, kind: str, new_page: NewPage
    ) -> None:
        page = new_page()
        page.clock.install()
        card = Card(page, changed(kind, mode="check"))
        card.follow(STORIES[kind]["right"])
        answer = card.model["value"]
        card.submit()
        page.clock.fast_forward(10_000)
        expect(card.said).to_contain_text("No answer from the kernel")
        assert card.model["value"] == answer
        card.submit()
        assert len(page.evaluate("window.model.sent")) == 2

    @every_type
    def test_a_survey_thanks_whatever_the_answer(self, kind: str, page: Page) -> None:
        card = Card(page, changed(kind, mode="survey"))
        expect(card.button("skip")).to_have_count(0)
        card.follow(STORIES[kind]["right"])
        card.submit()
        assert card.state == "thanks"
        expect(card.button("reveal")).to_have_count(0)

    @every_graded_type
    def test_the_last_try_locks_and_shows_why(self, kind: str, page: Page) -> None:
        card = Card(page, changed(kind, attempts=1))
        card.follow(STORIES[kind]["wrong"])
        card.submit()
        expect(card.said).to_contain_text("No tries left.")
        expect(card.said).to_contain_text(plain(card.item.view_form()["explanation"]["en"]))
        expect(card.button("submit")).to_have_count(0)

    def test_a_type_of_a_newer_version_is_named_not_broken(self, page: Page) -> None:
        form = {**EXAMPLES["choice"].view_form(), "type": "hologram"}
        card = Card(page, EXAMPLES["choice"], form=form)
        expect(card.root).to_contain_text("not known here (hologram)")
