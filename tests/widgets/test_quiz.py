"""A quiz: what it asks, who marks it and when, what it keeps, what it is on paper."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kholapath_widgets import Choice, ExitTicket, ItemError, Progress, Quiz, load_items
from kholapath_widgets.examples import example
from kholapath_widgets.question.item import Item
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.widget import KernelStore

SUMS = [
    {
        "id": f"sum-{n}",
        "type": "choice",
        "prompt": {"en": f"{n} + {n}?", "bn": "যোগফল?"},
        "options": [
            {"id": "more", "text": "too much", "feedback": "Too much.", "misconception": "squares"},
            {"id": "right", "text": "right"},
        ],
        "answer": "right",
        "explanation": "Count on.",
        "outcome": "adding" if n < 3 else "doubling",
    }
    for n in (1, 2, 3, 4)
]
IDS = [entry["id"] for entry in SUMS]


def quiz(**fields: Any) -> Quiz:
    return Quiz("Sums", SUMS, **{"id": "sums", "store": KernelStore()} | fields)


def send(of: Quiz, **message: Any) -> dict[str, Any]:
    """Send a message as the browser does; return the record that comes back."""
    of._handle_custom_msg(message, [])
    record: dict[str, Any] = of.record
    return record


def sent(of: Quiz) -> str:
    """Return all that the browser has of it, as JSON."""
    state = of.get_state()
    return json.dumps({**state, "content": json.loads(state["content"])})


def asked(of: Quiz) -> list[str]:
    return [item.id for item in of.items]


class TestDrawing:
    def test_without_a_draw_all_are_asked_as_written(self) -> None:
        assert asked(quiz()) == IDS

    def test_the_seed_draws_so_many_in_an_order_of_its_own(self) -> None:
        drawn = {seed: asked(quiz(draw=3, seed=seed)) for seed in range(20)}
        assert all(len(set(ids)) == 3 for ids in drawn.values())
        assert len({tuple(ids) for ids in drawn.values()}) > 5
        assert asked(quiz(draw=3, seed=4)) == drawn[4]

    def test_screen_and_paper_ask_the_same_in_the_same_order(self) -> None:
        made = quiz(draw=3, seed=5)
        form = made.print_form()
        live = [item["id"] for item in made.content["items"]]
        assert live == [child["form"]["id"] for child in form["children"]] == asked(made)
        assert form["state"]["content"]["seed"] == 5

    def test_what_was_not_drawn_is_nowhere_in_it(self) -> None:
        made = quiz(draw=2, seed=1)
        left = set(IDS) - set(asked(made))
        text = sent(made) + json.dumps(made.print_form())
        assert not [name for name in left if f'"{name}"' in text]


class TestReading:
    def test_items_may_be_what_load_items_gives(self, tmp_path: Any) -> None:
        file = tmp_path / "q.yaml"
        file.write_text(json.dumps(SUMS), encoding="utf-8")
        assert asked(Quiz("T", load_items(file))) == IDS

    @pytest.mark.parametrize(
        ("fields", "problem"),
        [
            ({"draw": 5}, r"field draw: 5 cannot be drawn of 4"),
            ({"pass_mark": 60}, r"field pass_mark: .*less than or equal to 1"),
            ({"mode": "test"}, r"field mode"),
            ({"drawn": 3}, r"field drawn: this field is unknown; did you mean 'draw'"),
        ],
    )
    def test_what_is_wrong_is_named(self, fields: dict[str, Any], problem: str) -> None:
        with pytest.raises(ItemError, match=problem):
            quiz(**fields)

    def test_a_question_that_is_there_twice_is_named(self) -> None:
        with pytest.raises(ItemError, match=r"items\.sum-1: the question 'sum-1' is there twice"):
            Quiz("T", [SUMS[0], SUMS[0]])

    def test_an_item_with_a_fault_is_named(self) -> None:
        with pytest.raises(ItemError, match=r"item 'sum-1', field answer: 'no' names no option"):
            Quiz("T", [{**SUMS[0], "answer": "no"}])


class TestAnExam:
    def test_the_browser_gets_no_key_before_the_end(self) -> None:
        text = sent(quiz(mode="exam"))
        for secret in ('"answer"', "Too much.", "Count on.", "squares"):
            assert secret not in text

    def test_nothing_is_marked_or_shown_before_the_end(self) -> None:
        exam = quiz(mode="exam")
        send(exam, kind="submit", item="sum-1", response="right")
        send(exam, kind="reveal", item="sum-1")
        assert exam.record == {}
        assert '"answer"' not in sent(exam)

    def test_at_the_end_the_kernel_marks_all_and_gives_the_key(self) -> None:
        exam = quiz(mode="exam", pass_mark=0.5)
        exam.record = {"values": {"sum-1": "right", "sum-2": "more"}, "sure": {"sum-2": True}}
        record = send(exam, kind="finish")
        results = {name: own["result"]["correct"] for name, own in record["records"].items()}
        assert results == {"sum-1": True, "sum-2": False}
        assert record["finished"]
        assert record["log"][1] == {
            "item": "sum-2",
            "correct": False,
            "feedback": ["options.more.feedback"],
            "sure": True,
        }
        assert exam.content["items"][0]["answer"] == "right"
        assert (exam.score, exam.passed) == (0.25, False)

    def test_a_second_round_takes_the_key_back(self) -> None:
        exam = quiz(mode="exam")
        exam.record = {"values": {"sum-1": "right"}}
        send(exam, kind="finish")
        exam.record = {**exam.record, "finished": False, "again": IDS[1:]}
        assert '"answer"' not in json.dumps(exam.content)
        exam.record = {**exam.record, "values": {**exam.record["values"], "sum-2": "right"}}
        send(exam, kind="finish")
        assert exam.score == 0.5

    def test_what_cannot_be_read_is_wrong(self) -> None:
        number = {"id": "n", "type": "numeric", "prompt": "?", "answer": {"value": 4}}
        exam = Quiz("T", [number], mode="exam", store=KernelStore())
        exam.record = {"values": {"n": "four"}}
        own = send(exam, kind="finish")["records"]["n"]
        assert (own["result"]["correct"], own["result"]["refused"], own["attempts"]) == (
            False,
            False,
            1,
        )


class TestPractice:
    def test_a_check_question_is_marked_by_the_kernel_and_keeps_its_key(self) -> None:
        made = Quiz("T", [{**SUMS[0], "mode": "check"}, SUMS[1]], store=KernelStore())
        assert "answer" not in made.content["items"][0]
        assert "answer" in made.content["items"][1]
        own = send(made, kind="submit", item="sum-1", response="more")["records"]["sum-1"]
        assert (own["attempts"], own["messages"]) == (1, [{"en": "Too much."}])
        send(made, kind="reveal", item="sum-1")
        assert made.content["items"][0]["answer"] == "right"

    @pytest.mark.parametrize(
        "message",
        [{}, {"kind": "submit"}, {"kind": "submit", "item": "x"}, {"kind": "submit", "item": [1]}],
    )
    def test_a_message_that_says_nothing_changes_nothing(self, message: dict[str, Any]) -> None:
        made = quiz()
        assert send(made, **message) == {}

    def test_answered_counts_what_was_marked_or_given_up(self) -> None:
        made = quiz()
        made.record = {
            "values": {"sum-1": "more", "sum-2": "right"},
            "records": {"sum-1": {"attempts": 1}, "sum-3": {"skipped": True}},
        }
        assert made.answered == 2
        exam = quiz(mode="exam")
        exam.record = {"values": {"sum-1": "more", "sum-2": ""}}
        assert exam.answered == 1

    @pytest.mark.parametrize("spoiled", [{"values": 3, "records": [1]}, {"log": 5, "again": 7}])
    def test_a_record_spoiled_on_its_way_is_as_none(self, spoiled: dict[str, Any]) -> None:
        made = quiz(mode="exam")
        made.record = spoiled
        assert send(made, kind="finish")["finished"]
        assert made.score == 0


class Kept(KernelStore):
    """A store that tells what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[str] = []

    def save(self, item: Item, state: dict[str, Any]) -> None:
        super().save(item, state)
        self.saved.append(item.id)


class TestKeeping:
    def test_running_the_cell_again_brings_everything_back(self) -> None:
        store = KernelStore()
        quiz(mode="exam", store=store).record = {"values": {"sum-1": "right"}}
        again = quiz(mode="exam", store=store)
        assert again.record == {"values": {"sum-1": "right"}}
        send(again, kind="finish")
        assert quiz(mode="exam", store=store).content["items"][0]["answer"] == "right"

    def test_what_is_marked_is_kept_as_the_questions_own_answer_too(self) -> None:
        store = Kept()
        made = quiz(mode="exam", store=store)
        made.record = {"values": {"sum-1": "right"}}
        assert store.saved == ["sums"]
        send(made, kind="finish")
        assert store.saved == ["sums", "sum-1", "sums"]
        assert store.load("sum-1")["value"] == "right"  # type: ignore[index]


class TestOnPaper:
    def test_it_is_titled_and_says_how_it_was_drawn(self) -> None:
        form = example("quiz", "bn").print_form()
        assert form["title"] == "ওয়েট আর তার খরচ"
        assert form["note"] == "প্রশ্ন: ৩টি · পাসের জন্য দরকার: ৬০% · প্রশ্নের সিড: ৭"

    def test_confidence_is_asked_under_each_answer(self) -> None:
        sheets = [c["form"]["sheet"] for c in quiz(confidence=True).print_form()["children"]]
        assert all("How sure are you?" in sheet["parts"][-1]["md"] for sheet in sheets)

    def test_each_question_is_in_it_once_its_key_under_answers_alone(self) -> None:
        form = quiz(mode="exam").print_form()
        assert "items" not in form["state"]["content"]
        for child in form["children"]:
            assert child["form"]["answers"]["item"]["answer"] == "right"
            child["form"].pop("answers")
        assert "Too much." not in json.dumps(form)


class TestTheExitTicket:
    def test_nobody_marks_it(self) -> None:
        ticket = ExitTicket(lang="bn", store=KernelStore())
        assert ticket.content["graded"] == []
        ticket.record = {"values": {"exit-sure": "mostly"}}
        ticket.finish()
        assert (ticket.score, ticket.passed) == (None, None)
        assert ticket.record["records"]["exit-sure"]["result"]["correct"] is None

    def test_it_asks_in_both_languages(self) -> None:
        assert all(item.langs == ["en", "bn"] for item in ExitTicket().items)


def test_progress_is_what_it_is_told() -> None:
    bar = Progress()
    bar.count(done=3, asked=10)
    assert bar.record == {"done": 3, "asked": 10}


def test_a_question_asked_alone_and_in_a_quiz_is_one() -> None:
    store = KernelStore()
    made = Quiz("T", [make_item(SUMS[0])], store=store)
    made.record = {"values": {"sum-1": "right"}}
    made.finish()
    alone = Choice("1 + 1?", ["more", "right"], answer="right", id="sum-1", store=store)
    assert alone.value == "right"
