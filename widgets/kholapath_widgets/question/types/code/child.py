"""Runs a learner's program and the checks on it, in a Python of its own.

A script for ``python -c``: it takes a job as JSON on stdin (``setup``, ``code``, ``checks``) and
writes what came of it as JSON to stdout, whatever the program itself prints, reads or breaks.
"""

from __future__ import annotations

import ast
import io
import json
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

ROOM = 20_000  # characters that a program may print
NAME = "<answer>"


class TooMuchError(Exception):
    """The program prints without an end."""


class Paper(io.StringIO):
    """Takes what is printed, up to a point."""

    def write(self, text: str) -> int:
        """Keep `text`, or stop the program."""
        if self.tell() + len(text) > ROOM:
            super().write(text[: ROOM - self.tell()])
            raise TooMuchError
        return super().write(text)


def run(code: str, space: dict[str, Any]) -> None:
    """Run a program; the value of an expression in its last line is shown, as a notebook does."""
    tree = ast.parse(code, NAME)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, NAME, "exec"), space)  # noqa: S102 - what this is for
    if isinstance(last, ast.Expr):
        value = eval(compile(ast.Expression(last.value), NAME, "eval"), space)  # noqa: S307
        if value is not None:
            print(repr(value))  # noqa: T201 - into the paper


def problem(error: BaseException) -> dict[str, Any]:
    """Return what went wrong: the kind, the learner's line if it is known, and Python's words."""
    line = error.lineno if isinstance(error, SyntaxError) else None
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == NAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    return {"kind": type(error).__name__, "line": line, "text": str(text)[:500]}


def checked(test: str, space: dict[str, Any]) -> dict[str, Any]:
    """Return ``{correct, message, type}`` of one check; one that raises has not been passed."""
    try:
        found = eval(test, space)  # noqa: S307 - the author's expression
        said = found if isinstance(found, dict) else {"correct": found}
        correct = bool(said["correct"])
        message, tone = said.get("message"), said.get("type")
        known = isinstance(message, str | dict)
        return {"correct": correct, "message": message if known else None, "type": str(tone or "")}
    except BaseException:  # noqa: BLE001 - whatever the learner's objects do when they are asked
        return {"correct": False, "message": None, "type": ""}


def main(job: dict[str, Any]) -> dict[str, Any]:
    """Do the job: `setup`, then the program, then each check in a copy of what it left."""
    space: dict[str, Any] = {"__name__": "__main__"}
    paper, error = Paper(), None
    with redirect_stdout(paper), redirect_stderr(paper):
        try:
            exec(compile(job["setup"], "<setup>", "exec"), space)  # noqa: S102
            paper.seek(0)
            paper.truncate()
            run(job["code"], space)
        except BaseException as raised:  # noqa: BLE001 - sys.exit() too must not end the checks
            error = problem(raised)
    output = paper.getvalue()
    checks = [] if error else job["checks"]
    seen = {"output": output, "code": job["code"]}
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        found = [checked(test, {**space, **seen}) for test in checks]
    return {"output": output, "error": error, "checks": found}


def _private_stdout() -> Any:
    """Return the way back to the kernel; the program itself gets none, nor anything to read."""
    back = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    sys.stdin = io.StringIO()
    return back


if __name__ == "__main__":
    job = json.loads(sys.stdin.buffer.read())
    with _private_stdout() as back:
        back.write(json.dumps(main(job)))
    os._exit(0)  # whatever threads the program started
