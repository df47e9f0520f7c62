"""How a chart looks: the widget's own theme, and what its colours are where there is no CSS."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

import kholapath_widgets

Theme = Literal["light", "dark", "print"]

_HOME = Path(kholapath_widgets.__file__).parent
_VARIABLE = re.compile(r"var\(--kp-([a-z]+)(?:,[^()]*)?\)")

# Series that differ in hue alone are one grey to a black-and-white printer: these differ in
# lightness as well, so that any two neighbours can be told apart.
_PRINTED_SERIES = ["#00497a", "#e3935a", "#5d2f70", "#e6c15c", "#2f8f6c", "#c4cad0"]


def config() -> dict[str, Any]:
    """Return a copy of the theme as a Vega-Lite config; its colours are CSS variables."""
    return json.loads(_theme())  # type: ignore[no-any-return]


@cache
def _theme() -> str:
    return (_HOME / "explorable" / "theme.json").read_text("utf-8")


@cache
def palette(theme: Theme) -> dict[str, str]:
    """Return each colour's hex by its name: ``{"open": "#0067a8", ...}``."""
    tokens = json.loads((_HOME / "_shared" / "tokens.json").read_text("utf-8"))["color"]
    return {name: pair[theme == "dark"] for name, pair in tokens.items()}


def variable(name: str) -> str:
    """Return one of the theme's colours as a chart names it: ``var(--kp-open, #0067a8)``."""
    return f"var(--kp-{name}, {palette('light')[name]})"


INK, MUTED, PAPER, WASH, LINE, HAIR = (
    variable(name) for name in ("ink", "muted", "paper", "wash", "line", "hair")
)
OPEN, CLOSED, RIGHT = (variable(name) for name in ("open", "closed", "right"))


def coloured(spec: dict[str, Any], theme: Theme) -> dict[str, Any]:
    """Return `spec` with every CSS variable in it replaced by the theme's hex colour."""
    colours = palette(theme)
    if theme == "print":
        own = spec.get("config", {})
        series = {**own.get("range", {}), "category": _PRINTED_SERIES}
        spec = {**spec, "config": {**own, "range": series}}
    text = _VARIABLE.sub(
        lambda m: colours.get(m[1], colours["ink"]), json.dumps(spec, ensure_ascii=False)
    )
    return json.loads(text)  # type: ignore[no-any-return]


def altair_theme() -> dict[str, Any]:
    """Return the theme in the form that ``altair.theme`` registers, in light colours."""
    return {"config": coloured({"config": config()}, "light")["config"]}
