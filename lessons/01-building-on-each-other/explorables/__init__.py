"""The two figures of lesson 1. Every number in them comes from a table; the words are here."""

from __future__ import annotations

from .network import who_builds_on_whom
from .records import one_task_many_hands

__all__ = ["one_task_many_hands", "who_builds_on_whom"]
