"""The figures of lesson 3: worked out from the tables, in both languages, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from kholapath.charts.static import draw
from kholapath.lesson.data import read_data
from kholapath.lesson.explorables import Makers, explorables_in
from kholapath_widgets import Explorable

LESSONS = Path(__file__).parents[2] / "lessons"


def tables(hours: int | None = None) -> Callable[[str], pd.DataFrame]:
    """The course's data; DeepSeek-V3's whole run may be given other hours."""
    data = read_data(LESSONS / "data")

    def frame(name: str) -> pd.DataFrame:
        table = data.frame(name)
        if name == "training_compute" and hours:
            own = (table["model"] == "DeepSeek-V3") & (table["scope"] == "final run")
            table.loc[own, ["gpu_hours", "usd_at_2_per_hour"]] = [hours, 2 * hours]
        return table

    return frame


@pytest.fixture(scope="module")
def make() -> Makers:
    return explorables_in(LESSONS / "03-the-price-of-a-model")


def said(widget: Any, lang: str, **values: Any) -> str:
    """What the widget's sentence says when its controls have these values."""
    params = [{**p, "value": values.get(p["name"], p.get("value"))} if "value" in p else p for p in widget.spec[lang]["params"]]  # fmt: skip
    widget.lang = lang
    form = widget.print_form()
    form["spec"] = {**form["spec"], "params": params}
    return (draw(form).sentence or "").replace("\\", "")


def test_the_cost_of_the_two_runs_is_worked_out_from_the_tables(make: Makers) -> None:
    widget = make["what-did-it-cost"](tables())
    assert isinstance(widget, Explorable)
    assert said(widget, "en") == (
        "At **$2.00** an hour, DeepSeek-V3 costs **$5.6 million**; Llama 3.1 405B costs "
        "**$61.7 million** at the same price, **11 times** as much."
    )
    assert "**১১ গুণ**" in said(widget, "bn")
    assert [p["value"] for p in widget.controls[0]["presets"]] == [2.0, 1.98, 12.29]


def test_at_another_price_the_bills_change_and_the_ratio_stays(make: Makers) -> None:
    told = said(make["what-did-it-cost"](tables()), "en", price=12.29)
    assert "**$34.3 million**" in told
    assert "**$379.0 million**" in told
    assert "**11 times** as much" in told


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"hours": 2.664}, "the pre-training of DeepSeek-V3 costs **$5.3 million**"),
        ({"hours": 60}, "your run costs **$120.0 million**"),
        ({"other": "BLOOM 176B"}, "**2.6 times** less"),
    ],
)
def test_the_sentence_names_whose_hours_are_priced(
    make: Makers, values: dict[str, Any], words: str
) -> None:
    assert words in said(make["what-did-it-cost"](tables()), "en", **values)


def test_new_figures_in_the_table_move_every_number(make: Makers) -> None:
    widget = make["what-did-it-cost"](tables(hours=6168000))
    assert isinstance(widget, Explorable)
    assert "5 times apart" in widget.texts["title"]["en"]
    assert "৫ গুণই" in widget.texts["title"]["bn"]
    assert "**5 times** as much" in said(widget, "en")


def test_four_bills_are_told_apart_and_a_missing_one_is_said_to_be_missing(make: Makers) -> None:
    widget = make["one-model-four-costs"](tables())
    assert isinstance(widget, Explorable)
    assert "**$51 million** (amortised)" in said(widget, "en")
    assert "**18 times**" in said(widget, "en")
    assert "nobody has published" in said(widget, "en", model="DeepSeek-V3")
    widget.lang = "bn"
    rows = {row[0]: row[1:] for row in widget.print_form()["table"]["rows"]}
    assert rows["DeepSeek-V3"] == ["ওপেন", "৫.৬", *["হিসাব নেই"] * 4]
