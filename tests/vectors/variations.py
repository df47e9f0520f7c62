"""Responses near the ones a type's vectors show: changed a little, at random but the same each time."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

STRANGE: list[Any] = [
    *(None, True, False, 0, -1, 1.5, 1e15, "", " ", "a", "@empty", "__proto__", "0", "১২"),
    *([], {}, [None], [[]], {"a": None}, {"a": ["b"]}, {"": ""}, {"__proto__": "a"}),
]
_LETTERS = "abকখ\u09be\u09cd১2.,- '()[]{}=<>\n\u200d"


def varied(response: Any, others: list[Any], random: Random) -> Any:
    """Return `response` with up to three places changed; `others` lend their parts."""
    made = copy.deepcopy(response)
    for _ in range(random.randint(0, 3)):
        made = _changed(made, others, random)
    return made


def _changed(value: Any, others: list[Any], random: Random) -> Any:
    if random.random() < 0.08:
        return copy.deepcopy(random.choice([*STRANGE, *others]))
    if isinstance(value, dict) and value:
        return _map(value, others, random)
    if isinstance(value, list) and value:
        return _list(value, others, random)
    if isinstance(value, str):
        at, cut = random.randint(0, len(value)), random.choice([0, 0, 1, 2])
        return value[:at] + random.choice(["", *_LETTERS]) + value[at + cut :]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value * random.choice([1, -1, 1.0005, 1.01, 2]) + random.choice([0, 0, 0.1, 1])
    return copy.deepcopy(random.choice([*STRANGE, *others]))


def _map(value: dict[str, Any], others: list[Any], random: Random) -> Any:
    key, other = random.choice(list(value)), random.choice(list(value))
    what = random.choice(["drop", "swap", "change", "add"])
    if what == "drop":
        return {k: v for k, v in value.items() if k != key}
    if what == "swap":
        return {**value, key: value[other], other: value[key]}
    if what == "add":
        return {**value, random.choice(["a", "b", "zz"]): value[key]}
    return {**value, key: _changed(value[key], others, random)}


def _list(value: list[Any], others: list[Any], random: Random) -> Any:
    at = random.randrange(len(value))
    what = random.choice(["drop", "twice", "shuffle", "change", "add"])
    if what == "drop":
        return [*value[:at], *value[at + 1 :]]
    if what == "twice":
        return [*value, value[at]]
    if what == "shuffle":
        return random.sample(value, len(value))
    if what == "add":
        lent = random.choice([v for o in others for v in (o if isinstance(o, list) else [o])])
        return [*value, copy.deepcopy(lent)]
    return [*value[:at], _changed(value[at], others, random), *value[at + 1 :]]
