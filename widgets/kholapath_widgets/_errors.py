"""What can go wrong with a widget, as one small catalogue.

WidgetError
├── UnknownOption      a keyword that the widget does not have
├── ItemError          a question that cannot be read: file, item, field, the way out
└── ChartError         a chart that cannot be shown to everyone, or not at all
    ├── NoDescription  it has no words for a reader who cannot see it
    └── UnknownParam   a control or a value names a parameter that the chart does not have
"""

from __future__ import annotations


class WidgetError(Exception):
    """The base of every error this package raises on purpose; its text is for people."""


class UnknownOption(WidgetError, TypeError):  # noqa: N818 - reads as the sentence it prints
    """A keyword argument that the widget does not have."""

    def __init__(self, widget: str, given: str, allowed: list[str]) -> None:
        from difflib import get_close_matches

        close = get_close_matches(given, allowed, n=1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        super().__init__(
            f"{widget} has no option {given!r}.{hint} It has: {', '.join(sorted(allowed))}."
        )


class ItemError(WidgetError, ValueError):
    """A question that cannot be read.

    Parameters
    ----------
    problem
        One sentence: what is wrong and what would be right.
    file, item, field
        Where: the file's path, the item's id, the field as ``options.b.feedback``.
    """

    def __init__(
        self,
        problem: str,
        *,
        file: str | None = None,
        item: str | None = None,
        field: str | None = None,
    ) -> None:
        self.problem, self.file, self.item, self.field = problem, file, item, field
        place = [
            file,
            f"item {_short(item)!r}" if item else None,
            f"field {_short(field)}" if field else None,
        ]
        problem = " ".join(_short(word) for word in problem.split(" "))
        where = ", ".join(part for part in place if part)
        super().__init__(f"{where}: {problem}" if where else problem)


def _short(name: str) -> str:
    """A name as an error quotes it: one that is no name at all may be as long as a book."""
    longest = 80
    return name if len(name) <= longest else f"{name[:longest]}…"


class ChartError(WidgetError, ValueError):
    """A chart that cannot be shown to everyone, or not at all."""


class NoDescription(ChartError):  # noqa: N818 - reads as the sentence it prints
    """A chart without words for a reader who cannot see it."""

    def __init__(self, title: str) -> None:
        of = f" {title!r}" if title else ""
        super().__init__(
            f"The chart{of} has no description. Say in a sentence or two what it shows, as "
            'description="Bars of ...": it is read aloud, and printed where the chart cannot be.'
        )


class UnknownParam(ChartError):  # noqa: N818 - reads as the sentence it prints
    """A control or a value that names a parameter the chart does not have."""

    def __init__(self, given: str, known: list[str]) -> None:
        has = f"It has: {', '.join(sorted(known))}." if known else "It has none."
        super().__init__(f"The chart has no parameter {given!r}. {has}")
