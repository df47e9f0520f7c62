"""What marking says of a response."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

EMPTY = "@empty"


@dataclass(frozen=True)
class Result:
    """The outcome of marking one response.

    Attributes
    ----------
    score
        0 to 1.
    correct
        None where nothing is right or wrong (a survey, a prediction).
    feedback
        Where the words are: paths into the item by id (``options.b.feedback``), or ``@key`` for a
        sentence of the interface.
    read
        The number that was read, as plain digits, so that it can be echoed.
    refused
        The response could not be read; it does not count as a try.
    """

    score: float = 0.0
    correct: bool | None = None
    feedback: tuple[str, ...] = ()
    read: str | None = None
    refused: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return the result as JSON, the shape TypeScript's marking returns too."""
        return {**asdict(self), "feedback": list(self.feedback)}

    @classmethod
    def from_json(cls, form: dict[str, Any]) -> Result:
        """Return the result that `to_json` wrote."""
        return cls(**{**form, "feedback": tuple(form["feedback"])})


@dataclass(frozen=True)
class Judged:
    """A result, with what only a kernel can add to it.

    Attributes
    ----------
    messages
        Words of its own for this response: sanitised HTML by language.
    extra
        JSON for the type's body to show, as what a program printed.
    """

    result: Result
    messages: tuple[dict[str, str], ...] = ()
    extra: Any = None


def refuse(reason: str = EMPTY, read: str | None = None) -> Result:
    """Return the result for a response that cannot be read."""
    return Result(feedback=(reason,), read=read, refused=True)


def verdict(
    mode: str, *, score: float, feedback: tuple[str, ...], read: str | None = None
) -> Result:
    """Return the result for a readable response; a survey has no right answer."""
    if mode == "survey":
        return Result(feedback=feedback, read=read)
    return Result(score, score == 1, feedback, read)
