"""Cards from YAML: a list of entries, each with the kind of card it is and that card's fields."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

from ._card import Card, Store
from ._errors import ItemError
from .question.computed import ComputeProblem, Tables, computed
from .question.item import FieldProblem, Item
from .question.loading import validated
from .question.yaml_reader import read_list

_HERE = Path(__file__).parent


def card_kinds() -> dict[str, type[Card]]:
    """Return every kind of card by its folder's name."""
    names = sorted(file.parent.name for file in _HERE.glob("*/example.py"))
    made = {name: getattr(import_module(f"{__package__}.{name}"), name.title()) for name in names}
    return {name: kind for name, kind in made.items() if issubclass(kind, Card)}


def load_cards(
    path: str | Path, tables: Tables | None = None, items: Mapping[str, Item] | None = None
) -> dict[str, dict[str, Any]]:
    """Read a file of cards, and see that every one of them can be made.

    Parameters
    ----------
    path
        A YAML file: a list of entries ``{id, card: claim, title, …}``.
    tables
        Gives the rows of a data table by its name; see `load_items`.
    items
        The questions that a quiz can name by their ids.

    Returns
    -------
    The entries by id, in the file's order, for `make_card`.

    Raises
    ------
    ItemError
        With file, id and field, for the first problem there is.
    """
    file = str(path)
    cards: dict[str, dict[str, Any]] = {}
    for number, entry in enumerate(read_list(Path(path)), 1):
        name = entry.get("id") if isinstance(entry, dict) else None
        label = str(name or f"number {number}")
        full = _checked(entry, tables, items or {}, file, label)
        if full["id"] in cards:
            problem = "this id is used twice; give each card its own"
            raise ItemError(problem, file=file, item=label, field="id")
        cards[full["id"]] = full
    return cards


def _checked(
    entry: Any, tables: Tables | None, items: Mapping[str, Item], file: str, label: str
) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise ItemError("a card is a map of fields, as '- id: …'", file=file, item=label)
    kinds = card_kinds()
    kind = entry.get("card")
    if not isinstance(kind, str) or kind not in kinds:
        close = get_close_matches(str(kind), kinds, n=1)
        hint = f"did you mean {close[0]}?" if close else f"the kinds are {', '.join(kinds)}."
        raise ItemError(f"{kind!r} is no kind of card; {hint}", file=file, item=label, field="card")
    try:
        full = kinds[kind].completed(computed(entry, tables), items)
    except (ComputeProblem, FieldProblem) as problem:
        raise ItemError(str(problem), file=file, item=label, field=problem.field) from None
    validated(kinds[kind].model, _fields(full), file=file, label=label)
    return full


def make_card(
    entry: Mapping[str, Any], *, lang: str = "en", store: Store | None = None, seed: int = 0
) -> Card:
    """Return the widget of an entry that `load_cards` has read; `seed` is for what is shuffled."""
    kind = card_kinds()[entry["card"]]
    seeded = {"seed": seed} if "seed" in kind.model.model_fields else {}
    return kind(lang=lang, store=store, **seeded | _fields(entry))


def _fields(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name != "card"}
