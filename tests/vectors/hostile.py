"""Texts that try to be more than text, put into every text of an item."""

from __future__ import annotations

from typing import Any

HOSTILE = (
    '<img src=x onerror="alert(1)"></script><script>alert(1)</script>'
    "[x](javascript:alert(1)) [y](data:text/html,z) ![z](https://example.org/z.png)"
    "<svg/onload=alert(1)> \u202egnihtyreve $\\text{<img src=x onerror=alert(1)>}$ \"' `</code>`"
)


def poisoned(value: Any) -> Any:
    """Return an item's data with every text by language made hostile."""
    if isinstance(value, dict):
        return {k: f"{HOSTILE} {v}" if k in ("en", "bn") else poisoned(v) for k, v in value.items()}
    return [poisoned(v) for v in value] if isinstance(value, list) else value
