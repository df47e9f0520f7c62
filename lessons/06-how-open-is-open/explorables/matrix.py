"""The columns of the comparison on paper: as nobody can choose there, eight models side by side."""

from __future__ import annotations

from kholapath.charts.layers import Row, across, down

from .circles import circles, said
from .marks import Model

PRINTED = ("OLMo", "Apertus", "GPT OSS", "DeepSeek R1", "Mistral Large 3", "Llama 3.1", "Gemma", "Qwen")  # fmt: skip
LEFT, STEP = 0.41, 0.075  # of the width: the first column, and from one to the next
SLANT = -38  # degrees


def matrix(shown: list[Model], rows: list[Row], head: float, foot: float) -> list[Row]:
    """Return layers that are there on paper only.

    Parameters
    ----------
    shown
        Models, those of PRINTED among them.
    rows
        The criteria: which mark of a model (``i``), and how far down (``y``).
    head, foot
        Where names and points stand, in pixels from the top.
    """
    by_name = {m.name: m for m in shown}
    models = [by_name[name] for name in PRINTED]
    marks = [
        {"k": k, "y": row["y"], "mark": list(model.marks.values())[row["i"]]}
        for k, model in enumerate(models)
        for row in rows
    ]
    names = [{"k": k, "y": head, "said": m.name} for k, m in enumerate(models)]
    points = [{"k": k, "y": foot, "points": m.points} for k, m in enumerate(models)]
    number = {"calculate": "format(datum.points, '.1~f')", "as": "said"}
    return [
        {"data": {"values": marks}, "transform": _ON_PAPER, "layer": circles("datum.mark", across())},
        {**_placed(said(names, fontWeight=600, angle=SLANT)), "transform": _ON_PAPER},
        {**_placed(said(points, align="center", fontWeight=600)), "transform": [*_ON_PAPER, number]},
    ]  # fmt: skip


_ON_PAPER = [{"filter": "paper"}, {"calculate": f"width * ({LEFT} + datum.k * {STEP})", "as": "x"}]


def _placed(words: Row) -> Row:
    return {**words, "encoding": {**words["encoding"], "x": across(), "y": down()}}
