"""A branching scenario: decide, see what follows, go back and decide otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from kholapath_widgets._card import Card, Content
from kholapath_widgets._shared.locale import digits, pick
from kholapath_widgets.question.item import FieldProblem, ItemId, Part, Strict
from kholapath_widgets.question.texts import Number, Plain, Rich


class Meter(Strict):
    """A number that decisions move: money, trust, users."""

    id: ItemId
    name: Plain
    start: Number
    unit: Plain | None = None


class Way(Strict):
    """A decision: its words, where it leads, what it moves."""

    id: ItemId
    text: Rich
    to: ItemId
    moves: dict[str, float] = Field({}, description="by meter: what is added to it")


class Scene(Strict):
    """A situation. One without ways is an end."""

    id: ItemId
    text: Rich
    ways: list[Way] = Field([], description="none, and the story ends here")


class Story(Content):
    """Scenes, from the first one on; every one can be reached, and from each an end."""

    scenes: Annotated[list[Scene], Field(min_length=2, max_length=100)]
    meters: list[Meter] = Field([], description="shown, and moved by decisions")

    @model_validator(mode="after")
    def _whole_graph(self) -> Self:
        ids = [scene.id for scene in self.scenes]
        meters = {meter.id for meter in self.meters}
        for scene in self.scenes:
            if ids.count(scene.id) > 1:
                raise FieldProblem(f"scenes.{scene.id}", f"two scenes have the id {scene.id!r}")
            for way in scene.ways:
                here = f"scenes.{scene.id}.ways.{way.id}"
                if way.to not in ids:
                    raise FieldProblem(f"{here}.to", f"there is no scene {way.to!r}")
                unknown = next((name for name in way.moves if name not in meters), None)
                if unknown:
                    raise FieldProblem(f"{here}.moves", f"there is no meter {unknown!r}")
        self._reach()
        return self

    def _reach(self) -> None:
        to = {scene.id: {way.to for way in scene.ways} for scene in self.scenes}
        orphan = next((i for i in to if i not in _closure({self.scenes[0].id}, to)), None)
        if orphan:
            raise FieldProblem(f"scenes.{orphan}", "no decision leads to this scene")
        back = {i: {j for j, ways in to.items() if i in ways} for i in to}
        ends = {i for i, ways in to.items() if not ways}
        lost = next((i for i in to if i not in _closure(ends, back)), None)
        if lost:
            raise FieldProblem(f"scenes.{lost}", "no end can be reached from this scene")

    def sheet(self, lang: str, say: dict[str, str]) -> list[Part]:
        """Numbered scenes; each decision says where to read on."""
        number = {s.id: digits(str(i), lang) for i, s in enumerate(self.scenes, 1)}
        meters = [f"{pick(m.name, lang)}: {_amount(m, m.start, lang)}" for m in self.meters]
        opening = (
            [{"part": "text", "md": say["meters"].format(list="; ".join(meters))}] if meters else []
        )
        return [
            *opening,
            *({"part": "text", "md": self._scene(s, number, lang, say)} for s in self.scenes),
        ]

    def _scene(self, scene: Scene, number: dict[str, str], lang: str, say: dict[str, str]) -> str:
        lines = [
            f"- {pick(way.text, lang)}{self._moved(way, lang)} → "
            + say["go_to"].format(n=number[way.to])
            for way in scene.ways
        ]
        end = [] if scene.ways else [f"*{say['the_end']}*"]
        return "\n\n".join(
            [f"**{number[scene.id]}** · {pick(scene.text, lang)}", "\n".join(lines), *end]
        )

    def _moved(self, way: Way, lang: str) -> str:
        said = [
            f"{pick(m.name, lang)} {_amount(m, way.moves[m.id], lang, signed=True)}"
            for m in self.meters
            if m.id in way.moves
        ]
        return f" ({', '.join(said)})" if said else ""


def _amount(meter: Meter, value: float, lang: str, *, signed: bool = False) -> str:
    number = f"{value:+g}" if signed else f"{value:g}"
    unit = f" {pick(meter.unit, lang)}" if meter.unit else ""
    return digits(number.replace("-", "−"), lang) + unit


def _closure(start: set[str], to: dict[str, set[str]]) -> set[str]:
    found, todo = set(start), list(start)
    while todo:
        new = to[todo.pop()] - found
        found |= new
        todo += new
    return found


class Branching(Card):
    """A story in which the learner decides; its graph is checked: no dead end, no orphan."""

    folder: ClassVar[Path] = Path(__file__).parent
    model = Story
