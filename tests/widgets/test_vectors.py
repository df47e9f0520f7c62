"""The vectors say what marking does; Python and TypeScript both do it."""

from __future__ import annotations

from typing import Any

import pytest
from vectors.twin import HERE, ask, read

from kholapath_widgets._shared.graphemes import distance, fold, graphemes
from kholapath_widgets._shared.locale import format_number
from kholapath_widgets._shared.numbers import read_number
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.order import order
from kholapath_widgets.question.types import item_types

Case = dict[str, Any]
# A vector: what it shows, the call as TypeScript gets it, what both must answer, what Python does.
Vector = tuple[str, list[Any], Any, Any]


def _reading(text: str) -> Case:
    reading = read_number(text)
    return {"value": reading.value, "rest": reading.rest, "problem": reading.problem}


def _small() -> list[Vector]:
    texts = read("graphemes")
    return [
        *(
            (
                c["name"],
                ["number", c["text"]],
                {k: c[k] for k in ("value", "rest", "problem")},
                _reading(c["text"]),
            )
            for c in read("numbers")
        ),
        *(
            (c["name"], ["graphemes", c["text"]], c["graphemes"], graphemes(c["text"]))
            for c in texts["graphemes"]
        ),
        *(
            (
                c["name"],
                ["fold", c["text"], c["case"]],
                c["folded"],
                fold(c["text"], case=c["case"]),
            )
            for c in texts["fold"]
        ),
        *(
            (c["name"], ["distance", c["a"], c["b"]], c["distance"], distance(c["a"], c["b"]))
            for c in texts["distance"]
        ),
        *((c["name"], ["order", *_order(c)], c["order"], order(*_order(c))) for c in read("order")),
        *(
            (c["name"], ["format", *_format(c)], c["text"], format_number(*_format(c)))
            for c in read("locale")
        ),
    ]


def _order(case: Case) -> tuple[list[str], int, str, list[str]]:
    return case["ids"], case["seed"], case["item"], case["pinned"]


def _format(case: Case) -> tuple[float, str, int | None]:
    return case["value"], case["lang"], case["decimals"]


def _marking() -> list[Vector]:
    found: list[Vector] = []
    for kind in item_types():
        file = read(f"marking/{kind}")
        items = {name: make_item(entry) for name, entry in file["items"].items()}
        for case in file["cases"]:
            item, response = items[case["item"]], case["response"]
            call = ["mark", item.view_form(), response]
            found.append(
                (f"{kind}: {case['name']}", call, case["result"], item.mark(response).to_json())
            )
    return found


VECTORS = [*_small(), *_marking()]


@pytest.mark.parametrize(
    ("name", "call", "expected", "got"), VECTORS, ids=[f"{v[1][0]}: {v[0]}" for v in VECTORS]
)
def test_python_does_what_the_vector_says(
    name: str, call: list[Any], expected: Any, got: Any
) -> None:
    assert got == expected


def test_typescript_does_what_every_vector_says() -> None:
    answers = ask([call for _, call, _, _ in VECTORS])
    wrong = [
        (name, answer, expected)
        for (name, _, expected, _), answer in zip(VECTORS, answers, strict=True)
        if answer != expected
    ]
    assert wrong == []


def test_every_type_has_vectors() -> None:
    assert {file.stem for file in (HERE / "marking").iterdir()} == set(item_types())
