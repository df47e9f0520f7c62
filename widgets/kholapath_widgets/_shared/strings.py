"""The words of the interface: ``strings/<language>.json`` beside each widget."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from .locale import base


@cache
def _read(folder: Path, lang: str) -> dict[str, str]:
    file = folder / "strings" / f"{lang}.json"
    if not file.exists():
        return {}
    words: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return words


def strings(folder: Path, lang: str) -> dict[str, str]:
    """Return the words of the widget in `folder`, English where `lang` has none."""
    return {**_read(folder, "en"), **_read(folder, base(lang))}
