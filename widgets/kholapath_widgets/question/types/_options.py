"""What the types with options share: an option, its order, its letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from kholapath_widgets._shared.locale import base, pick
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, ItemId, Part, Strict, key_row
from kholapath_widgets.question.order import order
from kholapath_widgets.question.texts import Rich

_LETTERS = {"en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "bn": "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভম"}


class Option(Strict):
    """One answer to choose."""

    id: ItemId
    text: Rich = Field(description="the answer itself")
    feedback: Rich | None = Field(None, description="what choosing it would mean, and the way on")
    feedback_unchosen: Rich | None = Field(None, description="said when it was not chosen")
    misconception: str | None = Field(
        None, description="a short tag that a teacher's summary counts"
    )
    pin: Literal["last"] | None = Field(
        None, description="stays at the end when options are shuffled"
    )


class OptionItem(Item):
    """An item whose response names options."""

    options: Annotated[list[Option], Field(min_length=2, max_length=20)] = Field(
        description="the answers to choose from"
    )
    shuffle: bool = Field(default=True, description="whether the seed orders them")

    secret = Item.secret | {"feedback", "feedback_unchosen", "misconception"}

    def ordered(self, seed: int) -> list[Option]:
        """Return the options as this seed shows them."""
        if not self.shuffle:
            return self.options
        by_id = {o.id: o for o in self.options}
        pinned = {o.id for o in self.options if o.pin}
        return [by_id[i] for i in order(list(by_id), seed, self.id, pinned)]

    def check_options(self, answers: list[str]) -> None:
        """Check that option ids are unique and that every answer names one."""
        ids = [o.id for o in self.options]
        twice = next((i for i in ids if ids.count(i) > 1), None)
        if twice:
            raise FieldProblem(
                f"options.{twice}", f"two options have the id {twice!r}; give each its own"
            )
        if self.mode != "survey" and not answers:
            raise FieldProblem(
                "answer", "no right answer is named; a question without one has mode: survey"
            )
        for answer in answers:
            if answer not in ids:
                raise FieldProblem(
                    "answer", f"{answer!r} names no option; the options are {', '.join(ids)}"
                )

    def feedback_ids(self, chosen: set[str]) -> tuple[str, ...]:
        """Return where the words for this choice are: of the chosen, then of the unchosen."""
        said = [f"options.{o.id}.feedback" for o in self.options if o.id in chosen and o.feedback]
        unsaid = [
            f"options.{o.id}.feedback_unchosen"
            for o in self.options
            if o.id not in chosen and o.feedback_unchosen
        ]
        return (*said, *unsaid)

    def xapi_components(self) -> dict[str, Any]:
        """Return the options as xAPI's choices."""
        return {"choices": [{"id": o.id, "description": dict(o.text)} for o in self.options]}

    def exchange(self, lang: str) -> x.Interaction:
        """Return the options, none of them right."""
        return x.ChoiceInteraction(options=self.exchanged(lang, {}), shuffle=self.shuffle)

    def exchanged(self, lang: str, fractions: Mapping[str, float]) -> tuple[x.Option, ...]:
        """Return the options in one language, each with the fraction of the points it earns."""
        return tuple(
            x.Option(
                id=o.id,
                text=x.html(o.text, lang),
                fraction=fractions.get(o.id, 0.0),
                feedback=x.html(o.feedback, lang),
                unchosen=x.html(o.feedback_unchosen, lang),
                misconception=o.misconception or "",
                pinned=o.pin is not None,
            )
            for o in self.options
        )

    def entries(self, mark: str, lang: str, seed: int) -> list[Part]:
        """Return the options' print part."""
        entries = [
            {"label": letter(i, lang), "md": pick(o.text, lang)}
            for i, o in enumerate(self.ordered(seed))
        ]
        return [{"part": "options", "mark": mark, "entries": entries}]

    def key_rows(self, answers: set[str], lang: str, seed: int) -> list[Part]:
        """Return a row an option: right or wrong, its letter, what it would mean; a survey has none."""
        if self.mode == "survey":
            return []
        return [
            key_row(
                "right" if o.id in answers else "wrong",
                pick(o.text, lang),
                label=letter(i, lang),
                remark=pick(o.feedback, lang) if o.feedback else "",
                misconception=o.misconception,
            )
            for i, o in enumerate(self.ordered(seed))
        ]


def options_taken(found: x.ChoiceInteraction) -> dict[str, Any]:
    """Return the fields of options that a learning system held."""
    options = [
        {
            "id": o.id,
            "text": o.text,
            **({"feedback": o.feedback} if o.feedback else {}),
            **({"misconception": o.misconception} if o.misconception else {}),
            **({"pin": "last"} if o.pinned else {}),
        }
        for o in found.options
    ]
    return {"options": options, **({} if found.shuffle else {"shuffle": False})}


def letter(index: int, lang: str) -> str:
    """Return the letter of the option at `index` (from 0): A B C, ক খ গ."""
    letters = _LETTERS.get(base(lang), _LETTERS["en"])
    return letters[index % len(letters)]


def options_from(options: Any, answer: Any) -> tuple[Any, Any]:
    """Read the short form of Python: texts for options, an answer by its text or id.

    Returns the options in full (ids a, b, c … where none are given) and the answer by id;
    whatever is neither goes on as it is, for the model to name what is wrong with it.
    """
    if isinstance(options, dict):
        said = [{"text": text, "feedback": words} for text, words in options.items()]
    elif isinstance(options, list | tuple):
        said = [{"text": o} if isinstance(o, str) else o for o in options]
    else:
        return options, answer
    full = [{"id": _id(i), **o} if isinstance(o, dict) else o for i, o in enumerate(said)]
    ids = {
        o["text"]: o["id"] for o in full if isinstance(o, dict) and isinstance(o.get("text"), str)
    }
    if isinstance(answer, list | tuple | set):
        return full, [ids.get(a, a) if isinstance(a, str) else a for a in answer]
    return full, ids.get(answer, answer) if isinstance(answer, str) else answer


def _id(index: int) -> str:
    return chr(ord("a") + index) if index < 26 else f"o{index}"  # noqa: PLR2004 - the alphabet
