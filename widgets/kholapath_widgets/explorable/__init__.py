"""A figure to turn by hand: a Vega chart, its controls, and the sentence that says what it shows."""

from __future__ import annotations

from .controls import Choose, Control
from .widget import Explorable

__all__ = ["Choose", "Control", "Explorable"]
