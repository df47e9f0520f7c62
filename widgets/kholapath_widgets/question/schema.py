"""The JSON Schema of a file of questions, so that an editor completes and checks it.

``python -m kholapath_widgets.question.schema questions.schema.json`` writes it. An editor with a
YAML language server (VS Code's YAML extension, JupyterLab's, Neovim's …) then finds it by a first
line in the file of questions:

.. code-block:: yaml

    # yaml-language-server: $schema=questions.schema.json
"""

from __future__ import annotations

import json
import sys
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from .types import item_types


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a file of questions, of every type there is."""
    union: Any = reduce(or_, item_types().values())
    adapter: TypeAdapter[Any] = TypeAdapter(list[Annotated[union, Field(discriminator="type")]])
    schema = adapter.json_schema()
    for model in item_types().values():
        schema["$defs"][model.__name__]["required"].insert(
            1, "type"
        )  # Python alone may leave it out
    schema["$defs"]["ShortChoice"] = _short_choice(schema["$defs"])
    schema["items"] = {"anyOf": [*schema["items"]["oneOf"], {"$ref": "#/$defs/ShortChoice"}]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "kholapath questions",
        "description": "A list of items: each has an id, a type, a prompt, and what its type asks for.",
        **schema,
    }


def _short_choice(models: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an entry in `shorthand`: a choice whose options stand in its prompt."""
    full = models[item_types()["choices"].__name__]
    own = {k: v for k, v in full["properties"].items() if k not in {"options", "answer"}}
    task_list = {"type": "string", "pattern": r"(^|\n)[-*+] \[[ xX]\]"}
    by_language = {**own["prompt"]["anyOf"][1], "additionalProperties": task_list}
    kind = {
        "enum": ["choice", "choices"],
        "description": "may be left out: one tick is a choice, several are choices",
    }
    prompt = {
        "title": "Markdown that ends in a task list, or such Markdown by language",
        "description": "what is asked, then the options: '- [x] …' is right, '- [ ] …' is not, "
        "'  > …' under one is its feedback",
        "anyOf": [task_list, by_language],
    }
    return {
        **full,
        "title": "Choice in Markdown",
        "description": "A question whose prompt ends in a task list.",
        "properties": {**own, "prompt": prompt, "type": kind},
        "required": ["id", "prompt"],
    }


def main(arguments: list[str]) -> None:
    """Write the schema to the file named, or print it."""
    text = json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
    if arguments:
        Path(arguments[0]).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
