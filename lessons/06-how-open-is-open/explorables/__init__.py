"""The two figures of lesson 6. Every number in them comes from a table; the words are here."""

from __future__ import annotations

from .compare import two_models_compared
from .sieve import what_is_left

__all__ = ["two_models_compared", "what_is_left"]
