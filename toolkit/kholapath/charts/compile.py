"""Vega-Lite to Vega, in the theme and the language: what a page carries instead of a compiler."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from kholapath_widgets.explorable.spec import as_spec

from .locale import locale
from .theme import config

FONTS = Path(__file__).parents[1] / "fonts"


@cache
def engine() -> Any:
    """Return vl-convert, measuring words with our own fonts."""
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def dressed(spec: dict[str, Any], lang: str) -> dict[str, Any]:
    """Return a Vega-Lite specification in our theme and in a language's digits; its own config wins."""
    ours = {**config(), "locale": locale(lang)}
    return {**as_spec(spec), "config": _merged(ours, spec.get("config") or {})}


def _merged(ours: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """A chart's own config wins, part by part (the twin of chart.ts's)."""
    both = {k: {**ours[k], **v} for k, v in own.items() if isinstance(v, dict) and isinstance(ours.get(k), dict)}  # fmt: skip
    return {**ours, **own, **both}


def to_vega(spec: dict[str, Any], lang: str) -> dict[str, Any]:
    """Compile a Vega-Lite specification to Vega; one that is Vega already stays as it is."""
    if isinstance(spec.get("marks"), list):
        return spec
    import vl_convert

    vega: dict[str, Any] = vl_convert.vegalite_to_vega(dressed(spec, lang))
    return vega
