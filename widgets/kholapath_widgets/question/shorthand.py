"""A simple choice in Markdown: a prompt that ends in a task list, whose ticked lines are right.

.. code-block:: yaml

    - id: licence
      prompt:
        en: |
          Which of these is a licence?
          - [x] MIT
          - [ ] Llama
            > That is a model.
        bn: |
          এর মধ্যে লাইসেন্স কোনটি?
          - [x] MIT
          - [ ] Llama
            > এটি একটি মডেল।

One tick makes it a `choice`, several make it `choices`; a quotation under an option is what is
said to who chose it. Fields of an item stand beside it as ever; ``type`` may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .item import FieldProblem

_OPTION = re.compile(r"[-*+] \[( |x|X)\](?: +(.*))?")
_TYPES = ("choice", "choices")
_MOST = 26  # options have a letter each for their id


@dataclass
class _Option:
    right: bool
    text: list[str]
    feedback: list[str] = field(default_factory=list)


def written_out(entry: Any) -> Any:
    """Return an entry in full if its prompt ends in a task list, any other as it is.

    Raises
    ------
    FieldProblem
        If the list is no question, or differs between the languages.
    """
    if not isinstance(entry, dict) or not _is_short(entry):
        return entry
    prompt = entry["prompt"]
    if isinstance(prompt, str):
        read = {"": _read(prompt, "prompt")}
    else:
        read = {str(tag): _read(words, f"prompt.{tag}") for tag, words in prompt.items()}
    lists = {tag: options for tag, (_, options) in read.items()}
    _check_alike(lists)
    answers = [_id(i) for i, option in enumerate(next(iter(lists.values()))) if option.right]
    kind = entry.get("type") or ("choice" if len(answers) <= 1 else "choices")
    if kind == "choice" and len(answers) > 1:
        problem = f"{len(answers)} options are ticked, and a choice has one right answer"
        raise FieldProblem("prompt", f"{problem}; of several, the type is choices")
    return {
        **entry,
        "type": kind,
        "prompt": _by_tag({tag: asked for tag, (asked, _) in read.items()}),
        "options": [_written(_id(i), rows) for i, rows in _rows(lists)],
        **({"answer": answers if kind == "choices" else answers[0]} if answers else {}),
    }


def _is_short(entry: Mapping[Any, Any]) -> bool:
    prompt = entry.get("prompt")
    texts = list(prompt.values()) if isinstance(prompt, dict) else [prompt]
    listed = any(
        _OPTION.fullmatch(line)
        for text in texts
        if isinstance(text, str)
        for line in text.splitlines()
    )
    return listed and entry.get("options") is None and entry.get("type") in (None, *_TYPES)


def _read(text: Any, where: str) -> tuple[str, list[_Option]]:
    """Return the words of the prompt, and its options."""
    asked: list[str] = []
    options: list[_Option] = []
    for line in str(text).strip().splitlines():
        found = _OPTION.fullmatch(line)
        if found:
            options.append(_Option(found[1] != " ", [found[2] or ""]))
        elif not options:
            asked.append(line)
        elif line.startswith("  ") and line.strip().startswith(">"):
            options[-1].feedback.append(line.strip().removeprefix(">").strip())
        elif line.startswith("  "):
            options[-1].text.append(line.strip())
        elif line.strip():
            raise FieldProblem(where, f"{line.strip()!r} follows the options: they come last")
    if not options:
        raise FieldProblem(where, "the options are missing, each a line as '- [ ] …'")
    if len(options) > _MOST:
        raise FieldProblem(where, f"there are {len(options)} options; the most are {_MOST}")
    return "\n".join(asked).strip(), options


def _check_alike(lists: Mapping[str, list[_Option]]) -> None:
    """See that every language has the same options ticked: they are paired by their place."""
    (first, options), *others = lists.items()
    for tag, other in others:
        if len(other) != len(options):
            problem = f"there are {len(other)} options, and {len(options)} in {first}"
            raise FieldProblem(f"prompt.{tag}", problem)
        if [o.right for o in other] != [o.right for o in options]:
            raise FieldProblem(f"prompt.{tag}", f"other options are ticked than in {first}")


def _rows(lists: Mapping[str, list[_Option]]) -> list[tuple[int, dict[str, _Option]]]:
    count = len(next(iter(lists.values())))
    return [(i, {tag: options[i] for tag, options in lists.items()}) for i in range(count)]


def _written(name: str, option: Mapping[str, _Option]) -> dict[str, Any]:
    feedback = {tag: "\n".join(o.feedback) for tag, o in option.items() if o.feedback}
    return {
        "id": name,
        "text": _by_tag({tag: "\n".join(o.text) for tag, o in option.items()}),
        **({"feedback": _by_tag(feedback)} if feedback else {}),
    }


def _by_tag(texts: dict[str, str]) -> Any:
    """Return texts by language, or the one text that had no language named."""
    return texts.get("", texts)


def _id(index: int) -> str:
    return chr(ord("a") + index)
