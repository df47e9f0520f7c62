"""The TypeScript twin, asked from Python: one node process answers a whole batch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def read(name: str) -> Any:
    """Return the vectors in a file of this folder."""
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


def ask(calls: list[list[Any]]) -> list[Any]:
    """Return what TypeScript answers to each ``[function, *arguments]``."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        ["node", str(HERE / "mark.ts")],
        input=json.dumps(calls),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PATH": path, "NODE_NO_WARNINGS": "1"},
    )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers
