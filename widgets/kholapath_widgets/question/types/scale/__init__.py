"""A scale to agree on or a poll: every answer counts, none is right."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import BeforeValidator, Field, model_validator

from kholapath_widgets._shared.strings import strings
from kholapath_widgets.question.item import FieldProblem, Part, key_row
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.types._options import Option, OptionItem, options_from

Ladder = Literal["agreement", "confidence", "frequency"]
"""Scales of five steps that need no writing: their words are in ``strings/``, in every language."""

_STEPS = 5


@cache
def _ladder(name: str) -> list[dict[str, Any]]:
    """Return the steps of a ready scale, in every language there is."""
    home = Path(__file__).parent
    langs = sorted((file.stem for file in (home / "strings").iterdir()), reverse=True)
    words = {lang: strings(home, lang) for lang in ["en", *(x for x in langs if x != "en")]}
    return [
        {"id": str(step), "text": {lang: said[f"{name}_{step}"] for lang, said in words.items()}}
        for step in range(1, _STEPS + 1)
    ]


def _steps(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if value not in get_args(Ladder):
        known = ", ".join(get_args(Ladder))
        raise ValueError(f"the ready scales are {known}; or write a list of options")
    return _ladder(value)


Steps = Annotated[
    list[Option],
    Field(min_length=2, max_length=11),
    BeforeValidator(_steps, json_schema_input_type=Ladder | list[Option]),
]


class ScaleItem(OptionItem):
    """Steps of a scale, or a poll's options; the response is the id of one."""

    type: Literal["scale"] = "scale"
    mode: Literal["survey"] = Field("survey", description="nothing on a scale is right or wrong")
    options: Steps = Field(description="agreement, confidence, frequency; or a list of options")
    layout: Literal["row", "list"] = Field(
        "row", description="row: the steps of a scale side by side; list: a poll"
    )
    shuffle: bool = Field(default=False, description="steps stay in their order")
    interaction: ClassVar[str] = "likert"

    @model_validator(mode="after")
    def _the_steps_stay_in_order(self) -> Self:
        self.check_options([])
        if self.shuffle and self.layout == "row":
            raise FieldProblem("shuffle", "the steps of a scale stay in order; a poll is a list")
        return self

    def mark(self, response: Any) -> Result:
        """Take the id of the chosen step; none is right or wrong."""
        if not isinstance(response, str) or all(o.id != response for o in self.options):
            return refuse()
        return verdict(self.mode, score=0, feedback=self.feedback_ids({response}))

    def sheet(self, lang: str, seed: int) -> list[Part]:
        """Circles to fill in."""
        return self.entries("circle", lang, seed)

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """A note that there is nothing to mark."""
        return [key_row("note", "@key_note")]

    def xapi_components(self) -> dict[str, Any]:
        """Return the steps as xAPI's scale."""
        return {"scale": super().xapi_components()["choices"]}

    @classmethod
    def from_call(cls, prompt: Any, options: Any = "agreement", **fields: Any) -> dict[str, Any]:
        """A scale or a poll: no answer is right or wrong.

        Parameters
        ----------
        prompt
            The statement or the question, in Markdown with ``$math$``; or a text by language.
        options
            A ready scale (``"agreement"``, ``"confidence"``, ``"frequency"``), a list of texts,
            a map from each to the words said when it is chosen, or options in full.
        **fields
            Any field of an item; here also ``layout``: ``"row"``, or ``"list"`` for a poll.

        Examples
        --------
        >>> Scale("Open weights make a model trustworthy.")
        >>> Scale("What do you use?", ["Open models", "Closed ones"], layout="list")
        """
        return {"prompt": prompt, "options": options_from(options, None)[0], **fields}


ITEM = ScaleItem
