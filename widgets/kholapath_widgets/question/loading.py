"""Questions from YAML: every problem names the file, the item and the field."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from kholapath_widgets._errors import ItemError

from .computed import ComputeProblem, Tables, computed
from .item import FieldProblem, Item
from .shorthand import written_out
from .types import item_types
from .yaml_reader import read_list

M = TypeVar("M", bound=BaseModel)

# In an author's words, what pydantic says in Python's.
_WANTED = {
    "model_type": "a map of fields is wanted, as {value: 4}",
    "list_type": "a list is wanted, as [a, b]",
    "string_type": "a text is wanted, in quotes",
}
_SHOWN = 60  # characters of a wrong value that an error quotes


def load_items(path: str | Path, tables: Tables | None = None) -> dict[str, Item]:
    """Read a file of questions.

    Parameters
    ----------
    path
        A YAML file: a list of items.
    tables
        Gives the rows of a data table by its name, for answers computed from data; raises
        KeyError for a name it does not have.

    Returns
    -------
    The items by id, in the file's order.

    Raises
    ------
    ItemError
        With file, item id and field, for the first problem there is.
    """
    file = Path(path)
    items: dict[str, Item] = {}
    for number, entry in enumerate(read_list(file), 1):
        name = entry.get("id") if isinstance(entry, dict) else None
        item = make_item(
            entry, tables=tables, file=str(file), label=str(name or f"number {number}")
        )
        if item.id in items:
            problem = "this id is used twice; give each item its own"
            raise ItemError(problem, file=str(file), item=item.id, field="id")
        items[item.id] = item
    return items


def make_item(
    entry: Any,
    *,
    lang: str = "en",
    tables: Tables | None = None,
    file: str | None = None,
    label: str | None = None,
) -> Item:
    """Make an item of plain data, as read from YAML or JSON.

    Parameters
    ----------
    entry
        The item's fields, ``type`` among them.
    lang
        The language of texts that are plain strings.
    tables
        As in `load_items`.
    file, label
        Where the entry stands, for the error.

    Raises
    ------
    ItemError
        For the first problem there is.
    """
    try:
        entry = written_out(entry)
        model = _model(entry)
    except FieldProblem as problem:
        raise ItemError(str(problem), file=file, item=label, field=problem.field or None) from None
    return validated(model, entry, lang=lang, tables=tables, file=file, label=label)


def validated(  # noqa: PLR0913 - where the entry stands is three of them
    model: type[M],
    entry: Any,
    *,
    lang: str = "en",
    tables: Tables | None = None,
    file: str | None = None,
    label: str | None = None,
) -> M:
    """Read plain data into a model of ours, an item's or a card's; see `make_item`.

    Raises
    ------
    ItemError
        For the first problem there is.
    """
    try:
        return model.model_validate(computed(entry, tables), context={"lang": lang})
    except (ComputeProblem, FieldProblem) as problem:
        raise ItemError(str(problem), file=file, item=label, field=problem.field or None) from None
    except ValidationError as error:
        field, sentence = _first_problem(error, entry, model)
        raise ItemError(sentence, file=file, item=label, field=field) from None
    except RecursionError:
        raise ItemError("the item refers to itself", file=file, item=label) from None


def _model(entry: Any) -> type[Item]:
    if not isinstance(entry, dict):
        raise FieldProblem("", "an item is a map of fields, as '- id: …'")
    kind, known = entry.get("type"), item_types()
    if isinstance(kind, str) and kind in known:
        return known[kind]
    close = get_close_matches(str(kind), known, n=1)
    hint = f"; did you mean {close[0]}?" if close else "."
    raise FieldProblem(
        "type", f"{_quoted(kind)} is no question type{hint} The types are {', '.join(known)}."
    )


def _first_problem(error: ValidationError, entry: Any, model: type[BaseModel]) -> tuple[str, str]:
    """Return the field and the sentence for the first thing pydantic found."""
    first = error.errors(include_url=False)[0]
    cause = first.get("ctx", {}).get("error")
    if isinstance(cause, FieldProblem):
        return cause.field, str(cause)
    field = _by_id(first["loc"], entry)
    if first["type"] == "extra_forbidden":
        close = get_close_matches(str(first["loc"][-1]), model.model_fields, n=1)
        return field, "this field is unknown" + (
            f"; did you mean {close[0]!r}?" if close else "; remove it"
        )
    if first["type"] == "missing":
        return field, "this field is missing"
    message = _WANTED.get(first["type"], first["msg"].removeprefix("Value error, "))
    return field, f"{message} (given: {_quoted(first['input'])})"


def _quoted(value: Any) -> str:
    given = repr(value)
    return given if len(given) <= _SHOWN else f"{given[:_SHOWN]}…"


def _by_id(loc: tuple[int | str, ...], entry: Any) -> str:
    """Write a place as ``options.b.feedback``: list entries by their id where they have one."""
    parts: list[str] = []
    here = entry
    for step in loc:
        if isinstance(here, dict) and step in here:
            here = here[step]
            parts.append(str(step))
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
            parts.append(str(here.get("id", step)) if isinstance(here, dict) else str(step))
        elif isinstance(here, dict) and step == loc[-1]:
            parts.append(str(step))  # a field that is missing; other steps name a union's branch
    return ".".join(parts)
