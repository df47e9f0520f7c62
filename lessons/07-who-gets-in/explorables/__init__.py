"""The three figures of lesson 7. Every number in them comes from a table; the words are here."""

from __future__ import annotations

from .bill import same_sentence
from .fit import does_it_fit
from .voices import recorded_and_checked

__all__ = ["does_it_fit", "recorded_and_checked", "same_sentence"]
