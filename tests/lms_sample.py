"""One question of every interaction, made by hand, and what its right answer is."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, TypeAdapter

from kholapath.document import model as m
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.interactions import mark
from kholapath_widgets.question.item import Item
from kholapath_widgets.question.result import Result

Option, Accepted = x.Option, x.Accepted

PICTURE = "data:image/png;base64,iVBORw0KGgo="
EVERY: dict[str, x.Interaction] = {
    "one": x.ChoiceInteraction(
        options=(
            Option(id="a", text="The <strong>run</strong>", fraction=1.0),
            Option(id="b", text="All research", feedback="Who pays for that?", misconception="all"),
            Option(id="c", text="None", unchosen="Not even this?", pinned=True),
        )
    ),
    "many": x.ChoiceInteraction(
        options=(
            Option(id="w", text="Weights", fraction=0.5),
            Option(id="c", text="Code", fraction=0.5),
            Option(id="p", text="The price", fraction=-0.5, feedback="Good to know."),
        ),
        many=True,
        choose=2,
    ),
    "number": x.NumericEntry(
        value=5.576,
        tolerance=0.1,
        unit="million USD",
        slips=(x.Slip(value=1.394, tolerance=0.01, feedback="That is divided."),),
    ),
    "word": x.TextEntry(
        accepted=(
            Accepted(words="MIT"),
            Accepted(words="এমআইটি"),
            Accepted(words="Apache", fraction=0.0, feedback="Nearly."),
        )
    ),
    "match": x.MatchInteraction(
        sources=(Option(id="llama", text="Llama"), Option(id="qwen", text="Qwen")),
        targets=(
            Option(id="meta", text="Meta"),
            Option(id="ali", text="Alibaba"),
            Option(id="other", text="Mistral"),
        ),
        pairs=(("llama", "meta"), ("qwen", "ali")),
    ),
    "order": x.OrderInteraction(
        entries=(
            Option(id="data", text="Collect data"),
            Option(id="train", text="Train"),
            Option(id="ask", text="Ask it"),
        )
    ),
    "gaps": x.GapInteraction(
        text=f"Weights are {mark('w')}, the licence is {mark('l')}.",
        gaps=(
            x.Gap(id="w", accepted=(Accepted(words="open"), Accepted(words="free", fraction=0.5))),
            x.Gap(
                id="l",
                options=(
                    Option(id="mit", text="MIT", fraction=1.0),
                    Option(id="gpl", text="GPL", feedback="Not this one."),
                ),
            ),
        ),
    ),
    "gap": x.GapInteraction(
        text=f"Weights are {mark('w')} to all.",
        gaps=(x.Gap(id="w", accepted=(Accepted(words="open"),)),),
    ),
    "bank": x.GapInteraction(
        text=f"{mark('who')} made {mark('what')}.",
        gaps=(x.Gap(id="who", word="meta"), x.Gap(id="what", word="llama")),
        bank=(
            Option(id="meta", text="Meta"),
            Option(id="llama", text="Llama"),
            Option(id="qwen", text="Qwen"),
        ),
    ),
    "drawn": x.GapInteraction(
        text=f"2024: 20, 2025: {mark('y25')}, 2026: {mark('y26')}.",
        gaps=(x.Gap(id="y25"), x.Gap(id="y26")),
        note="It was 158, then 359.",
    ),
    "vote": x.GapInteraction(
        text=f"I think {mark('who')}.",
        gaps=(x.Gap(id="who", options=(Option(id="y", text="so"), Option(id="n", text="not"))),),
    ),
    "hottext": x.HottextInteraction(
        text=f"{mark('a')} is open, {mark('b')} is not.",
        entries=(
            Option(id="a", text="Llama", fraction=1.0),
            Option(id="b", text="GPT-4", fraction=-1.0),
        ),
    ),
    "essay": x.ExtendedText(lines=8, model="It opens the weights.", rubric="Names the weights."),
    "poll": x.ChoiceInteraction(
        options=(Option(id="y", text="Yes"), Option(id="n", text="No")), shuffle=False
    ),
    "guess": x.NumericEntry(unit="hours", bounds=(0.0, 60.0, 0.5), note="It took 31."),
    "code": x.Unsupported(reason="it runs code"),
}


READY: TypeAdapter[x.Interaction] = TypeAdapter(
    Annotated[x.Interaction, Field(discriminator="kind")]
)


class Ready(Item):
    """A question of no type of ours: it brings any interaction with it."""

    NAME: ClassVar[str] = "ready"
    ready: Any

    def mark(self, response: Any) -> Result:
        raise NotImplementedError

    def sheet(self, lang: str, seed: int) -> list[Any]:
        raise NotImplementedError

    def key(self, lang: str, seed: int) -> list[Any]:
        raise NotImplementedError

    def exchange(self, lang: str) -> x.Interaction:
        return READY.validate_python(self.ready)


def form(name: str, interaction: x.Interaction, lang: str = "en", **more: Any) -> dict[str, Any]:
    """The print form of a question, as far as an edition for learning systems reads it."""
    item = {"id": name, "type": Ready.NAME, "prompt": {lang: f"The {name} *of* it?"}}
    return {
        "lang": lang,
        "id": name,
        "sheet": {"label": "Choose 2"},
        "answers": {"item": {**item, "ready": READY.dump_python(interaction, mode="json"), **more}},
    }


def document(*forms: dict[str, Any], title: str = "The price of a model") -> m.Document:
    """A lesson that asks these questions."""
    items = tuple(m.Item(m.Where(1, "c1"), form["lang"], frozenset(), form) for form in forms)
    meta = m.Meta(slug="03-the-price-of-a-model", lang="en", title=title)
    return m.Document(meta, items)


def every_document(**more: Any) -> m.Document:
    """A lesson with a question of every interaction."""
    return document(*(form(name, made, **more) for name, made in EVERY.items()))
