"""Time and peak memory of whole processes, two commands in turns."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field

# ru_maxrss counts KiB on Linux and bytes on macOS
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass
class Run:
    """What one command took, run after run: wall-clock seconds, peak memory in bytes."""

    seconds: list[float] = field(default_factory=list)
    peak: int = 0

    def __str__(self) -> str:
        return f"{statistics.median(self.seconds):.2f} s {self.peak / 2**20:.0f} MB"


def once(command: list[str], run: Run) -> None:
    """Run `command` and add what it took to `run`; its failure stops the benchmark."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    run.seconds.append(time.perf_counter() - start)
    run.peak = max(run.peak, usage.ru_maxrss * _RSS_UNIT)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{errors.decode()}")


def compare(ours: list[str], theirs: list[str], times: int = 5) -> tuple[Run, Run]:
    """Run both commands `times` times in turns, after one warm-up of each."""
    once(ours, Run())
    once(theirs, Run())
    a, b = Run(), Run()
    for _ in range(times):
        once(ours, a)
        once(theirs, b)
    return a, b
