"""A timeline: an ordered list first, with a line beside it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from kholapath_widgets._card import Card, Content
from kholapath_widgets._shared.locale import digits, pick
from kholapath_widgets._shared.strings import strings
from kholapath_widgets.question.item import FieldProblem, Part, Strict
from kholapath_widgets.question.texts import Plain, Rich

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_HERE = Path(__file__).parent


class Event(Strict):
    """One thing that happened."""

    date: str = Field(
        pattern=f"^{_DATE.pattern}$", description="ISO 8601: a year, a month or a day"
    )
    text: Rich = Field(description="what happened, in a sentence")
    more: Rich | None = Field(None, description="opened by who wants to know more")
    source: Plain | None = None


class Events(Content):
    """Events in the order of their dates."""

    events: Annotated[list[Event], Field(min_length=2, max_length=100)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        dates = [event.date for event in self.events]
        for i, (earlier, later) in enumerate(pairwise(dates), 1):
            if later[: len(earlier)] < earlier[: len(later)]:
                problem = (
                    f"{later} stands after {earlier}; put the events in the order of their dates"
                )
                raise FieldProblem(f"events.{i}.date", problem)
        return self

    def sheet(self, lang: str, say: dict[str, str]) -> list[Part]:
        """A table of dates and events."""
        rows = [[written(event.date, lang), pick(event.text, lang)] for event in self.events]
        return [{"part": "table", "header": [say["date"], say["event"]], "rows": rows}]


def written(date: str, lang: str) -> str:
    """Write an ISO date as people do: 27 January 2025, ২৭ জানুয়ারি ২০২৫."""
    found = _DATE.fullmatch(date)
    year, month, day = found.groups() if found else (date, None, None)
    name = strings(_HERE, lang)["months"].split()[int(month) - 1] if month else ""
    return digits(" ".join(filter(None, [day and str(int(day)), name, year])), lang)


class Timeline(Card):
    """Events in the order of their dates.

    Examples
    --------
    >>> Timeline(title="Two dates", events=[{"date": "2024-12", "text": "…"}, {"date": "2025", "text": "…"}])
    """

    folder: ClassVar[Path] = _HERE
    model = Events
