"""A program to write: run apart, checked in the kernel, its key kept there."""

from __future__ import annotations

from typing import Any

import pytest

from kholapath_widgets import Code, ItemError
from kholapath_widgets.question.loading import load_items, make_item
from kholapath_widgets.question.result import Result
from kholapath_widgets.question.types import FOLDER
from kholapath_widgets.question.types.code import CodeItem
from kholapath_widgets.question.widget import KernelStore, Question
from kholapath_widgets.question.xapi import answered

RIGHT = {"id": "right", "text": "`x` is 6", "test": "x == 6", "feedback": "Twice three."}


def item(*checks: dict[str, Any], **fields: Any) -> CodeItem:
    answer = {"solution": "x = h * 2", "checks": list(checks) or [RIGHT]}
    entry = {"id": "q", "type": "code", "prompt": "?", "setup": "h = 3", "answer": answer}
    made = make_item({**entry, **fields})
    assert isinstance(made, CodeItem)
    return made


def error_of(code: str, **fields: Any) -> Any:
    judged = item(**fields).judge(code)
    assert judged.result.feedback == ("@stopped",)
    assert judged.result.refused
    return judged.extra["error"]


def test_the_examples_solution_passes_its_checks() -> None:
    example = next(iter(load_items(FOLDER / "code" / "example.yaml").values()))
    assert isinstance(example, CodeItem)
    assert example.answer is not None
    judged = example.judge(example.answer.solution)
    assert judged.result.correct is True
    assert judged.extra["output"] == "{'DeepSeek-V3': 5.576, 'Llama 3.1 405B': 61.68}\n"


def test_a_foreseen_slip_gets_its_own_words() -> None:
    example = next(iter(load_items(FOLDER / "code" / "example.yaml").values()))
    judged = example.judge("cost = {m: h * 2 for m, h in hours.items()}")
    assert judged.result.score == pytest.approx(1 / 3)
    assert judged.result.feedback == ("answer.checks.millions.feedback",)
    assert [check["correct"] for check in judged.extra["checks"]] == [True, False, False]


def test_what_is_printed_is_kept_and_a_last_expression_shown() -> None:
    assert item().judge("x = 6\nprint('ক', x)\nx + 1").extra["output"] == "ক 6\n7\n"


def test_a_check_sees_what_was_printed_and_the_code_itself() -> None:
    seen = {"id": "seen", "text": "?", "test": "'6' in output and 'for' not in code"}
    assert item(seen).judge("print(h * 2)").result.correct is True


def test_a_check_can_bring_its_own_words() -> None:
    own = {"id": "own", "text": "?", "test": "{'correct': x > 5, 'message': f'You got **{x}**.'}"}
    judged = item(own).judge("x = 4")
    assert judged.messages == ({"en": "You got <strong>4</strong>."},)
    remark = {
        "id": "own",
        "text": "?",
        "test": "{'correct': True, 'message': '<img src=x onerror=alert(1)>', 'type': 'warning'}",
    }
    judged = item(remark).judge("x = 4")
    assert judged.result.correct is True
    assert judged.extra["checks"][0]["type"] == "warning"
    assert "<img" not in str(judged.messages)


def test_a_check_that_raises_is_not_passed() -> None:
    judged = item({"id": "far", "text": "?", "test": "y.z[0] == 1"}).judge("x = 6")
    assert judged.result.correct is False


@pytest.mark.parametrize(
    ("code", "kind", "line"),
    [
        ("x = (", "SyntaxError", 1),
        ("x = 1\n  y = 2", "IndentationError", 2),
        ("x = 1\nx = hour", "NameError", 2),
        ("x = '3' + 3", "TypeError", 1),
        ("def f():\n    return 1 / 0\n\nf()", "ZeroDivisionError", 2),
        ("input('?')", "EOFError", 1),
        ("import sys\nsys.exit()", "SystemExit", 2),
        ("x = ১২", "Digits", 1),
        ("while True:\n    print('x' * 1000)", "Output", 2),
        ("import os\nos._exit(3)", "Crash", None),
        ("\ud800", "UnicodeEncodeError", None),
    ],
)
def test_a_program_that_stops_is_told_where_and_why_and_costs_no_try(
    code: str, kind: str, line: int | None
) -> None:
    error = error_of(code)
    assert (error["kind"], error["line"]) == (kind, line)


def test_a_program_that_never_ends_is_stopped() -> None:
    assert error_of("while True: pass", seconds=0.5)["kind"] == "Timeout"


def test_every_run_starts_clean_and_leaves_the_kernel_alone() -> None:
    question = item({"id": "new", "text": "?", "test": "'left' not in dir()"})
    assert question.judge("import json\njson.dumps = None\nleft = 1").result.correct is False
    assert question.judge("right = 2").result.correct is True
    assert callable(__import__("json").dumps)


def test_what_the_system_itself_prints_disturbs_nothing() -> None:
    assert item().judge("import os\nos.system('echo 1')\nx = 6").result.correct is True


def test_the_key_stays_in_the_kernel_until_it_is_shown() -> None:
    question = Question(item(), store=KernelStore())
    assert "h * 2" not in str(question.get_state())
    question.submit("x = 5")
    assert question.record["attempts"] == 1
    assert question.record["messages"] == [{"en": "Twice three."}]
    assert "h * 2" not in str(question.get_state())
    question.reveal()
    assert question.item["answer"]["solution"] == "x = h * 2"


def test_a_program_that_stops_leaves_the_tries_as_they_were() -> None:
    question = Question(item(), store=KernelStore())
    question.submit("x = (")
    assert question.record["attempts"] == 0
    assert question.record["extra"]["error"]["kind"] == "SyntaxError"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"answer": None}, "answer"),
        ({"mode": "practice"}, "mode"),
        ({"setup": "h = ("}, "setup"),
        ({"answer": {"solution": "x =", "checks": [RIGHT]}}, "answer.solution"),
        ({"answer": {"solution": "x = 6", "checks": []}}, "answer.checks"),
        ({"answer": {"solution": "x = 6", "checks": [RIGHT, RIGHT]}}, "answer.checks.right"),
        (
            {"answer": {"solution": "x = 6", "checks": [{**RIGHT, "test": "x = 6"}]}},
            "answer.checks.right.test",
        ),
    ],
)
def test_what_cannot_run_is_said_by_field(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(ItemError) as error:
        item(**fields)
    assert error.value.field == field


def test_a_statement_says_what_the_kernel_found() -> None:
    judged = item().judge("x = 6")
    found = answered(
        item(),
        "x = 6",
        account={"homePage": "https://example.org", "name": "7f3a"},
        lesson="https://example.org/03",
        timestamp="2026-11-24T15:00:00Z",
        result=Result.from_json(judged.result.to_json()),
    )
    assert found["result"]["response"] == "x = 6"
    assert found["result"]["success"] is True


def test_the_short_form_takes_checks_as_a_map() -> None:
    question = Code("?", "total = 55", {"`total` is right": "total == 55"}, starter="total = ____")
    question.submit("total = sum(range(11))")
    assert question.record["result"]["correct"] is True
