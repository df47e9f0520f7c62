"""A quiz of three questions out of four."""

from __future__ import annotations

from pathlib import Path

from kholapath_widgets.question.loading import load_items

from . import Quiz

SEED = 7


def example(lang: str = "en") -> Quiz:
    """Return the quiz."""
    return Quiz(
        id="what-open-gives",
        title={"en": "Weights and what they cost", "bn": "ওয়েট আর তার খরচ"},
        items=load_items(Path(__file__).parent / "example.yaml"),
        draw=3,
        pass_mark=0.6,
        confidence=True,
        seed=SEED,
        lang=lang,
    )
