"""Questions from YAML: every problem names the file, the item and the field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from kholapath_widgets._errors import ItemError
from .item import FieldProblem, Item
from .types import item_types

Rows = Sequence[Mapping[str, Any]]
Tables = Callable[[str], Rows]


class _NoDuplicates(yaml.SafeLoader):
    """YAML in which a field cannot be written twice."""


def _mapping(loader: _NoDuplicates, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)  # type: ignore[no-untyped-call]
        if isinstance(key, list | dict):
            raise yaml.constructor.ConstructorError(None, None, "a field's name must be a word", key_node.start_mark)
        if key in seen:
            raise yaml.constructor.ConstructorError(
                None, None, f"the field {key!r} is written twice", key_node.start_mark
            )
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


_NoDuplicates.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def load_items(path: str | Path, tables: Tables | None = None) -> dict[str, Item]:
    """Read a file of questions.

    Parameters
    ----------
    path
        A YAML file: a list of items.
    tables
        Gives the rows of a data table by its name, for answers computed from data.

    Returns
    -------
    The items by id, in the file's order.

    Raises
    ------
    ItemError
        With file, item id and field, for the first problem there is.
    """
    file = Path(path)
    entries = _read(file)
    items: dict[str, Item] = {}
    for number, entry in enumerate(entries, 1):
        name = entry.get("id") if isinstance(entry, dict) else None
        label = str(name) if name else f"number {number}"
        item = make_item(entry, tables=tables, file=str(file), label=label)
        if item.id in items:
            raise ItemError("this id is used twice; give each item its own", file=str(file), item=item.id, field="id")
        items[item.id] = item
    return items


def _read(file: Path) -> list[Any]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ItemError(f"the file cannot be read as UTF-8 text: {error}", file=str(file)) from None
    try:
        entries = yaml.load(text, _NoDuplicates)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        problem = getattr(error, "problem", None) or str(error)
        raise ItemError(f"this is not valid YAML{line}: {problem}", file=str(file)) from None
    if entries is None:
        return []
    if not isinstance(entries, list):
        raise ItemError("a file of questions is a list: each item starts with '- id: …'", file=str(file))
    return entries


def make_item(
    entry: Any, *, lang: str = "en", tables: Tables | None = None, file: str | None = None, label: str | None = None
) -> Item:
    """Make an item of plain data, as read from YAML or JSON."""
    if not isinstance(entry, dict):
        raise ItemError("an item is a map of fields, as '- id: …'", file=file, item=label)
    kind = entry.get("type")
    known = item_types()
    if not isinstance(kind, str) or kind not in known:
        close = get_close_matches(str(kind), known, n=1)
        hint = f"; did you mean {close[0]}?" if close else ""
        raise ItemError(
            f"{kind!r} is no question type{hint} The types are {', '.join(known)}.",
            file=file, item=label, field="type",
        )
    try:
        return known[kind].model_validate(_computed(entry, tables), context={"lang": lang})
    except _ComputeProblem as problem:
        raise ItemError(str(problem), file=file, item=label, field=problem.field) from None
    except ValidationError as error:
        field, problem_text = _first_problem(error, entry, known[kind])
        raise ItemError(problem_text, file=file, item=label, field=field) from None


class _ComputeProblem(Exception):
    def __init__(self, field: str, problem: str) -> None:
        self.field = field
        super().__init__(problem)


def _computed(value: Any, tables: Tables | None, path: str = "") -> Any:
    """Replace every ``{table: …, column: …, where: …}`` by the number in the data."""
    if isinstance(value, list):
        return [_computed(v, tables, f"{path}{i}.") for i, v in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if "table" in value and "column" in value:
        return _look_up(value, tables, path.rstrip("."))
    return {k: _computed(v, tables, f"{path}{k}.") for k, v in value.items()}


def _look_up(wanted: dict[str, Any], tables: Tables | None, path: str) -> float:
    """Return one number of a table: the row that `where` names, times `scale`, over `per`."""
    unknown = set(wanted) - {"table", "column", "where", "scale", "per"}
    if unknown:
        raise _ComputeProblem(path, f"{sorted(map(str, unknown))[0]!r} is unknown beside table, column, where, scale, per")
    if tables is None:
        raise _ComputeProblem(path, "the answer is computed from a table, but no data package is at hand")
    try:
        rows = tables(str(wanted["table"]))
    except KeyError:
        raise _ComputeProblem(path, f"the data package has no table {wanted['table']!r}") from None
    where = wanted.get("where") or {}
    found = [row for row in rows if all(str(row.get(k)) == str(v) for k, v in where.items())]
    if len(found) != 1:
        raise _ComputeProblem(path, f"'where' finds {len(found)} rows of {wanted['table']!r}; it must find one")
    try:
        number = float(found[0][wanted["column"]])
        scaled = number * float(wanted.get("scale", 1))
        per = wanted.get("per")
        return scaled / _look_up({**per, "table": per.get("table", wanted["table"])}, tables, path) if per else scaled
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError):
        raise _ComputeProblem(path, f"column {wanted['column']!r} of {wanted['table']!r} holds no number there") from None


def _first_problem(error: ValidationError, entry: dict[str, Any], model: type[Item]) -> tuple[str, str]:
    """Return the field and the sentence for the first thing pydantic found."""
    first = error.errors(include_url=False)[0]
    cause = first.get("ctx", {}).get("error")
    if isinstance(cause, FieldProblem):
        return cause.field, str(cause)
    field = _by_id(first["loc"], entry)
    if first["type"] == "extra_forbidden":
        close = get_close_matches(str(first["loc"][-1]), model.model_fields, n=1)
        return field, "this field is unknown" + (f"; did you mean {close[0]!r}?" if close else "; remove it")
    if first["type"] == "missing":
        return field, "this field is missing"
    given = repr(first["input"])
    message = first["msg"].removeprefix("Value error, ")
    return field, f"{message} (given: {given[:60]}{'…' if len(given) > 60 else ''})"  # noqa: PLR2004 - fits a line


def _by_id(loc: tuple[int | str, ...], entry: Any) -> str:
    """Write a place as ``options.b.feedback``: list entries by their id where they have one."""
    parts: list[str] = []
    here = entry
    for step in loc:
        name = step
        if isinstance(step, int) and isinstance(here, list) and step < len(here):
            here = here[step]
            name = here.get("id", step) if isinstance(here, dict) else step
        elif isinstance(here, dict) and step in here:
            here = here[step]
        elif here is not entry or isinstance(step, str) and "[" in step:
            if not isinstance(step, str) or "[" in step or step in ("float", "str"):
                continue  # the branch of a union, not a field
        parts.append(str(name))
    return ".".join(parts)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file of questions, for editors."""
    from functools import reduce
    from operator import or_
    from typing import Annotated

    from pydantic import Field

    union = reduce(or_, item_types().values())  # type: ignore[arg-type]
    adapter: TypeAdapter[Any] = TypeAdapter(list[Annotated[union, Field(discriminator="type")]])
    schema = adapter.json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "kholapath questions", **schema}
