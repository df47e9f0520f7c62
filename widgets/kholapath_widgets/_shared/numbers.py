"""Read a number as people write one: ০-৯ or 0-9, grouped or not, with a point or a comma."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .locale import latin_digits

NOT_A_NUMBER = "@not_a_number"
AMBIGUOUS = "@ambiguous_number"

_NUMBER = re.compile(
    r"(?P<sign>[+-]?)\s*[$৳€£]?\s*(?P<body>\d[\d.,' _]*|\.\d+)"
    r"(?:\s*[x×*]\s*10\s*\^\s*(?P<power>[+-]?\d{1,3})|[eE](?P<exp>[+-]?\d{1,3}))?\s*(?P<rest>.*)",
    re.DOTALL,
)
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+|\d{1,2}(,\d{2})*,\d{3}")
_POINT_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")


@dataclass(frozen=True)
class Reading:
    """What was understood: a value and what stood after it, or the problem (a feedback id)."""

    value: float | None
    rest: str = ""
    problem: str | None = None


def read_number(text: str) -> Reading:
    """Read the number that `text` opens with.

    A single comma before exactly three Latin digits could group or could be a decimal comma: it
    is reported as ambiguous rather than guessed. Bengali never writes a decimal comma.
    """
    bengali = any("০" <= c <= "৯" for c in text)
    match = _NUMBER.fullmatch(_plain(text))
    if match is None:
        return Reading(None, problem=NOT_A_NUMBER)
    body = _decimal(match["body"].strip(" _'"), bengali=bengali)
    if body in (NOT_A_NUMBER, AMBIGUOUS):
        return Reading(None, problem=body)
    exponent = match["power"] or match["exp"]
    value = float(match["sign"] + body + (f"e{exponent}" if exponent else ""))
    return Reading(value, rest=match["rest"].strip())


def _plain(text: str) -> str:
    """Fold digits, spaces and minus signs to their ASCII forms."""
    folded = unicodedata.normalize("NFKC", latin_digits(text))
    folded = folded.replace("−", "-").replace("–", "-").replace("’", "'")  # noqa: RUF001
    return re.sub(r"\s+", " ", folded).strip()


def _decimal(body: str, *, bengali: bool) -> str:
    """Return the digits of `body` with a point alone, or the problem."""
    body = re.sub(r"(?<=\d)[ _'](?=\d)", "", body)
    commas, points = body.count(","), body.count(".")
    if commas and points:
        return _mixed(body)
    if points > 1:
        return body.replace(".", "") if _POINT_GROUPED.fullmatch(body) else NOT_A_NUMBER
    if not commas:
        return body.rstrip(".")
    if bengali or commas > 1:
        return body.replace(",", "") if _GROUPED.fullmatch(body) else NOT_A_NUMBER
    whole, fraction = body.split(",")
    if len(fraction) == 3 and whole.strip("0") and len(whole) <= 3:  # noqa: PLR2004 - thousands
        return AMBIGUOUS
    return f"{whole}.{fraction}" if fraction else NOT_A_NUMBER


def _mixed(body: str) -> str:
    """Both signs occur: the last one is the decimal sign, the other groups."""
    decimal = max(",.", key=body.rfind)
    whole, fraction = body.rsplit(decimal, 1)
    grouped = whole.replace(".", ",")
    if decimal in whole or not _GROUPED.fullmatch(grouped) or not fraction.isdigit():
        return NOT_A_NUMBER
    return grouped.replace(",", "") + "." + fraction
