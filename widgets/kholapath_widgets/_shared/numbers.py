"""Read a number as people write one: ০-৯ or 0-9, grouped or not, with a point or a comma."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .graphemes import SPACE
from .locale import latin_digits

EMPTY = "@empty"
NOT_A_NUMBER = "@not_a_number"
AMBIGUOUS = "@ambiguous_number"

# [0-9], not \d: in Python that is every script's digits, in a browser ASCII's alone.
_NUMBER = re.compile(
    r"(?P<sign>[+-]?) ?[$৳€£₹]? ?(?P<body>[0-9][0-9.,' _]*|\.[0-9]+)"
    r"(?:[x×*·] ?10 ?(?:\^|\*\*) ?(?P<power>[+-]?[0-9]{1,3})|[eE](?P<exp>[+-]?[0-9]{1,3}))?"
    r"(?![0-9])(?P<rest>.*)",
    re.DOTALL,
)
_LARGEST = 1e300
_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,2}(,[0-9]{2})*,[0-9]{3}")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_FOLDED = str.maketrans({"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "’": "'", "⋅": "·"})


@dataclass(frozen=True)
class Reading:
    """What was understood: a value and what stood after it, or the problem (a feedback id)."""

    value: float | None
    rest: str = ""
    problem: str | None = None


def json_number(value: object) -> float | None:
    """Return a JSON number of an ordinary size; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < _LARGEST else None  # not so of NaN either


def read_number(text: str) -> Reading:
    """Read the number that `text` opens with.

    A single comma before exactly three Latin digits could group or could be a decimal comma: it
    is reported as ambiguous rather than guessed. Bengali never writes a decimal comma.
    """
    bengali = any("০" <= c <= "৯" for c in text)
    plain = _plain(text)
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return Reading(None, problem=NOT_A_NUMBER if plain else EMPTY)
    body = _decimal(match["body"].strip(" _'"), bengali=bengali)
    if body in (NOT_A_NUMBER, AMBIGUOUS):
        return Reading(None, problem=body)
    exponent = match["power"] or match["exp"]
    value = float(match["sign"] + body + (f"e{exponent}" if exponent else ""))
    return Reading(value, rest=match["rest"].strip(" $৳€£₹"))


def _plain(text: str) -> str:
    """Fold digits, spaces, minus signs and raised powers to ASCII; a final full stop goes."""
    raised = re.sub("[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda m: "^" + m[0].translate(_RAISED), text)
    folded = unicodedata.normalize("NFKC", latin_digits(raised).translate(_FOLDED))
    spaced = re.sub(f"{SPACE}+", " ", folded).strip(" ").rstrip(" .,;!?।")
    return re.sub(r"^([+-]? ?)(?=10 ?(?:\^|\*\*))", r"\g<1>1×", spaced)  # 10^25 is 1 × 10^25


def _decimal(body: str, *, bengali: bool) -> str:
    """Return the digits of `body` with a point alone, or the problem."""
    spaces = re.search(r"[ _']", body)
    signs = re.findall("[.,]", body)
    if spaces:
        return _spaced(body)
    if len(set(signs)) > 1:
        return _grouped(*_cut(body, max(".,", key=body.rfind)))
    if signs.count(".") == 1 or not signs:
        return body
    if signs[0] == "." or bengali or len(signs) > 1:
        return _grouped(body, "")
    whole, fraction = body.split(",")
    if len(fraction) == 3 and whole.strip("0") and len(whole) <= 3:  # noqa: PLR2004 - thousands
        return AMBIGUOUS
    return f"{whole}.{fraction}"


def _spaced(body: str) -> str:
    """Spaces group the whole part, so that what follows a sign is the fraction."""
    whole, fraction = _cut(body, "," if "," in body else ".")
    return _grouped(re.sub("[ _']", ",", whole), fraction)


def _cut(body: str, sign: str) -> tuple[str, str]:
    """Split at the last `sign`, the decimal one."""
    whole, found, fraction = body.rpartition(sign)
    return (whole, fraction) if found else (body, "")


def _grouped(whole: str, fraction: str) -> str:
    """Join a grouped whole part and a fraction, if the groups are groups and of one kind."""
    if "." in whole and "," in whole:
        return NOT_A_NUMBER
    whole = whole.replace(".", ",")
    if not _GROUPED.fullmatch(whole) or not re.fullmatch("[0-9]*", fraction):
        return NOT_A_NUMBER
    return whole.replace(",", "") + (f".{fraction}" if fraction else "")
