"""A bar of a lesson in which two of five questions are answered."""

from __future__ import annotations

from . import Progress


def example(lang: str = "en") -> Progress:
    """Return the bar."""
    bar = Progress(lang=lang)
    bar.count(done=2, asked=5)
    return bar
