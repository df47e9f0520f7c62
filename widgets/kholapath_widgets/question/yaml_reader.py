"""YAML in which a field cannot be written twice, and whose problems name their line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from kholapath_widgets._errors import ItemError

_MOST = 200_000  # values in a file of questions
_SYNTAX = (yaml.scanner.ScannerError, yaml.parser.ParserError)


class _NoDuplicates(yaml.SafeLoader):
    """Refuses a map with the same key twice, of which YAML would keep the last silently."""


class _Fast(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # made in C
    """Refuses the same eight times as fast, but names what is wrong in fewer words."""


def _mapping(loader: _NoDuplicates | _Fast, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[str] = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise ConstructorError(None, None, "a field's name must be a word", key.start_mark)
        if key.value in seen:
            problem = f"the field {key.value!r} is written twice"
            raise ConstructorError(None, None, problem, key.start_mark)
        seen.add(key.value)
    mapping: dict[Any, Any] = loader.construct_mapping(node, deep=True)
    return mapping


for _loader in (_NoDuplicates, _Fast):
    _loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _loaded(text: str) -> Any:
    try:
        return yaml.load(text, _Fast)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError):
        return yaml.load(text, _NoDuplicates)  # noqa: S506 - a SafeLoader


def read_list(file: Path) -> list[Any]:
    """Return the list that a YAML file holds, empty for an empty file.

    Raises
    ------
    ItemError
        If the file cannot be read, is not YAML, or is not a list.
    """
    entries = read_yaml(file)
    if entries is None:
        return []
    if not isinstance(entries, list):
        raise ItemError(
            "a file of questions is a list: each item starts with '- id: …'", file=str(file)
        )
    return entries


def read_yaml(file: Path) -> Any:
    """Return what a YAML file holds.

    Raises
    ------
    ItemError
        If the file cannot be read, or is not YAML.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ItemError(
            f"the file cannot be read as UTF-8 text: {reason}", file=str(file)
        ) from None
    try:
        found = _loaded(text)
        size = _size(found, {})
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ItemError(f"this is not valid YAML{_place(error)}", file=str(file)) from None
    if size > _MOST:
        problem = "its aliases (*name) repeat each other too often; write the items out"
        raise ItemError(problem, file=str(file))
    return found


def _size(value: Any, known: dict[int, int]) -> int:
    """Count the values there would be with every alias written out, each counted once."""
    if not isinstance(value, dict | list):
        return 1
    if id(value) not in known:
        parts = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_size(part, known) for part in parts)
    return known[id(value)]


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return f"{line}: {problem}{_way_out(error, problem)}"


def _way_out(error: Exception, problem: str) -> str:
    if "'\\t'" in problem:
        return "; indent with spaces, not tabs"
    return "; a text with : ? # [ or { in it needs quotes" if isinstance(error, _SYNTAX) else ""
