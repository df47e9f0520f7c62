"""Layers placed in pixels from the upper left corner: circles full, half or empty, and words."""

from __future__ import annotations

from typing import Any

from kholapath.charts.layers import Row, down
from kholapath.charts.theme import HAIR, OPEN, PAPER

HALF = "M0,-1A1,1 0 0,0 0,1Z"  # the left half of a circle


def at(expression: str) -> Row:
    """Return a place across: a Vega expression in pixels."""
    return {"value": {"expr": expression}}


def said(rows: list[Row], x: str = "0", **mark: Any) -> Row:
    """Return the words ``said`` of each row, at its ``y``."""
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 13, **mark},
        "encoding": {"x": at(x), "y": down(), "text": {"field": "said"}},
    }


def circles(mark: str, x: Row) -> list[Row]:
    """Return a circle for each row: by the expression `mark` empty (0), half (1) or full (2)."""
    looks = [
        (f"{mark} == 0", {"stroke": HAIR, "fill": PAPER}),
        (f"{mark} > 0", {"stroke": OPEN, "fill": PAPER}),
        (f"{mark} == 1", {"stroke": OPEN, "fill": OPEN, "shape": HALF}),
        (f"{mark} == 2", {"stroke": OPEN, "fill": OPEN}),
    ]
    return [
        {
            "transform": [{"filter": only}],
            "mark": {"type": "point", "size": 190, "strokeWidth": 2, "opacity": 1, **look},
            "encoding": {"x": x, "y": down()},
        }
        for only, look in looks
    ]
