"""What the types with a chart of their own share: its marks, and numbers with their unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from kholapath_widgets._shared.locale import format_number, pick
from kholapath_widgets.question.item import FieldProblem, ItemId, Part, Strict
from kholapath_widgets.question.texts import Number, Plain

_ROOM = {"bars": 8, "line": 12}  # marks that stand on one sheet beside other questions


class Mark(Strict):
    """A bar, or a point of a line; without a value it is still to be found."""

    id: ItemId
    label: Plain
    value: Number | None = Field(None, description="left out where it is to be found")


def check_marks(field: str, marks: Sequence[Mark]) -> None:
    """Check that every mark has an id of its own."""
    ids = [m.id for m in marks]
    twice = next((i for i in ids if ids.count(i) > 1), None)
    if twice:
        raise FieldProblem(
            f"{field}.{twice}", f"two marks have the id {twice!r}; give each its own"
        )


def with_unit(value: float, unit: dict[str, str] | None, lang: str) -> str:
    """Write a number as the language does, with its unit: 5.6 million USD, 40%."""
    number = format_number(value, lang)
    words = pick(unit, lang) if unit else ""
    return f"{number} {words}" if len(words) > 1 else f"{number}{words}"


def marks_part(
    chart: Literal["bars", "line"],
    marks: Sequence[Mark],
    axis: tuple[float, float],
    unit: dict[str, str] | None,
    lang: str,
) -> Part:
    """Return the marks' print part: bars or a line, and a table where they are too many for that.

    `axis` is the least and the most that the chart has room for. Bars begin at zero on paper:
    where the axis goes below, there is a table too.
    """
    words = pick(unit, lang) if unit else ""
    if len(marks) <= _ROOM[chart] and (chart == "line" or axis[0] >= 0):
        rows = [{"label": pick(m.label, lang), "value": m.value, "note": ""} for m in marks]
        least = {"min": axis[0]} if chart == "line" else {}
        return {"part": chart, **least, "max": axis[1], "unit": words, "rows": rows}
    cells = [
        [pick(m.label, lang), "" if m.value is None else format_number(m.value, lang)]
        for m in marks
    ]
    return {"part": "table", "header": ["", words], "rows": cells}


def marks_from(marks: Any) -> Any:
    """Read the short form of Python: a map from label to value (None where it is to be found)."""
    if not isinstance(marks, dict):
        return marks
    return [
        {"id": f"m{i}", "label": label, **({} if value is None else {"value": value})}
        for i, (label, value) in enumerate(marks.items(), 1)
    ]
