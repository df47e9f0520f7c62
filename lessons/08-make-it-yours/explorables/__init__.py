"""The figure of lesson 8. Every number in it comes from a table; the words are here."""

from __future__ import annotations

from .tuning import what_tuning_needs

__all__ = ["what_tuning_needs"]
