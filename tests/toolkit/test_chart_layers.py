"""What lessons put charts together from: rows, look-ups, and layers placed in pixels."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from kholapath.charts.layers import box, looked_up, records, said, sums, three_figures, with_halo
from kholapath.charts.static import draw
from kholapath.charts.theme import OPEN, palette
from kholapath_widgets import Choose, Explorable

WIDTH = 400
SVG = "{http://www.w3.org/2000/svg}"


def svg(*layers: dict[str, Any], params: list[dict[str, Any]] | None = None) -> ET.Element:
    """Draw layers over two rows, `n` 1 and 2, in a picture of 400 by 100 pixels."""
    rows = [{"n": 1}, {"n": 2}]
    chart = {"data": {"values": rows}, "height": 100, "params": params or [], "layer": list(layers)}
    control = Choose("who", "Who", [{"value": "b", "label": "B"}, {"value": "a", "label": "A"}])
    form = Explorable(chart, description="Two.", controls=[control]).print_form()
    return ET.fromstring(draw(form, theme="light", width_px=WIDTH, text="text").svg)


def words(drawn: ET.Element) -> list[str]:
    return [text.text or "" for text in drawn.iter(f"{SVG}text")]


def test_rows_of_a_table_keep_their_columns_by_name() -> None:
    table = pd.DataFrame({"model": ["a", "b"], "gb": [1.5, 2]})
    assert records(lambda _: table, "any") == [{"model": "a", "gb": 1.5}, {"model": "b", "gb": 2}]


def test_a_look_up_follows_the_control() -> None:
    entry = {"name": "entry", "expr": looked_up({"a": "ক", "b": "খ"}, "who")}
    assert words(svg(said("entry", ("0", "0"), "datum.n == 1"), params=[entry])) == ["খ"]


def test_sums_are_made_in_their_order() -> None:
    layer = said("datum.twice + 1", ("0", "0"), "datum.n == 2")
    layer["transform"] = [*sums(twice="datum.n * 2"), *layer["transform"]]
    assert words(svg(layer)) == ["5"]


@pytest.mark.parametrize(
    ("value", "text"), [("7.05", "7.05"), ("12.34", "12.3"), ("99.96", "100"), ("1234.5", "1,235")]
)
def test_three_figures_are_enough_below_a_hundred(value: str, text: str) -> None:
    assert words(svg(said(three_figures(value), ("0", "0"), "datum.n == 1"))) == [text]


def test_a_box_stands_where_its_corners_say_in_pixels_from_the_top_left() -> None:
    drawn = svg(box(("10", "20", "210", "20 + datum.n * 5"), "datum.n == 2", color=OPEN))
    (path,) = (p for p in drawn.iter(f"{SVG}path") if p.get("fill") == palette("light")["open"])
    assert path.get("d") == "M10,20h200v10h-200Z"


def test_words_stand_at_their_place_for_the_rows_that_pass_every_filter() -> None:
    drawn = svg(said("'n ' + datum.n", ("30", "40 * datum.n"), "datum.n > 0", "datum.n < 2"))
    (text,) = drawn.iter(f"{SVG}text")
    assert (text.text, text.get("text-anchor")) == ("n 1", "start")
    assert (text.get("transform") or "").startswith("translate(30,4")


def test_a_halo_says_the_words_over_a_rim_of_paper() -> None:
    drawn = svg(*with_halo(said("'seen'", ("0", "9"), "datum.n == 1", color=OPEN)))
    colours = palette("light")
    assert [t.get("fill") for t in drawn.iter(f"{SVG}text")] == [colours["paper"], colours["open"]]


def test_the_same_chart_is_drawn_to_the_same_bytes_by_every_process() -> None:
    code = (
        "from test_chart_layers import *\n"
        "frames = box(('0', '0', '9 * datum.n', '9'), color=OPEN, stroke=OPEN, strokeWidth=2)\n"
        "print(ET.tostring(svg(frames)))"
    )

    def drawn(seed: str) -> bytes:
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        return subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env=env
        ).stdout

    assert len({drawn(seed) for seed in "012"}) == 1
