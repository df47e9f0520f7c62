"""How numbers and dates are written in a chart: d3's locale definitions, shared with the browser."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from kholapath_widgets import explorable
from kholapath_widgets._shared.locale import pick


@cache
def _all() -> dict[str, dict[str, Any]]:
    text = (Path(explorable.__file__).parent / "locales.json").read_text("utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def locale(lang: str) -> dict[str, Any]:
    """Return ``{"number": ..., "time": ...}`` for a language: digits, grouping, months."""
    return pick(_all(), lang)
