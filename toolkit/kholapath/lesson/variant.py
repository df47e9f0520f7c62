"""Variants of a lesson on paper: A, B, C … shift the seed of its questions, and so their order."""

from __future__ import annotations

import os
import re

from kholapath.errors import ExportError

VARIABLE = "KHOLAPATH_VARIANT"
"""In a kernel's environment: the letter of the variant that its notebook is run for."""

_LETTER = re.compile("[A-Z]")


def checked(letter: str) -> str:
    """Return the letter, or raise.

    Raises
    ------
    ExportError
        If it is not one of A to Z.
    """
    if not _LETTER.fullmatch(letter):
        raise ExportError(f"{letter!r} is no variant; a variant is a letter from A to Z.")
    return letter


def shift(letter: str | None = None) -> int:
    """Return what a variant adds to the seed: A nothing, B one; by default, that of this kernel."""
    given = os.environ.get(VARIABLE, "") if letter is None else letter
    return ord(given) - ord("A") if _LETTER.fullmatch(given) else 0
