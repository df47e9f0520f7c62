"""The question as a widget: what it keeps, who marks it, how it lives among other widgets."""

from __future__ import annotations

from typing import Any

import ipywidgets
import pandas as pd
import pytest

from kholapath_widgets import Choice, Choices, ItemError, Numeric, Predict, Question, Text
from kholapath_widgets._base import PRINT_MIME
from kholapath_widgets._errors import UnknownOption
from kholapath_widgets.question.item import Item
from kholapath_widgets.question.widget import KernelStore


def sum_question(**fields: Any) -> Any:
    options = {"3": "That is 2 + 1.", "4": None}
    return Choice("2 + 2?", options, answer="4", store=KernelStore(), **fields)


def submit(question: Question, response: Any) -> dict[str, Any]:
    """Submit as the browser does; return the record that comes back."""
    question._handle_custom_msg({"kind": "submit", "response": response}, [])
    record: dict[str, Any] = question.record
    return record


class TestAmongOtherWidgets:
    def test_it_is_a_value_widget(self) -> None:
        assert isinstance(sum_question(), ipywidgets.ValueWidget)

    def test_boxes_and_tabs_hold_it(self) -> None:
        question = sum_question()
        box = ipywidgets.VBox([ipywidgets.Tab([question], titles=["One"]), question])
        assert box.children[0].children[0] is question

    def test_its_answer_can_be_observed(self) -> None:
        question, seen = sum_question(), []
        question.observe(lambda change: seen.append(change.new), "value")
        question.value = "b"
        assert seen == ["b"]

    def test_two_can_be_linked(self) -> None:
        one, other = sum_question(), sum_question()
        ipywidgets.link((one, "value"), (other, "value"))
        one.value = "a"
        assert other.value == "a"
        ipywidgets.link((one, "lang"), (other, "lang"))
        other.lang = "bn"
        assert one.lang == "bn"

    def test_interact_takes_it_as_a_control(self) -> None:
        question = sum_question()
        control = ipywidgets.interactive(lambda answer: f"chosen: {answer}", answer=question)
        assert control.children[0] is question
        question.value = "b"
        assert control.result == "chosen: b"

    def test_all_of_a_notebook_share_one_copy_of_the_view(self) -> None:
        assert sum_question().runtime is Numeric("1 + 1?", 2).runtime

    def test_it_can_be_made_after_all_widgets_were_closed(self) -> None:
        sum_question()
        ipywidgets.Widget.close_all()
        assert sum_question().runtime.comm is not None


class TestWrittenInPython:
    def test_options_may_be_a_list_and_the_answer_a_text(self) -> None:
        assert Choice("2 + 2?", ["3", "4"], answer="4").mark("b").correct is True

    def test_options_may_carry_their_words(self) -> None:
        question = sum_question()
        assert question.mark("a").feedback == ("options.a.feedback",)
        assert question.item["options"][0]["feedback"] == {"en": "That is 2 + 1."}

    def test_options_may_be_given_in_full(self) -> None:
        options = [{"id": "yes", "text": {"en": "Yes", "bn": "হ্যাঁ"}}, {"id": "no", "text": "No"}]
        assert Choice({"en": "Open?", "bn": "ওপেন?"}, options, answer="yes").mark("yes").score == 1

    def test_several_answers(self) -> None:
        question = Choices("Which are prime?", ["2", "3", "4"], answer=["2", "3"], credit="all")
        assert question.mark(["a", "b"]).correct is True
        assert question.mark(["a"]).score == 0

    def test_a_number(self) -> None:
        question = Numeric("2.788 × 2?", 5.576, tolerance=0.1, unit="million USD")
        assert question.mark("৫.৬ million").correct is True

    def test_a_number_may_come_from_pandas(self) -> None:
        hours = pd.Series([2, 3])
        assert Numeric("Together?", hours.sum()).mark("5").correct is True
        assert Numeric("On average?", hours.mean()).mark("2.5").correct is True

    def test_a_text(self) -> None:
        assert Text("Who made Llama?", ["Meta", "মেটা"]).mark("মেটা").correct is True
        assert Text("Who made Llama?", "Meta").mark("meta").correct is True

    def test_a_guess(self) -> None:
        span = {"min": 0, "max": 60, "start": 30}
        question = Predict("How many?", 30.84, unit="million hours", range=span, after="Eleven.")
        assert question.mark(12).correct is None

    def test_a_plain_text_is_in_the_language_given(self) -> None:
        question = Choice("২ + ২?", ["৩", "৪"], answer="৪", lang="bn")
        assert question.lang == "bn"
        assert list(question.item["prompt"]) == ["bn"]

    def test_the_same_question_has_the_same_id(self) -> None:
        one, other = sum_question(), sum_question()
        assert one.item["id"] == other.item["id"]
        assert one.item["id"] != Choice("2 + 3?", ["4", "5"], answer="5").item["id"]

    def test_its_help_shows_how(self) -> None:
        assert 'Choice("2 + 2?"' in (Choice.__doc__ or "")

    @pytest.mark.parametrize(
        ("make", "words"),
        [
            (lambda: Choice("2 + 2?", ["3", "4"], answer="5"), "'5' names no option"),
            (lambda: Choice("2 + 2?", ["3", "4"]), "no right answer"),
            (lambda: Choice("2 + 2?", "34", answer="3"), "list"),
            (lambda: Choice("2 + 2?", ["3", 4], answer="3"), "options"),
            (lambda: Choice("2 + 2?", ["3", "4"], answr="4", answer="4"), "did you mean 'answer'"),
            (lambda: Choices("2 + 2?", ["3", "4"], answer="4"), "list"),
            (lambda: Numeric("2 + 2?", "four"), "number"),
            (lambda: Numeric("2 + 2?", 4, tolerance="much"), "tolerance"),
            (lambda: Text("2 + 2?", 4), "accept"),
            (lambda: Text(5, "4"), "a text is wanted, in quotes"),
            (lambda: Predict("2 + 2?", 4), "missing"),
        ],
    )
    def test_a_mistake_is_an_item_error(self, make: Any, words: str) -> None:
        with pytest.raises(ItemError, match=words):
            make()

    def test_an_unknown_option_of_the_widget_is_named(self) -> None:
        item = sum_question()._item
        with pytest.raises(UnknownOption, match="Did you mean 'number'"):
            Question(item, numer=1)


class TestCheckedByTheKernel:
    def test_the_browser_is_not_given_the_key(self) -> None:
        state = str(sum_question(mode="check", explanation="Two and two.").get_state())
        assert "That is 2 + 1" not in state
        assert "Two and two" not in state
        assert "answer" not in sum_question(mode="check").item

    def test_submitting_brings_the_verdict_and_its_words(self) -> None:
        record = submit(sum_question(mode="check", explanation="Two and two."), "a")
        assert record["result"]["correct"] is False
        assert record["attempts"] == 1
        assert record["messages"] == [{"en": "That is 2 + 1."}]

    def test_the_explanation_comes_with_the_right_answer(self) -> None:
        record = submit(sum_question(mode="check", explanation="Two and two."), "b")
        assert record["messages"] == [{"en": "Two and two."}]

    def test_the_explanation_comes_with_the_last_try(self) -> None:
        question = sum_question(mode="check", explanation="Two and two.", attempts=1)
        assert submit(question, "a")["messages"][-1] == {"en": "Two and two."}

    def test_there_is_no_try_beyond_the_last(self) -> None:
        question = sum_question(mode="check", attempts=1)
        submit(question, "a")
        assert submit(question, "b")["result"]["correct"] is False

    def test_what_cannot_be_read_costs_no_try_and_is_said(self) -> None:
        question = Numeric("How many?", 1234, mode="check", store=KernelStore())
        record = submit(question, "1,234")
        assert record["attempts"] == 0
        assert record["submitted"] == question.value == "1,234"
        assert record["result"]["feedback"] == ["@ambiguous_number"]

    @pytest.mark.parametrize(
        "content", [None, [], "submit", {"kind": "other"}, {"kind": "submit"}, 5]
    )
    def test_a_strange_message_does_no_harm(self, content: Any) -> None:
        question = sum_question(mode="check")
        question._handle_custom_msg(content, [])
        assert question.record["attempts"] == 0

    def test_the_key_comes_to_the_browser_only_after_a_try(self) -> None:
        question = sum_question(mode="check")
        question._handle_custom_msg({"kind": "reveal"}, [])
        assert not question.record["revealed"]
        assert "answer" not in question.item
        submit(question, "a")
        question._handle_custom_msg({"kind": "reveal"}, [])
        assert question.record["revealed"]
        assert question.record["messages"] == []
        assert question.item["answer"] == "b"

    def test_who_does_not_know_may_see_the_answer(self) -> None:
        question = sum_question(mode="check")
        question.record = {**question.record, "skipped": True}
        question.reveal()
        assert question.item["answer"] == "b"

    def test_an_answer_once_seen_stays_seen_and_is_not_marked_again(self) -> None:
        store = KernelStore()
        question = Choice("2 + 2?", ["3", "4"], answer="4", mode="check", store=store)
        submit(question, "a")
        question.reveal()
        again = Choice("2 + 2?", ["3", "4"], answer="4", mode="check", store=store)
        assert again.item["answer"] == "b"
        assert submit(again, "b")["attempts"] == 1

    def test_a_record_from_elsewhere_does_no_harm(self) -> None:
        question = sum_question(mode="check")
        question.record = {}
        assert submit(question, "b")["attempts"] == 1


class TestKept:
    def test_running_the_cell_again_keeps_the_answer(self) -> None:
        store = KernelStore()
        first = Choice("2 + 2?", ["3", "4"], answer="4", store=store)
        first.value = "b"
        first.record = {**first.record, "attempts": 2}
        again = Choice("2 + 2?", ["3", "4"], answer="4", store=store)
        assert again.value == "b"
        assert again.record["attempts"] == 2

    def test_a_store_is_given_the_item_and_its_state(self) -> None:
        class Notebook:
            def __init__(self) -> None:
                self.saved: list[tuple[str, Any]] = []

            def load(self, item_id: str) -> None:
                return None

            def save(self, item: Item, state: dict[str, Any]) -> None:
                self.saved.append((item.id, state["value"]))

        store = Notebook()
        question = Choice("2 + 2?", ["3", "4"], answer="4", id="sum", store=store)
        question.value = "a"
        assert store.saved == [("sum", "a")]

    def test_another_language_keeps_the_answer(self) -> None:
        question = Choice(
            {"en": "Open?", "bn": "ওপেন?"}, ["A", "B"], answer="A", store=KernelStore()
        )
        question.value = "a"
        question.lang = "bn"
        assert question.value == "a"


class TestAwayFromTheScreen:
    def test_it_has_a_form_for_every_place(self) -> None:
        data, _ = sum_question()._repr_mimebundle_()
        assert {PRINT_MIME, "text/html", "text/markdown", "text/plain"} < set(data)
        assert "application/vnd.jupyter.widget-view+json" in data

    def test_its_paper_has_the_order_of_its_screen(self) -> None:
        options = [f"option {i}" for i in range(8)]
        forms = [
            Choice("Which?", options, answer="option 1", id="which", seed=seed).print_form()
            for seed in (4172, 4172, 1)
        ]
        shown = [[e["md"] for e in form["sheet"]["parts"][0]["entries"]] for form in forms]
        assert shown[0] == shown[1] != shown[2]
        assert sorted(shown[0]) == options

    def test_a_language_it_lacks_falls_back_whole(self) -> None:
        form = Choice("2 + 2?", ["3", "4"], answer="4").print_form()
        question = Choice("2 + 2?", ["3", "4"], answer="4")
        question.lang = "bn"
        assert question.print_form() == form
