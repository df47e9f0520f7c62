"""The figure of lesson 5. Every number in it comes from a table; the words are here."""

from __future__ import annotations

from .race import frontier_race

__all__ = ["frontier_race"]
