"""What is told to the reader of the log, collected instead of printed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


@contextmanager
def reported() -> Iterator[list[str]]:
    """Give the list that the warnings of this package go into while the block runs."""
    collector, log = _Collector(), logging.getLogger("kholapath")
    log.addHandler(collector)
    was, log.propagate = log.propagate, False
    try:
        yield collector.told
    finally:
        log.removeHandler(collector)
        log.propagate = was
