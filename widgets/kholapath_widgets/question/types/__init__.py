"""The question types: one folder each, found by being here."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path

from kholapath_widgets.question.item import Item

FOLDER = Path(__file__).parent


@cache
def item_types() -> dict[str, type[Item]]:
    """Return every type's item model, by the type's name."""
    names = sorted(
        m.name for m in pkgutil.iter_modules([str(FOLDER)]) if not m.name.startswith("_")
    )
    return {name: import_module(f"{__name__}.{name}").ITEM for name in names}
