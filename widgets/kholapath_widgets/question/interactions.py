"""What a learning system can hold of a question, in one language: QTI's interactions.

A question type says which of these it is (`Item.exchange`); a format of exchange (Moodle XML,
GIFT, QTI …) says which of these it can write. Neither knows the other. Texts are sanitised HTML
on the way out, and Markdown on the way in (`Item.from_exchange`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kholapath_widgets._shared.locale import pick

_OPEN, _CLOSE = "\ue000", "\ue001"  # private use: no text means anything by them
MARK = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
"""Finds, in a text, the places of gaps and of words to mark; group 1 is the id."""


def mark(place: str) -> str:
    """Return what stands in a text where the gap, or the word to mark, of that id belongs."""
    return f"{_OPEN}{place}{_CLOSE}"


@dataclass(frozen=True, kw_only=True)
class Option:
    """One thing to choose, to match or to put in order.

    Attributes
    ----------
    fraction
        Of the item's points, −1 to 1, that choosing it earns.
    feedback, unchosen
        Said when it was chosen, and when it was not.
    pinned
        It stays last when the others are shuffled.
    """

    id: str
    text: str
    fraction: float = 0.0
    feedback: str = ""
    unchosen: str = ""
    misconception: str = ""
    pinned: bool = False


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """A text that may be typed (plain, not HTML), and the fraction of the points it earns."""

    words: str
    fraction: float = 1.0
    feedback: str = ""
    misconception: str = ""


@dataclass(frozen=True, kw_only=True)
class Slip:
    """A wrong number that has words of its own; `tolerance` is absolute."""

    value: float
    tolerance: float
    feedback: str = ""
    misconception: str = ""


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A gap in a text: typed (`accepted`), chosen from `options`, or filled by a `word` of the bank."""

    id: str
    accepted: tuple[Accepted, ...] = ()
    options: tuple[Option, ...] = ()
    word: str = ""


@dataclass(frozen=True, kw_only=True)
class Common:
    """What every interaction may carry.

    Attributes
    ----------
    note
        Said after an answer, before the item's explanation.
    left_out
        What of the question is in no interaction, each as the beginning of a sentence: ``its
        bars are``.
    """

    note: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChoiceInteraction(Common):
    """Choose one option, or `many`; with no positive fraction nothing is right or wrong."""

    kind: Literal["choice"] = "choice"
    options: tuple[Option, ...]
    many: bool = False
    shuffle: bool = True
    credit: Literal["net_correct", "all", "coverage", "each_answer"] = "net_correct"
    choose: int | None = None


@dataclass(frozen=True, kw_only=True)
class NumericEntry(Common):
    """Type a number; without a `value` nothing is right or wrong. `bounds`: lowest, highest, step."""

    kind: Literal["numeric"] = "numeric"
    value: float | None = None
    tolerance: float = 0.0
    unit: str = ""
    slips: tuple[Slip, ...] = ()
    bounds: tuple[float, float, float] | None = None


@dataclass(frozen=True, kw_only=True)
class TextEntry(Common):
    """Type a word or a few; with nothing `accepted` nothing is right or wrong."""

    kind: Literal["text"] = "text"
    accepted: tuple[Accepted, ...] = ()
    case: bool = False
    forgiving: bool = False


@dataclass(frozen=True, kw_only=True)
class MatchInteraction(Common):
    """Give each source its target, by id; targets may be more, and serve `once` or many times."""

    kind: Literal["match"] = "match"
    sources: tuple[Option, ...]
    targets: tuple[Option, ...]
    pairs: tuple[tuple[str, str], ...]
    once: bool = False
    shuffle: bool = True
    credit: Literal["each_answer", "all"] = "each_answer"


@dataclass(frozen=True, kw_only=True)
class OrderInteraction(Common):
    """Put the entries, given in the right order, in order; `lcs`: credit for the longest run kept."""

    kind: Literal["order"] = "order"
    entries: tuple[Option, ...]
    credit: Literal["exact", "lcs"] = "exact"


@dataclass(frozen=True, kw_only=True)
class GapInteraction(Common):
    """Fill the gaps, each at its `mark` in `text`; words of a `bank` serve once, or again (`reuse`)."""

    kind: Literal["gap"] = "gap"
    text: str
    gaps: tuple[Gap, ...]
    bank: tuple[Option, ...] = ()
    reuse: bool = False
    case: bool = False


@dataclass(frozen=True, kw_only=True)
class HottextInteraction(Common):
    """Mark words in `text`: each of `entries` stands at its `mark`."""

    kind: Literal["hottext"] = "hottext"
    text: str
    entries: tuple[Option, ...]


@dataclass(frozen=True, kw_only=True)
class ExtendedText(Common):
    """Write freely; `model` is an answer shown afterwards, `rubric` is for who marks it."""

    kind: Literal["essay"] = "essay"
    lines: int = 6
    model: str = ""
    rubric: str = ""


@dataclass(frozen=True, kw_only=True)
class Unsupported(Common):
    """No learning system holds the question; `reason` ends the sentence "left out: …"."""

    kind: Literal["unsupported"] = "unsupported"
    reason: str


Interaction = (
    ChoiceInteraction
    | NumericEntry
    | TextEntry
    | MatchInteraction
    | OrderInteraction
    | GapInteraction
    | HottextInteraction
    | ExtendedText
    | Unsupported
)


@dataclass(frozen=True)
class Taken:
    """An interaction as an item's own fields, and what of it they cannot hold (``its weights are``)."""

    fields: dict[str, Any]
    lost: tuple[str, ...] = ()


def html(texts: Mapping[str, str] | None, lang: str) -> str:
    """Return a text of an item as HTML in one language; nothing for no text."""
    from kholapath_widgets._shared.markdown import to_html

    return to_html(pick(texts, lang), inline=True) if texts else ""
