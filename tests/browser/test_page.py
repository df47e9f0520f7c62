"""The page in a real browser, opened as a file with the network blocked: what a learner does in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import page_sample
import paper_sample
import pytest
from browser.conftest import Watch, axe
from chromium import CHROMIUM
from playwright.sync_api import Browser, Page, expect

from kholapath.document import model as m
from kholapath.editions import page as edition
from kholapath.progress import Answer
from kholapath.resume import read_code, write_code
from kholapath_widgets import Choice
from kholapath_widgets.examples import example_names
from kholapath_widgets.question.types import item_types

READY = "html[data-interactive]"
SECRET = "instructor only"

Open = Callable[..., Page]

# The browser's first answer comes late; until then the page has no business with answers in the store.
LATE = """
const ask = navigator.locks?.query; // none in the blank page before
let answered = false;
if (ask) navigator.locks.query = async () => {
  await ask.call(navigator.locks);
  await new Promise((resolve) => setTimeout(resolve, 500));
  answered = true;
};
globalThis.early = [];
for (const name of ["getItem", "setItem", "removeItem"]) {
  const real = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    if (!answered && key !== "kholapath/theme") early.push(key);
    return real.call(this, key, ...rest);
  };
}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lesson's page in both languages, side by side as an export leaves them."""
    made = tmp_path_factory.mktemp("pages")
    for lang, name in page_sample.FILES.items():
        notes = m.Prose(**paper_sample.at(900, lang, "instructor"), markdown=SECRET)
        document = page_sample.lesson(lang, notes)
        (made / name).write_bytes(edition.EDITION.make(document))
    return made


@pytest.fixture(scope="module")
def offline(browser: Browser) -> Iterator[Browser]:
    """A browser for which no other machine has an address."""
    chromium = browser.browser_type.launch(
        executable_path=CHROMIUM,
        args=["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"],
    )
    yield chromium
    chromium.close()


@pytest.fixture
def opened(offline: Browser, folder: Path) -> Iterator[Open]:
    """Open the page of a language in a fresh browser; it may ask for nothing and log no error."""
    yield from _opening(offline, folder)


@pytest.fixture(scope="module")
def lesson(offline: Browser, folder: Path) -> Iterator[Callable[[str], Page]]:
    """The page of a language as one learner has it, who goes from question to question."""
    for made in _opening(offline, folder):
        yield cache(made)


def _opening(offline: Browser, folder: Path) -> Iterator[Open]:
    watch, contexts = Watch(), []

    def made(lang: str = "en", *, script: str = "", **options: Any) -> Page:
        context = offline.new_context(**options)
        contexts.append(context)
        watch.over(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.goto((folder / page_sample.FILES[lang]).as_uri())
        if options.get("java_script_enabled", True):
            page.wait_for_selector(READY)
        return page

    yield made
    for context in contexts:
        context.close()
    assert watch.external == []
    assert watch.errors == []


def card(page: Page, name: str) -> Any:
    """Return the widget under the heading that names it."""
    return page.locator(f"h2:text-is('{name}') + [data-widget]")


def answer_by_keyboard(page: Page, name: str) -> None:
    """Walk into a question with Tab, do the plain thing at each stop, and press its button."""
    page.locator(f"h2:text-is('{name}')").evaluate("h => { h.tabIndex = -1; h.focus(); }")
    told: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        kind = page.evaluate(
            """() => { const el = document.activeElement;
            if (el.matches('.kp-primary')) return 'done';
            if (el.matches('[type=radio], [type=checkbox], [aria-pressed]')) return 'tick';
            if (el.matches('select')) return 'choose';
            if (el.matches('input[type=range]')) return 'slide';
            return el.localName; }"""
        )
        told.append(kind)
        match kind:
            case "tick":
                page.keyboard.press("Space")
            case "choose":
                page.keyboard.press("ArrowDown")
            case "slide":
                page.keyboard.press("ArrowRight")
            case "input":
                page.keyboard.type("5.6")
            case "textarea":
                page.keyboard.type("The trial runs, the people and the machines.")
                page.keyboard.press("Escape")  # an editor of code holds Tab until then
            case "done":
                page.keyboard.press("Enter")
                return
    pytest.fail(f"no way by keyboard to the button of {name}: {told}")


class TestQuestions:
    @pytest.mark.parametrize("lang", ["en", "bn"])
    @pytest.mark.parametrize("name", sorted(item_types()))
    def test_each_type_is_answered_by_keyboard_alone_with_words_in_return(
        self, lesson: Callable[[str], Page], name: str, lang: str
    ) -> None:
        page = lesson(lang)
        answer_by_keyboard(page, name)
        expect(card(page, name).locator("[role=status]").first).not_to_be_empty()

    def test_an_answer_is_there_after_a_reload_and_counted(self, opened: Open) -> None:
        page = opened()
        question = card(page, "choice")
        expect(page.locator(".trail")).to_contain_text("0 of ")
        question.get_by_label("All of these").check()
        question.get_by_role("button", name="Check").click()
        expect(page.locator(".trail")).to_contain_text("1 of ")
        said = question.locator(".kp-feedback").inner_text()
        page.reload()
        expect(question.get_by_label("All of these")).to_be_checked()
        assert question.locator(".kp-feedback").inner_text() == said
        expect(page.locator(".trail")).to_contain_text("1 of ")

    def test_the_store_is_not_asked_before_the_browser_has_taken_note_of_the_page(
        self, opened: Open
    ) -> None:
        page = opened(script=LATE)
        card(page, "text").locator("input").fill("half a word")
        assert page.evaluate("Object.values(localStorage).some(kept => kept.includes('half a'))")
        assert page.evaluate("early") == []

    def test_an_answer_not_yet_checked_is_there_after_a_reload_too(self, opened: Open) -> None:
        page = opened()
        card(page, "text").locator("input").fill("half a word")
        page.reload()
        expect(card(page, "text").locator("input")).to_have_value("half a word")

    def test_an_answer_in_another_tab_is_followed_and_so_is_its_erasing(self, opened: Open) -> None:
        page = opened()
        other = page.context.new_page()
        other.goto(page.url)
        other.wait_for_selector(READY)
        question = card(other, "choice")
        card(page, "choice").get_by_label("All of these").check()
        card(page, "choice").get_by_role("button", name="Check").click()
        expect(question.get_by_label("All of these")).to_be_checked()
        expect(question.locator(".kp-feedback")).not_to_be_empty()
        expect(other.locator(".trail")).to_contain_text("1 of ")
        page.get_by_role("button", name="Erase all answers").click()
        page.get_by_role("button", name="Yes, erase").click()
        expect(question.get_by_label("All of these")).not_to_be_checked()
        expect(other.locator(".trail")).to_contain_text("0 of ")

    def test_what_a_kernel_would_mark_is_marked_on_the_page_which_says_so(
        self, opened: Open, tmp_path: Path
    ) -> None:
        question = Choice("Which?", options=["this", "that"], answer="a", mode="check")
        item = m.Item(**paper_sample.at(1), form=question.print_form())
        file = tmp_path / "check.html"
        file.write_bytes(edition.EDITION.make(page_sample.document(item)))
        page = opened()
        page.goto(file.as_uri())
        page.wait_for_selector(READY)
        expect(page.locator(".kp-top")).to_contain_text("checked on this page when you submit")
        page.get_by_label("this").check()
        page.get_by_role("button", name="Submit").click()
        expect(page.locator(".kp-state")).to_contain_text("Right")

    def test_how_many_are_answered_is_announced_politely(self, opened: Open) -> None:
        page = opened()
        told = page.locator("header").get_by_role("status")
        expect(told).to_contain_text("0 of ")

    def test_a_question_answered_in_one_file_is_answered_in_the_other_language(
        self, opened: Open
    ) -> None:
        page = opened("en")
        card(page, "numeric").locator("input").fill("5.576")
        card(page, "numeric").get_by_role("button", name="Check").click()
        page.get_by_role("link", name="বাংলা").click()
        page.wait_for_selector(READY)
        expect(page.locator("html")).to_have_attribute("lang", "bn")
        expect(card(page, "numeric").locator("input")).to_have_value("5.576")
        expect(page.locator(".trail")).to_contain_text("উত্তর: ১/")
        assert "KP1" not in page.url

    def test_switching_the_language_takes_answers_along_where_each_file_has_its_own_store(
        self, opened: Open
    ) -> None:
        # as Firefox and Safari have it for files: what is kept is gone at the next file
        page = opened("en", script="try { localStorage.clear() } catch {}")
        card(page, "numeric").locator("input").fill("5.576")
        page.get_by_role("link", name="বাংলা").click()
        page.wait_for_selector(READY)
        expect(card(page, "numeric").locator("input")).to_have_value("5.576")

    def test_switching_the_language_keeps_the_place(self, opened: Open) -> None:
        page = opened("en", viewport={"width": 1280, "height": 800})
        page.get_by_role("navigation", name="In this lesson").get_by_role(
            "link", name="numeric"
        ).click()
        page.get_by_role("link", name="বাংলা").click()
        page.wait_for_selector(READY)
        expect(page.locator("h2:text-is('numeric')")).to_be_in_viewport()


class TestKeeping:
    def answer(self, page: Page) -> None:
        card(page, "text").locator("input").fill("MIT")
        card(page, "text").get_by_role("button", name="Check").click()

    def code(self, page: Page) -> str:
        page.get_by_role("button", name="Copy a resume code").click()
        expect(page.get_by_label("Resume code")).not_to_have_value("")
        return page.get_by_label("Resume code").input_value()

    def enter(self, page: Page, code: str) -> None:
        page.get_by_role("button", name="Enter a resume code").click()
        page.get_by_label("Resume code").fill(code)
        page.get_by_role("button", name="Bring the answers back").click()

    def told(self, page: Page) -> Any:
        return page.locator(".answers").get_by_role("status")

    def test_a_code_from_the_page_is_read_by_the_notebook(self, opened: Open) -> None:
        page = opened()
        self.answer(page)
        lesson, answers = read_code(self.code(page))
        assert lesson == page_sample.SLUG
        (answer,) = answers
        assert answer.value == "MIT"
        assert answer.record["attempts"] == 1
        assert answer.record["submitted"] == "MIT"

    def test_a_code_from_the_notebook_is_read_by_the_page(self, opened: Open) -> None:
        page = opened()
        item = card(page, "text")
        record = {"attempts": 2, "submitted": "MIT", "result": None, "hints": 1}
        name = self.id_of(page, "text")
        code = write_code(page_sample.SLUG, [Answer(page_sample.SLUG, name, "MIT", record, "")])
        self.enter(page, f"{code[:20]}\n {code[20:]}")
        expect(self.told(page)).to_have_text("1 answer is back.")
        expect(item.locator("input")).to_have_value("MIT")
        expect(item.locator(".kp-hint")).to_have_count(1)
        page.reload()
        expect(item.locator("input")).to_have_value("MIT")

    def id_of(self, page: Page, name: str) -> str:
        return str(
            page.evaluate(
                """name => JSON.parse(document.getElementById('carried').textContent).widgets
                .find(w => w.state.item?.type === name).state.item.id""",
                name,
            )
        )

    def test_a_code_goes_from_page_to_page(self, opened: Open) -> None:
        one, other = opened(), opened()
        self.answer(one)
        self.enter(other, self.code(one))
        expect(card(other, "text").locator(".kp-feedback")).to_have_text(
            card(one, "text").locator(".kp-feedback").inner_text(), use_inner_text=True
        )

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            ("hello", "This is no resume code"),
            ("KP1.AAAA", "This resume code is damaged"),
            ("KP1.eJyrVspJLS7Oz1OyUqpW", "This resume code is damaged"),
            (write_code("other", []), "This code belongs to another lesson: other."),
        ],
    )
    def test_what_is_no_code_is_told_and_changes_nothing(
        self, opened: Open, code: str, said: str
    ) -> None:
        page = opened()
        self.answer(page)
        self.enter(page, code)
        expect(self.told(page)).to_contain_text(said)
        expect(card(page, "text").locator("input")).to_have_value("MIT")

    def test_a_record_that_makes_no_sense_is_as_before_the_first_try(self, opened: Open) -> None:
        page = opened()
        record = {"attempts": "many", "result": {"score": []}, "messages": 5, "hints": -1}
        name = self.id_of(page, "text")
        page.evaluate(
            "([key, kept]) => localStorage.setItem(key, kept)",
            [f"kholapath/{page_sample.SLUG}/{name}", json.dumps({"record": record})],
        )
        page.reload()
        page.wait_for_selector(READY)
        expect(card(page, "text").locator(".kp-state")).to_contain_text("Not answered yet")

    def test_erasing_asks_first(self, opened: Open) -> None:
        page = opened()
        self.answer(page)
        page.get_by_role("button", name="Erase all answers").click()
        expect(page.get_by_role("button", name="Keep them")).to_be_focused()
        page.keyboard.press("Enter")
        expect(card(page, "text").locator("input")).to_have_value("MIT")
        page.get_by_role("button", name="Erase all answers").click()
        page.get_by_role("button", name="Yes, erase").click()
        expect(card(page, "text").locator("input")).to_have_value("")
        expect(page.locator(".trail")).to_contain_text("0 of ")
        page.reload()
        expect(card(page, "text").locator("input")).to_have_value("")

    def test_a_browser_that_keeps_nothing_is_told_of_and_the_page_works(self, opened: Open) -> None:
        gone = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
        page = opened(script=gone)
        expect(page.locator(".answers")).to_contain_text("This browser keeps nothing")
        self.answer(page)
        expect(page.locator(".trail")).to_contain_text("1 of ")
        assert read_code(self.code(page))[1][0].value == "MIT"


class TestFigures:
    def test_a_slider_changes_the_chart_and_the_sentence(self, opened: Open) -> None:
        page = opened()
        figure = card(page, "explorable")
        before, said = figure.locator("svg").inner_html(), figure.locator(".kp-says").inner_text()
        slider = figure.get_by_role("slider")
        slider.focus()
        for _ in range(5):
            page.keyboard.press("ArrowRight")
        expect(figure.locator(".kp-says")).not_to_have_text(said)
        assert figure.locator("svg").inner_html() != before

    def test_its_numbers_are_in_the_digits_of_the_language(self, opened: Open) -> None:
        figure = card(opened("bn"), "explorable")
        expect(figure.locator(".kp-says")).to_contain_text("$২.০০")
        expect(figure.locator("output")).to_have_text("$২.০০")

    def test_every_widget_has_taken_the_place_of_its_still_form(self, opened: Open) -> None:
        page = opened()
        assert page.locator("[data-widget]").count() == len(example_names())
        assert page.locator("[data-widget] .kp-static, [data-widget] .drawing").count() == 0


SIZES = [(1280, 800), (390, 844)]


@pytest.mark.parametrize("size", SIZES, ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "bn"])
class TestEverywhere:
    def test_nobody_is_shut_out(
        self, opened: Open, lang: str, scheme: str, size: tuple[int, int]
    ) -> None:
        page = opened(lang, viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
        answer_by_keyboard(page, "choice")
        assert axe(page, beside=["best-practice"]) == []


class TestShape:
    @pytest.mark.parametrize("width", [1280, 390, 320])
    @pytest.mark.parametrize("lang", ["en", "bn"])
    def test_the_page_never_scrolls_sideways(self, opened: Open, lang: str, width: int) -> None:
        page = opened(lang, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_nothing_jumps_while_it_loads(self, opened: Open) -> None:
        page = opened(viewport={"width": 1280, "height": 800})
        moved = page.evaluate(
            """() => new Promise(done => new PerformanceObserver(list =>
              done(list.getEntries().reduce((sum, e) => sum + e.value, 0)))
              .observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 300))"""
        )
        assert moved < 0.02

    def test_the_colours_can_be_chosen_and_stay_chosen(self, opened: Open) -> None:
        page = opened(color_scheme="light")
        colours = """(({ backgroundColor, colorScheme }) => [backgroundColor, colorScheme])(
            getComputedStyle(document.documentElement))"""
        light = page.evaluate(colours)
        assert light[1] == "light"  # as the browser's own controls are
        page.get_by_label("Colours").select_option("Dark")
        dark = page.evaluate(colours)
        assert dark[0] != light[0]
        assert dark[1] == "dark"
        page.reload()
        expect(page.get_by_label("Colours")).to_have_value("dark")
        assert page.evaluate(colours) == dark
        page.get_by_label("Colours").select_option("Auto")
        assert page.evaluate(colours) == light

    def test_the_contents_stand_open_beside_the_lesson_and_fold_where_there_is_no_room(
        self, opened: Open
    ) -> None:
        wide = opened(viewport={"width": 1280, "height": 800})
        expect(wide.locator(".contents a").first).to_be_visible()
        narrow = opened(viewport={"width": 390, "height": 800})
        expect(narrow.locator(".contents a").first).to_be_hidden()
        narrow.locator(".contents summary").click()
        narrow.get_by_role("link", name="numeric").click()
        expect(narrow.locator("h2:text-is('numeric')")).to_be_in_viewport()
        expect(narrow.locator(".contents a").first).to_be_hidden()

    def test_the_first_stop_skips_to_the_lesson(self, opened: Open) -> None:
        page = opened()
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#lesson")).to_be_focused()

    def test_its_words_are_set_in_the_fonts_it_carries(self, opened: Open) -> None:
        page = opened("bn")
        page.evaluate("document.fonts.ready")
        loaded = page.evaluate(
            "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
        )
        assert {"Noto Serif Bengali", "Noto Sans Bengali"} <= set(loaded)


class TestWithoutScripts:
    @pytest.mark.parametrize("lang", ["en", "bn"])
    def test_the_lesson_can_be_read(self, opened: Open, lang: str) -> None:
        page = opened(lang, java_script_enabled=False)
        expect(page.locator("noscript p")).to_be_visible()
        expect(card(page, "choice").locator("li").first).to_be_visible()
        expect(card(page, "explorable").locator("svg")).to_be_visible()
        expect(card(page, "explorable").locator(".kp-says")).to_be_visible()
        expect(page.locator(".theme")).to_be_hidden()
        expect(page.locator("body")).not_to_contain_text(SECRET)
        page.get_by_role("link", name="বাংলা" if lang == "en" else "English").click()
        expect(page.locator("html")).to_have_attribute("lang", "bn" if lang == "en" else "en")

    def test_it_does_not_scroll_sideways_on_a_telephone(self, opened: Open) -> None:
        page = opened(java_script_enabled=False, viewport={"width": 390, "height": 800})
        widest = page.locator("body").bounding_box()
        assert widest
        assert widest["width"] <= 390


def test_hostile_words_do_nothing(offline: Browser, tmp_path: Path) -> None:
    watch = Watch()
    context = offline.new_context()
    watch.over(context)
    page = context.new_page()
    page.on("dialog", lambda dialog: watch.errors.append(dialog.message))
    for n, text in enumerate(page_sample.HOSTILE):
        file = tmp_path / f"{n}.html"
        file.write_bytes(edition.EDITION.make(page_sample.hostile(text)))
        page.goto(file.as_uri())
        page.wait_for_selector(READY)
        assert page.evaluate("document.querySelectorAll('script').length") == 3
        for link in page.get_by_role("link").all():
            assert not (link.get_attribute("href") or "").startswith("javascript:")
    context.close()
    assert watch.external == []
    assert watch.errors == []
