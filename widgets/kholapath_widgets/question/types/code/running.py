"""A learner's program, run apart from the kernel and for so long only."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_CHILD = Path(__file__).with_name("child.py")


@dataclass(frozen=True)
class Outcome:
    """What came of a program.

    Attributes
    ----------
    output
        What it printed.
    error
        ``{"kind", "line", "text"}`` if it stopped: an exception's name, or ``Timeout``,
        ``Output`` (too much), ``Digits`` (Bengali ones in the code), ``Crash``.
    checks
        ``{"correct", "message", "type"}`` for each, none if it stopped.
    """

    output: str
    error: dict[str, Any] | None
    checks: list[dict[str, Any]]


def run(setup: str, code: str, checks: list[str], seconds: float) -> Outcome:
    """Run `setup` and `code` in a fresh Python, then each check.

    Parameters
    ----------
    seconds
        The most it may take, Python's own start included.
    """
    job = json.dumps({"setup": setup, "code": code, "checks": checks})
    try:
        done = subprocess.run(  # noqa: S603 - the learner's own code, on the learner's own machine
            [sys.executable, "-c", _CHILD.read_text(encoding="utf-8")],
            input=job.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            env={**os.environ, "MPLBACKEND": "Agg"},
        )
        found = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return _stopped("Timeout")
    except (ValueError, OSError):
        return _stopped("Crash")
    return Outcome(found["output"], _named(found["error"], code), found["checks"])


def _stopped(kind: str) -> Outcome:
    return Outcome("", {"kind": kind, "line": None, "text": ""}, [])


def _named(error: dict[str, Any] | None, code: str) -> dict[str, Any] | None:
    """Name the problems that Python names badly for a beginner."""
    if error is None:
        return None
    lines = code.split("\n")
    line = lines[error["line"] - 1] if error["line"] and error["line"] <= len(lines) else ""
    if error["kind"] == "SyntaxError" and re.search("[০-৯]", line):
        return {**error, "kind": "Digits"}
    return {**error, "kind": "Output"} if error["kind"] == "TooMuchError" else error
