"""Teaching widgets for any notebook: questions and explorables, live and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

# Where each name lives; loaded at first use, so that importing the package stays light.
_HOME = {
    "ChartError": "_errors",
    "Choose": "explorable",
    "Control": "explorable",
    "ExitTicket": "quiz.exit_ticket",
    "ItemError": "_errors",
    "Question": "question.widget",
    "WidgetError": "_errors",
    "json_schema": "question.schema",
    "load_items": "question.loading",
}

# A widget's public name is its folder's: flashcards is Flashcards.
_HOME |= {
    file.parent.name.title(): file.parent.name
    for file in Path(__file__).parent.glob("*/example.py")
}

# A question type's public name is its folder's: types/choice is Choice, types/true_false TrueFalse.
_TYPES = {
    folder.name.title().replace("_", ""): folder.name
    for folder in (Path(__file__).parent / "question" / "types").iterdir()
    if (folder / "__init__.py").exists()
}

__all__ = sorted([*_HOME, *_TYPES])  # noqa: PLE0605 - it grows with the folders


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _TYPES:
        value = import_module(f"{__name__}.question.widget").short_form(_TYPES[name])
    elif name in _HOME:
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
