"""A quiz in a real browser: by keyboard alone, live in a bare page and in a lesson's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browser.conftest import NewPage, axe
from browser.test_cards import mount, record
from paper_sample import meta
from playwright.sync_api import Page, expect

from kholapath.document.model import Document, Live, Where
from kholapath.document.normalize import Spot
from kholapath.document.outputs import block_of_form
from kholapath.editions.registry import editions
from kholapath_widgets import ExitTicket, Progress, Quiz, load_items
from kholapath_widgets.examples import example
from kholapath_widgets.question.types import item_types
from kholapath_widgets.question.widget import KernelStore
from kholapath_widgets.quiz import example as example_file

ITEMS = load_items(Path(example_file.__file__).parent / "example.yaml")
SECRETS = ("right", "not this one", "Not yet", "Weights are the result", "Hint", "Show the answer")


def quiz(**fields: Any) -> Quiz:
    titled = {"en": "Weights", "bn": "ওয়েট"}
    own = {"id": "weights", "items": ITEMS, "store": KernelStore(), "confidence": True}
    return Quiz(titled, **own | fields)


def as_in_a_page(made: Quiz) -> Quiz:
    """A page has no kernel: the key is in it."""
    made.content = made._shown_form({"finished": True})
    return made


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until what the selector names has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{wanted!r} is not reached by keyboard")


def step(page: Page, name: str) -> None:
    tab_to(page, f".kp-quiz > .kp-card-body > .kp-row [data-step={name}]")
    page.keyboard.press("Enter")


def question(page: Page, number: int) -> Any:
    return page.locator(".kp-questions > div").nth(number - 1)


def choose(page: Page, number: int, words: str) -> None:
    question(page, number).get_by_text(words).click()


def say(page: Page, number: int, how: str) -> None:
    question(page, number).get_by_role("radio", name=how, exact=True).check()


def answer_all(page: Page) -> None:
    """Two wrong, one of them held for sure; two right."""
    choose(page, 1, "Train the same model again")
    say(page, 1, "Sure")
    choose(page, 2, "True")
    say(page, 2, "Unsure")
    question(page, 3).locator(".kp-field").fill("6")
    choose(page, 4, "The trials before it")
    choose(page, 4, "The people who built it")


def finish(page: Page) -> None:
    page.locator("[data-step=finish]").click()


class TestAnExam:
    def test_it_gives_nothing_away_before_the_end(self, page: Page) -> None:
        mount(page, as_in_a_page(quiz(mode="exam")))
        answer_all(page)
        question(page, 3).locator(".kp-field").press("Enter")
        words = page.locator(".kp-questions").inner_text()
        assert [secret for secret in SECRETS if secret in words] == []
        assert page.locator(".kp-questions button").count() == 0
        assert page.locator("[data-state=good], [data-state=bad]").count() == 0
        assert record(page).get("records", {}) == {}
        assert "The answers are inside this file" in page.locator(".kp-card-body").inner_text()

    def test_the_end_marks_and_shows_all(self, page: Page) -> None:
        mount(page, as_in_a_page(quiz(mode="exam", pass_mark=0.4)))
        answer_all(page)
        finish(page)
        result = page.locator(".kp-summary").inner_text()
        assert "Your result: 2 of 4 points (50%)" in result
        assert "Passed: 40% is enough." in result
        assert "Reckoning a cost\n2 of 2" in result
        assert "What a licence allows\n0 of 2" in result
        assert page.evaluate("document.activeElement.innerText").startswith("Your result")
        assert question(page, 1).locator("[data-state=good]").count() == 1
        assert axe(page) == []

    def test_finishing_early_is_asked_once_more(self, page: Page) -> None:
        mount(page, as_in_a_page(quiz(mode="exam")))
        choose(page, 1, "Run it")
        step(page, "finish")
        expect(page.locator(".kp-sure-words")).to_contain_text("3 questions are not answered")
        assert page.evaluate("document.activeElement.innerText") == "Keep working"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.innerText") == "Finish"
        assert not record(page).get("finished")
        page.keyboard.press("Enter")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        assert "1 of 4 points" in page.locator(".kp-summary").inner_text()
        assert "Not answered" in question(page, 2).inner_text()

    def test_with_a_kernel_the_browser_has_no_key_and_asks_for_the_marks(self, page: Page) -> None:
        made = quiz(mode="exam")
        mount(page, made)
        assert "Weights are the result" not in page.evaluate(
            "JSON.stringify(window.model.get('content'))"
        )
        page.evaluate("window.model.send = (content) => { window.sent = content; }")
        answer_all(page)
        finish(page)
        assert page.evaluate("window.sent") == {"kind": "finish"}
        assert "Marking" in page.locator(".kp-card-body").inner_text()
        made.record = record(page)
        made._handle_custom_msg({"kind": "finish"}, [])
        for name in ("content", "record"):
            page.evaluate("([n, v]) => window.model.set(n, v)", [name, getattr(made, name)])
        assert "2 of 4 points (50%)" in page.locator(".kp-summary").inner_text()
        assert "Weights are the result" in question(page, 1).inner_text()


class TestPageAndKernel:
    """Both mark an exam: on a page the browser does, and it comes to the same."""

    @pytest.mark.parametrize("given", ["right", "wrong", "nothing"])
    def test_they_mark_every_type_alike(self, page: Page, given: str) -> None:
        whole: Any = [example(kind) for kind in item_types()]
        items = [one._item for one in whole if one._item.right_response() is not None]
        wrong = {"choice": "labels", "numeric": "55", "text": "GPL", "ordering": ["r1", "v3"]}
        answers = {
            "right": {item.id: item.right_response() for item in items},
            "wrong": {item.id: wrong.get(item.type, [item.id]) for item in items},
            "nothing": {},
        }[given]
        made = quiz(mode="exam", items=items)
        made.record = {"values": answers, "sure": {items[0].id: True}}
        mount(page, as_in_a_page(made))
        finish(page)
        if given == "nothing":
            page.locator("[data-step=yes]").click()
        made.finish()
        there = record(page)
        assert there["log"] == made.record.get("log", [])
        assert results(there) == results(made.record)
        assert made.score == (1 if given == "right" else 0)


def results(of: dict[str, Any]) -> dict[str, Any]:
    """Return what came out of each question; words of its own are sent by a kernel alone."""
    return {name: own["result"] for name, own in of.get("records", {}).items()}


class TestTheResult:
    def test_it_names_what_came_up_and_what_was_held_for_sure(self, page: Page) -> None:
        mount(page, as_in_a_page(quiz(mode="exam")))
        answer_all(page)
        finish(page)
        result = page.locator(".kp-summary").inner_text()
        assert "Weights are the result of training, not its recipe.\nQuestions 1, 2" in result
        assert "You were sure here, and it was not right\n\nQuestion 1" in result

    def test_a_wrong_try_before_the_right_one_is_not_forgotten(self, page: Page) -> None:
        mount(page, as_in_a_page(quiz(items=[ITEMS["open-weights-give"]])))
        for words in ("Train the same", "Run it"):
            choose(page, 1, words)
            page.locator("[data-step=submit]").click()
        finish(page)
        result = page.locator(".kp-summary").inner_text()
        assert "1 of 1 points (100%)" in result
        assert "not its recipe" in result

    def test_only_what_was_wrong_is_asked_again(self, page: Page) -> None:
        mount(page, as_in_a_page(quiz(mode="exam")))
        answer_all(page)
        finish(page)
        step(page, "retry")
        assert [question(page, n).is_visible() for n in (1, 2, 3, 4)] == [True, True, False, False]
        assert question(page, 1).locator("input:checked").count() == 0
        assert page.evaluate("document.activeElement.contains(document.querySelector('legend'))")
        choose(page, 1, "Run it")
        choose(page, 2, "False")
        finish(page)
        assert "4 of 4 points (100%)" in page.locator(".kp-summary").inner_text()
        assert page.locator("[data-step=retry]").count() == 0


def test_by_keyboard_alone_one_after_another(page: Page) -> None:
    mount(page, as_in_a_page(quiz(layout="one", items=list(ITEMS.values())[:2])))
    tab_to(page, ".kp-option input")
    page.keyboard.press("Space")
    tab_to(page, ".kp-sure input")
    page.keyboard.press("Space")
    tab_to(page, "[data-step=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status].kp-progress-words")).to_have_text("1 of 2 answered")
    step(page, "next")
    assert not question(page, 1).is_visible()
    assert page.evaluate("document.activeElement.querySelector('.kp-number').innerText") == (
        "Question 2"
    )
    tab_to(page, ".kp-option input")
    page.keyboard.press("ArrowDown")
    tab_to(page, "[data-step=submit]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "kp-feedback"
    step(page, "finish")
    assert page.evaluate("document.activeElement.className") == "kp-result"
    assert record(page)["sure"] == {"open-weights-give": True}


def test_the_language_is_switched_and_every_answer_stays(page: Page) -> None:
    mount(page, as_in_a_page(quiz(mode="exam")))
    answer_all(page)
    before = record(page)
    page.locator(".kp-card-head [data-step=language]").click()
    assert record(page) == before
    assert question(page, 1).locator("legend").first.inner_text().startswith("কোনো মডেলের")
    assert question(page, 3).locator(".kp-field").input_value() == "6"
    assert question(page, 1).locator("input:checked").count() == 2
    finish(page)
    assert "৪ পয়েন্টের মধ্যে ২ (৫০%)" in page.locator(".kp-summary").inner_text()
    assert (
        "ওয়েট হলো প্রশিক্ষণের ফল, রেসিপি নয়।\nপ্রশ্ন ১, ২" in page.locator(".kp-summary").inner_text()
    )


@pytest.mark.parametrize("lang", ["en", "bn"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_finished_quiz_on_a_phone(page: Page, lang: str, theme: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    made = quiz(lang=lang, mode="exam", pass_mark=0.9)
    made.record = {"values": {"open-weights-give": "repeat"}, "sure": {"open-weights-give": True}}
    made.finish()
    mount(page, made, theme)
    assert page.locator(".kp-came-up").count() == 1
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_spoiled_record_is_as_none(new_page: NewPage) -> None:
    page, made = new_page(), as_in_a_page(quiz(mode="exam"))
    made.record = {"values": 3, "records": [], "again": "x", "log": {}, "at": "one"}
    mount(page, made)
    choose(page, 1, "Run it")
    expect(page.locator(".kp-progress-words")).to_have_text("1 of 4 answered")


class TestOnALessonsPage:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        spot = Spot(Where(1, "c1"), "en", frozenset())
        shown = [quiz(mode="exam"), ExitTicket(store=KernelStore()), Progress()]
        blocks = [block_of_form(widget.print_form(), spot) for widget in shown]
        assert isinstance(blocks[0], Live)
        document = Document(meta(), tuple(block for block in blocks if block))
        path = tmp_path / "page.html"
        path.write_bytes(editions()["page"].make(document))
        return path

    def opened(self, page: Page, file: Path) -> Page:
        page.goto(file.as_uri())
        page.wait_for_selector("[data-interactive]")
        return page

    def test_reloading_keeps_answers_and_result(self, new_page: NewPage, file: Path) -> None:
        page = self.opened(new_page(), file)
        answer_all(page)
        self.opened(page, file)
        assert question(page, 3).locator(".kp-field").input_value() == "6"
        page.locator(".kp-quiz").first.locator("[data-step=finish]").click()
        self.opened(page, file)
        assert "2 of 4 points" in page.locator(".kp-summary").first.inner_text()

    def test_its_questions_count_in_the_pages_progress(self, new_page: NewPage, file: Path) -> None:
        page = self.opened(new_page(), file)
        choose(page, 1, "Run it")
        expect(page.locator(".kp-card.kp-progress")).to_contain_text("1 of 7 questions answered")

    def test_an_exit_ticket_is_handed_in_at_once(self, new_page: NewPage, file: Path) -> None:
        page = self.opened(new_page(), file)
        ticket = page.locator(".kp-quiz").nth(1)
        for field in ticket.locator("textarea").all():
            field.fill("Weights are numbers.")
        ticket.get_by_text("Most of it").click()
        ticket.get_by_role("button", name="Finish").click()
        expect(ticket.locator(".kp-summary")).to_have_text(
            "Thank you. Your answers are kept on this device."
        )

    def test_without_scripts_it_is_a_sheet(self, new_page: NewPage, file: Path) -> None:
        page = new_page(java_script_enabled=False)
        page.goto(file.as_uri())
        words = page.locator("body").inner_text()
        assert "Questions: 4" in words
        assert "Run it and train it further" in words
        assert "not its recipe" not in words
