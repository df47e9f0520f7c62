"""What the command line says beside its answer: each warning once, on a line of its own."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click


class _Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.addFilter(logging.Filter("kholapath"))
        self._said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        if line not in self._said:  # two languages and three formats lack the same thing
            self._said.add(line)
            bar = "\r\x1b[2K" if sys.stderr.isatty() else ""
            click.echo(f"{bar}{line}", err=True)


@contextmanager
def warnings_as_lines() -> Iterator[None]:
    """Print what is logged for the reader while the command runs, over a progress bar if one stands."""
    lines, root = _Lines(), logging.getLogger()
    root.addHandler(lines)
    try:
        yield
    finally:
        root.removeHandler(lines)
