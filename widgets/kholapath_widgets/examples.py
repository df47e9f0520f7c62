"""Every question type's and every widget's own example, by its folder's name."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ._base import TeachingWidget
from ._errors import UnknownOption
from .question.loading import load_items
from .question.types import FOLDER as TYPES
from .question.types import item_types
from .question.widget import Question

_HERE = Path(__file__).parent
SEED = 7


def example_names() -> list[str]:
    """Return the names that `example` knows: the question types, then the other widgets."""
    return [*item_types(), *sorted(file.parent.name for file in _HERE.glob("*/example.py"))]


def example(name: str, lang: str = "en") -> TeachingWidget:
    """Return the example of a question type or of a widget.

    Parameters
    ----------
    name
        A folder's name, as ``choice`` or ``explorable``.
    lang
        The language shown first.

    Raises
    ------
    UnknownOption
        If there is none of that name; the near one is offered.

    Examples
    --------
    >>> example("numeric", lang="bn")
    """
    if name in item_types():
        item = next(iter(load_items(TYPES / name / "example.yaml").values()))
        return Question(item, lang=lang, seed=SEED)
    if name not in example_names():
        raise UnknownOption("example", name, example_names())
    made: TeachingWidget = import_module(f"{__package__}.{name}.example").example(lang)
    return made
