"""Python and TypeScript mark alike whatever the item and the response: generated, not chosen."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from vectors.twin import ask, read
from vectors.variations import varied

from kholapath_widgets._shared.graphemes import fold, graphemes
from kholapath_widgets._shared.locale import format_number
from kholapath_widgets.question.loading import make_item
from kholapath_widgets.question.types import FOLDER, item_types
from kholapath_widgets.question.yaml_reader import read_list

PAIRS = 10_000  # of each type, beside what the strategies below make
Case = tuple[dict[str, Any], Any]

_REPRODUCIBLE = settings(
    derandomize=True,
    deadline=None,
    max_examples=12,
    phases=[
        Phase.generate
    ],  # the failing pairs are shown as they are: shrinking asks node each time
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
IDS = st.lists(st.sampled_from(list("abcdefgh")), min_size=2, max_size=8, unique=True)
MODES = st.sampled_from(["practice", "practice", "check", "survey"])
LETTERS = "কখগমরলড়য়\u09df\u09cd\u09be\u09bf\u09c7\u09cb\u0982ৎabcdeé ABZ১২-'.,?।\u200d\u00a0"
WORDS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=12)
TOLERANCES = st.sampled_from([0, 0.1, 0.5, 3, "1%", "2.5 %", "100%"])
VALUES = st.one_of(
    st.integers(-10_000_000, 10_000_000),
    st.floats(-1e6, 1e6, allow_nan=False),
    st.sampled_from([0, 5.576, 0.1 + 0.2, 3.8e25, -1e-9, 1e15, 1e16, 123456789012345680]),
)
TYPED = st.text(
    st.sampled_from("0123456789০১২৩৪৫৬৭৮৯.,  '_−-–+eE×x*10^²⁵⁻$৳%milon।\u202f"), max_size=14
)


def _item(kind: str, **fields: Any) -> dict[str, Any]:
    return make_item({"id": "generated", "type": kind, "prompt": "?", **fields}).view_form()


@st.composite
def option_cases(draw: st.DrawFn) -> Case:
    """One of the types with options; the response mostly names some of them."""
    ids = draw(IDS)
    words = st.dictionaries(st.sampled_from(["feedback", "feedback_unchosen"]), st.just("f"))
    options = [{"id": i, "text": i, **draw(words)} for i in ids]
    several = draw(st.booleans())
    answer = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    credit = draw(st.sampled_from(["all", "net_correct", "coverage", "each_answer"]))
    mode = draw(MODES)
    if several:
        item = _item("choices", options=options, answer=answer, credit=credit, mode=mode)
        return item, draw(st.lists(st.sampled_from([*ids, "z"]), max_size=9) | JSON)
    item = _item("choice", options=options, answer=answer[0], mode=mode)
    return item, draw(st.sampled_from([*ids, "z"]) | JSON)


@st.composite
def numeric_cases(draw: st.DrawFn) -> Case:
    """A number written in one of many ways, or nearly a number."""
    value = draw(VALUES)
    unit: dict[str, Any] = draw(
        st.sampled_from([{}, {"unit": {"en": "million USD", "bn": "মিলিয়ন ডলার"}}, {"unit": "%"}])
    )
    slip = {"id": "s", "value": draw(VALUES), "tolerance": draw(TOLERANCES), "feedback": "f"}
    item = _item(
        "numeric",
        answer={"value": value, "tolerance": draw(TOLERANCES), **unit},
        slips=[slip] if draw(st.booleans()) else [],
        mode=draw(MODES),
    )
    near = value * draw(st.sampled_from([1, 1 + 1e-10, 1.0005, 1.01, 1.1, 2]))
    written = format_number(
        near, draw(st.sampled_from(["en", "bn"])), draw(st.sampled_from([None, 0, 2]))
    )
    tail = draw(st.sampled_from(["", " million", " মিলিয়ন ডলার", "%", " kg", "।"]))
    return item, draw(st.sampled_from([written + tail, repr(near), near]) | TYPED | JSON)


@st.composite
def text_cases(draw: st.DrawFn) -> Case:
    """A text a few edits away from an accepted one."""
    accept = draw(st.lists(WORDS.map(lambda w: f"ক{w}"), min_size=1, max_size=3))
    answer = {"accept": accept, "near": draw(st.integers(0, 3)), "case": draw(st.booleans())}
    wrong = [{"id": "w", "accept": [draw(WORDS.map(lambda w: f"খ{w}"))], "feedback": "f"}]
    item = _item("text", answer=answer, wrong=wrong, mode=draw(MODES))
    base = draw(st.sampled_from([*accept, *wrong[0]["accept"]]))
    at = draw(st.integers(0, len(base)))
    edited = (
        base[:at]
        + draw(st.sampled_from(["", "ক", "\u09be", "x", " "]))
        + base[at + draw(st.integers(0, 2)) :]
    )
    return item, draw(st.sampled_from([base, edited, base.upper()]) | WORDS | JSON)


@st.composite
def predict_cases(draw: st.DrawFn) -> Case:
    """A guess, or anything."""
    span = {"min": -10, "max": 60, "start": 0}
    item = _item("predict", answer={"value": 30.84}, range=span, after="a")
    return item, draw(VALUES | JSON)


CASES = st.lists(
    option_cases() | numeric_cases() | text_cases() | predict_cases(), min_size=60, max_size=120
)


@pytest.mark.parametrize("kind", item_types())
def test_both_mark_what_is_near_the_vectors_alike(kind: str) -> None:
    random, file = Random(kind), read(f"marking/{kind}")
    items = [*file["items"].values(), read_list(FOLDER / kind / "example.yaml")[0]]
    models = [make_item(entry) for entry in items]
    told = [["keep", model.view_form()] for model in models]
    shown = [case["response"] for case in file["cases"]]
    shown += [model.right_response() for model in models]
    pairs = [
        (random.randrange(len(models)), varied(random.choice(shown), shown, random))
        for _ in range(PAIRS)
    ]
    browser = ask([*told, *(["mark_kept", at, response] for at, response in pairs)])[len(told) :]
    kernel = [models[at].mark(response).to_json() for at, response in pairs]
    answers = zip(pairs, kernel, browser, strict=True)
    assert [(models[at].id, r, k, b) for (at, r), k, b in answers if k != b] == []
    assert len({json.dumps(k) for k in kernel}) > 1


@_REPRODUCIBLE
@given(CASES)
def test_both_mark_every_generated_response_alike(cases: list[Case]) -> None:
    browser = ask([["mark", item, response] for item, response in cases])
    kernel = [make_item(item).mark(response).to_json() for item, response in cases]
    answers = zip(cases, kernel, browser, strict=True)
    assert [(case, k, b) for case, k, b in answers if k != b] == []


def test_both_cut_every_generated_text_alike() -> None:
    random = Random("graphemes")
    letters = LETTERS + "\u09cd" * 12 + "অএ\u09bc\u0983\u200c😀\U0001f3fb"
    texts = ["".join(random.choices(letters, k=random.randint(1, 9))) for _ in range(PAIRS)]
    browser = ask([[name, text] for name in ("graphemes", "fold") for text in texts])
    kernel = [*map(graphemes, texts), *map(fold, texts)]
    differing = [
        pair for pair in zip(texts * 2, kernel, browser, strict=True) if pair[1] != pair[2]
    ]
    assert differing == []


@_REPRODUCIBLE
@given(st.lists(st.tuples(IDS, st.integers(-(2**31), 2**31 - 1), IDS), min_size=20, max_size=60))
def test_both_shuffle_every_generated_item_alike(
    draws: list[tuple[list[str], int, list[str]]],
) -> None:
    from kholapath_widgets.question.order import order

    calls = [(ids, seed, "-".join(name), name[:1]) for ids, seed, name in draws]
    assert ask([["order", *call] for call in calls]) == [order(*call) for call in calls]


@_REPRODUCIBLE
@given(
    st.lists(
        st.tuples(VALUES, st.sampled_from(["en", "bn"]), st.sampled_from([None, 0, 1, 3])),
        min_size=40,
    )
)
def test_both_write_every_generated_number_alike(
    draws: list[tuple[float, str, int | None]],
) -> None:
    assert ask([["format", *draw] for draw in draws]) == [format_number(*draw) for draw in draws]
