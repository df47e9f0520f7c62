"""The item: what every question has, whatever its type."""

from __future__ import annotations

from abc import abstractmethod
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from .interactions import Interaction, Taken, Unsupported
from .result import Judged, Result
from .texts import Plain, Rich

ItemId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=64)]
Part = dict[str, Any]
NOTHING = "\u200c"
"""A cell of a printed table that is empty, and not there to be filled in."""


class Strict(BaseModel):
    """Nothing unknown, nothing changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Item(Strict):
    """One question.

    A type's folder subclasses this with its answer, and says how to mark it and how it stands on
    paper; nothing outside that folder knows the type.
    """

    # What gives an answer away: left out of the form that a `check` question sends to the browser.
    secret: ClassVar[frozenset[str]] = frozenset({"answer", "explanation"})

    id: ItemId = Field(description="stable; answers and exports refer to it")
    type: str = Field(description="the question type: a folder of types/")
    prompt: Rich = Field(description="what is asked, in Markdown with $math$")
    mode: Literal["practice", "check", "survey"] = Field(
        "practice",
        description="practice: marked at once, the key is in the page; check: on Submit; survey: no right answer",
    )
    hints: list[Rich] = Field([], description="shown one at a time, never locked")
    explanation: Rich | None = Field(None, description="shown after a try")
    source: str | None = Field(None, description="a table in the data package")
    outcome: Plain | None = Field(
        None, description="what it tests, in a few words: a quiz counts its score by it"
    )
    points: float = Field(1, gt=0, description="what a right answer is worth")
    attempts: int | None = Field(None, ge=1, description="the most tries; unlimited if left out")
    reveal_after: int = Field(1, ge=1, description="tries before the answer can be shown")

    @abstractmethod
    def mark(self, response: Any) -> Result:
        """Mark any JSON value; never raises."""

    def judge(self, response: Any) -> Judged:
        """Mark in the kernel: what `mark` says, unless a type can do more here than a browser."""
        return Judged(self.mark(response))

    @abstractmethod
    def sheet(self, lang: str, seed: int) -> list[Part]:
        """Return the print parts that a learner fills in."""

    @abstractmethod
    def key(self, lang: str, seed: int) -> list[Part]:
        """Return the rows of the answer key."""

    def right_response(self) -> Any:
        """Return a response that is marked right; None where nothing is right or wrong."""
        return None

    def sheet_label(self, say: dict[str, str], lang: str) -> str:  # noqa: ARG002 - for types that count
        """Return what is asked for, in a few words: One answer, A number."""
        return say["label"]

    def correct_patterns(self) -> list[str]:
        """Return xAPI's correctResponsesPattern, empty where nothing is right or wrong."""
        return []

    def xapi_components(self) -> dict[str, Any]:
        """Return xAPI's lists of what can be chosen (``choices``, ``source``, ``target`` …)."""
        return {}

    def xapi_response(self, response: Any) -> str | None:  # noqa: ARG002 - for types that write it
        """Return a response as xAPI writes one; None for the way that most types share."""
        return None

    def exchange(self, lang: str) -> Interaction:  # noqa: ARG002 - a type's common signature
        """Return what a learning system can hold of the item, in one language."""
        return Unsupported(reason=f"no learning system has a question of the type {self.type}")

    @classmethod
    def from_exchange(cls, interaction: Interaction) -> Taken | None:  # noqa: ARG003 - as above
        """Return the item's own fields from what a learning system held; None if it is another type."""
        return None

    interaction: ClassVar[str] = "other"
    """xAPI's interactionType."""

    @classmethod
    def from_call(cls, *args: Any, **fields: Any) -> dict[str, Any]:
        """Return an entry's fields from the short form of Python; its docstring is the public class's."""
        return {**dict(zip(("prompt", "answer"), args, strict=False)), **fields}

    @property
    def sealed(self) -> bool:
        """Whether the key stays with the kernel, which then marks."""
        return self.mode == "check"

    @property
    def langs(self) -> list[str]:
        """The languages that the prompt is written in."""
        return list(self.prompt)

    def authored_form(self) -> dict[str, Any]:
        """Return the item as its author wrote it, in plain data: `make_item` makes the same of it."""
        own = self.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        return {"type": self.type, **own}

    def view_form(self) -> dict[str, Any]:
        """Return the item as the browser shows it: Markdown rendered to sanitised HTML."""
        return self.model_dump(mode="json", exclude_none=True, context={"view": True})

    def public_form(self) -> dict[str, Any]:
        """Return the view form without anything that gives the answer away, marked as sealed."""
        return {**strip(self.view_form(), self.secret), "sealed": True}


def strip(value: Any, names: frozenset[str]) -> Any:
    """Return JSON `value` without the fields in `names`, at any depth."""
    if isinstance(value, dict):
        return {k: strip(v, names) for k, v in value.items() if k not in names}
    if isinstance(value, list):
        return [strip(v, names) for v in value]
    return value


def key_row(
    verdict: str, md: str, *, label: str = "", remark: str = "", misconception: str | None = None
) -> Part:
    """Return a row of the answer key.

    Parameters
    ----------
    verdict
        ``right``, ``wrong``, ``accept``, ``slip``, ``credit`` or ``note``.
    md, remark
        Markdown: the answer, and what is said of it, if anything is.
    label
        Its letter or number on the sheet.
    misconception
        The tag of what a wrong answer shows.
    """
    said = {"remark": remark, "misconception": misconception}
    return {"verdict": verdict, "label": label, "md": md, **{k: v for k, v in said.items() if v}}


class FieldProblem(ValueError):  # noqa: N818 - pydantic wraps it in its own error
    """A problem of one field that only the whole item shows."""

    def __init__(self, field: str, problem: str) -> None:
        self.field = field
        super().__init__(problem)
