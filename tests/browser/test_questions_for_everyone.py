"""Every question type for every reader and in every mode: seen, touched, attacked, without a kernel."""

from __future__ import annotations

import pytest
from browser.conftest import NewPage, axe
from browser.question_card import Card
from browser.question_stories import (
    EXAMPLES,
    GRADED,
    STORIES,
    TWO_HINTS,
    changed,
    every_graded_type,
    every_type,
    given,
    plain,
    tried,
)
from playwright.sync_api import Page, expect
from vectors.hostile import poisoned

from kholapath_widgets.question.loading import make_item


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
        self, kind: str, lang: str, phone: Page
    ) -> None:
        value = given(kind, "right", phone)
        card = Card(phone, EXAMPLES[kind], lang=lang, value=value)
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
        self, kind: str, width: int, page: Page
    ) -> None:
        answer = given(kind, "right", page)
        page.set_viewport_size({"width": width, "height": 900})
        card = Card(page, EXAMPLES[kind], value=answer)
        before = page.evaluate(_CONTROLS)
        card.set(**tried(card.item, answer))
        assert page.evaluate(_CONTROLS)[: len(before)] == before

    @every_type
    def test_hostile_texts_are_inert(self, kind: str, page: Page) -> None:
        item = make_item(poisoned(EXAMPLES[kind].model_dump(mode="json", exclude_none=True)))
        answers = [item.right_response(), given(kind, "right", page)]
        page.evaluate(
            "() => { window.alerts = []; window.alert = (words) => window.alerts.push(words); }"
        )
        raw = item.model_dump(mode="json", exclude_none=True)
        for form in (item.view_form(), raw):  # a notebook's saved state can be anybody's
            for answer in answers:
                state = tried(item, answer, revealed=True, hints=9, messages=[item.prompt])
                Card(page, item, form=form, notice=item.prompt["en"], **state)
                assert page.evaluate(_INJECTED) == []
        assert page.evaluate("window.alerts") == []


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
