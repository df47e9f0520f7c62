"""A figure to turn by hand: a Vega chart, its controls, and the sentence that says what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .controls import Choose, Control

if TYPE_CHECKING:
    from .widget import Explorable

__all__ = ["Choose", "Control", "Explorable"]


def __getattr__(name: str) -> Any:
    """Load the widget at first use: an edition reads a figure's specification without it."""
    if name != "Explorable":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .widget import Explorable

    return Explorable
