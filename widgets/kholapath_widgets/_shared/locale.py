"""Digits, numbers and texts in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import TypeVar

T = TypeVar("T")

_BENGALI = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
_LATIN = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")

# The name a language gives itself, for a switch between languages.
ENDONYMS = {"en": "English", "bn": "বাংলা"}


def base(tag: str) -> str:
    """Return the language part of a BCP 47 tag: ``bn-BD`` → ``bn``."""
    return tag.split("-", 1)[0].lower()


def digits(text: str, lang: str) -> str:
    """Write the digits 0-9 in `text` as `lang` writes them."""
    return text.translate(_BENGALI) if base(lang) == "bn" else text


def latin_digits(text: str) -> str:
    """Write Bengali digits as 0-9."""
    return text.translate(_LATIN)


def format_number(x: float, lang: str, decimals: int | None = None) -> str:
    """Write `x` grouped as `lang` does: 1,234,567.5 or ১২,৩৪,৫৬৭.৫.

    Parameters
    ----------
    decimals
        Digits after the point; None writes as many as are needed, ten at the most.
    """
    # from the shortest digits of the double, rounded half up, as a browser's Intl does
    with localcontext(prec=400):
        places = Decimal(1).scaleb(-(10 if decimals is None else decimals))
        plain = f"{Decimal(repr(float(x))).quantize(places, ROUND_HALF_UP):f}"
    if decimals is None:
        plain = plain.rstrip("0").rstrip(".")
    whole, _, fraction = plain.lstrip("-").partition(".")
    grouped = _group(whole, 2 if base(lang) == "bn" else 3)
    sign = "−" if plain.startswith("-") and plain.strip("-0.") else ""
    return sign + digits(grouped + ("." + fraction if fraction else ""), lang)


def _group(whole: str, size: int) -> str:
    """Group digits: the last three together, then by `size` (2 for lakh and crore)."""
    head, tail = whole[:-3], whole[-3:]
    parts = [tail]
    while head:
        parts.insert(0, head[-size:])
        head = head[:-size]
    return ",".join(parts)


def pick(texts: Mapping[str, T], lang: str) -> T:
    """Return the entry for `lang`, else for its language part, else English, else the first."""
    for tag in (lang, base(lang), "en"):
        if tag in texts:
            return texts[tag]
    return next(iter(texts.values()))


def pick_lang(texts: Mapping[str, T], lang: str) -> str:
    """Return the tag that `pick` would answer with, so that the text can carry it."""
    return next((tag for tag in (lang, base(lang), "en") if tag in texts), next(iter(texts)))
