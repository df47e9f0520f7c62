"""Open lessons for open AI: lessons, their editions, and a learner's progress."""

from __future__ import annotations

from typing import Any

# Where each name lives; loaded at first use, so that importing the package stays light.
_HOME = {
    "KholapathError": "errors",
    "Lesson": "lesson.api",
    "open_lesson": "lesson.api",
}

__all__ = ["KholapathError", "Lesson", "open_lesson"]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
