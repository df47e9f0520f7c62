"""What a reader can turn: each control is one parameter of the chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kholapath_widgets._errors import ChartError

from .texts import Text, as_map


@dataclass(frozen=True)
class Control:
    """A number to turn: a slider (or a number field), with presets.

    Parameters
    ----------
    param
        The Vega parameter it sets.
    label
        What is turned, as "One GPU hour costs".
    min, max, step
        Its range. A preset may lie between steps.
    value
        Where it starts; by default where the chart's parameter starts.
    format
        A d3 number format for the value shown, as ``"$,.2f"``.
    prefix, suffix
        The unit, before or after the value.
    presets
        Values with a name: ``[{"label": ..., "value": ...}]``, shown as buttons.
    """

    param: str
    label: Text
    min: float
    max: float
    step: float
    value: float | None = None
    format: str = ""
    prefix: Text = ""
    suffix: Text = ""
    presets: Sequence[Mapping[str, Any]] = ()
    kind: Literal["range", "number"] = "range"

    def __post_init__(self) -> None:
        if not (self.min < self.max and self.step > 0):
            raise ChartError(f"The control {self.param!r} needs min < max and a step above 0.")
        for preset in self.presets:
            self.check(preset["value"])

    def check(self, value: Any) -> float:
        """Return `value` if the control can take it."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ChartError(f"{self.param} is a number, not {value!r}.")
        if not self.min <= value <= self.max:
            raise ChartError(f"{self.param} goes from {self.min} to {self.max}, not to {value}.")
        return value

    def to_json(self, lang: str, value: Any) -> dict[str, Any]:
        """Return the control as its view reads it; `value` is where it starts."""
        return {
            "kind": self.kind,
            "param": self.param,
            "label": as_map(self.label, lang),
            "min": self.min,
            "max": self.max,
            "step": self.step,
            "value": value,
            "format": self.format,
            "prefix": as_map(self.prefix, lang),
            "suffix": as_map(self.suffix, lang),
            "presets": [
                {"label": as_map(p["label"], lang), "value": p["value"]} for p in self.presets
            ],
        }


@dataclass(frozen=True)
class Choose:
    """One of several: a row of buttons, or a list to pull down if there are more than four.

    Parameters
    ----------
    param
        The Vega parameter it sets.
    label
        What is chosen.
    options
        ``[{"value": ..., "label": ...}]``.
    value
        The one chosen at first; by default the chart's own, else the first.
    """

    param: str
    label: Text
    options: Sequence[Mapping[str, Any]]
    value: str | float | None = None

    def __post_init__(self) -> None:
        if len(self.options) < 2:  # noqa: PLR2004 - one is no choice
            raise ChartError(f"The choice {self.param!r} needs two options or more.")

    def check(self, value: Any) -> Any:
        """Return `value` if it is one of the options."""
        known = [option["value"] for option in self.options]
        if value not in known:
            raise ChartError(
                f"{self.param} is one of {', '.join(map(repr, known))}, not {value!r}."
            )
        return value

    def to_json(self, lang: str, value: Any) -> dict[str, Any]:
        """Return the control as its view reads it; `value` is the one chosen at first."""
        return {
            "kind": "choose",
            "param": self.param,
            "label": as_map(self.label, lang),
            "value": value,
            "options": [
                {"label": as_map(o["label"], lang), "value": o["value"]} for o in self.options
            ],
        }


AnyControl = Control | Choose
