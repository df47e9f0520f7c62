"""Put in order."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.locale import digits, pick
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, ItemId, Part, Strict, key_row
from kholapath_widgets.question.order import order
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.texts import Rich

from .marking import kept, score


class Entry(Strict):
    """One thing to put in its place."""

    id: ItemId
    text: Rich
    feedback: Rich | None = Field(None, description="said when it is out of order")
    misconception: str | None = Field(
        None, description="a short tag that a teacher's summary counts"
    )


class OrderingItem(Item):
    """Entries to put in order; the response is the list of all their ids."""

    type: Literal["ordering"] = "ordering"
    entries: Annotated[list[Entry], Field(min_length=2, max_length=12)] = Field(
        description="what is to be put in order"
    )
    answer: list[str] = Field(
        [], description="the ids in the right order; left out, the order of the entries"
    )
    credit: Literal["exact", "lcs"] = Field(
        "lcs", description="lcs: less a share for each entry to move; exact: all or nothing"
    )
    interaction: ClassVar[str] = "sequencing"

    secret = Item.secret | {"feedback", "misconception"}

    @model_validator(mode="before")
    @classmethod
    def _the_entries_are_in_order(cls, entry: Any) -> Any:
        if not isinstance(entry, dict) or "answer" in entry or entry.get("mode") == "survey":
            return entry
        entries = entry.get("entries")
        if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
            return entry
        return {**entry, "answer": [e.get("id") for e in entries]}

    @model_validator(mode="after")
    def _the_answer_has_every_entry_once(self) -> Self:
        ids = [e.id for e in self.entries]
        twice = next((i for i in ids if ids.count(i) > 1), None)
        if twice:
            raise FieldProblem(
                f"entries.{twice}", f"two entries have the id {twice!r}; give each its own"
            )
        if sorted(self.answer) != sorted(ids) and (self.answer or self.mode != "survey"):
            raise FieldProblem("answer", f"name every entry once, in order: {', '.join(ids)}")
        return self

    def public_form(self) -> dict[str, Any]:
        """Leave out the order of the entries too."""
        form = super().public_form()
        return {**form, "entries": sorted(form["entries"], key=lambda entry: entry["id"])}

    def mark(self, response: Any) -> Result:
        """Mark the order of all ids; the words are those of the entries to move."""
        ids = {e.id for e in self.entries}
        if (
            not isinstance(response, list)
            or not all(isinstance(i, str) for i in response)
            or len(response) != len(ids)
            or set(response) != ids
        ):
            return refuse()
        run = kept(response, self.answer)
        spoken = {e.id for e in self.entries if e.feedback}
        said = [i for i in response if self.answer and i not in run and i in spoken]
        return verdict(
            self.mode,
            score=score(self.credit, len(run), len(response)),
            feedback=tuple(f"entries.{i}.feedback" for i in said),
        )

    def sheet(self, lang: str, seed: int) -> list[Part]:
        """The entries in disorder, each with a blank for its number."""
        by_id = {e.id: e for e in self.entries}
        return [
            {"part": "blank", "width": 10, "before": "", "after": pick(by_id[i].text, lang)}
            for i in order(sorted(by_id), seed, self.id)
        ]

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The entries in order, and how a partly right order counts."""
        if self.mode == "survey":
            return []
        by_id = {e.id: e for e in self.entries}
        rows = [
            key_row(
                "right",
                pick(by_id[i].text, lang),
                label=digits(str(place), lang),
                remark=pick(words, lang) if (words := by_id[i].feedback) else "",
                misconception=by_id[i].misconception,
            )
            for place, i in enumerate(self.answer, 1)
        ]
        return [*rows, key_row("note", f"@credit_{self.credit}")]

    def right_response(self) -> list[str] | None:
        """Return the ids in order."""
        return self.answer or None

    def correct_patterns(self) -> list[str]:
        """Return the ids in order, as xAPI joins them."""
        return ["[,]".join(self.answer)] if self.answer else []

    def xapi_components(self) -> dict[str, Any]:
        """Return the entries as xAPI's choices."""
        return {"choices": [{"id": e.id, "description": dict(e.text)} for e in self.entries]}

    def exchange(self, lang: str) -> x.Interaction:
        """Return the entries in order."""
        if not self.answer or self.mode == "survey":
            return x.Unsupported(reason="no learning system takes an order of which none is right")
        by_id = {e.id: e for e in self.entries}
        entries = tuple(
            x.Option(
                id=i,
                text=x.html(by_id[i].text, lang),
                feedback=x.html(by_id[i].feedback, lang),
                misconception=by_id[i].misconception or "",
            )
            for i in self.answer
        )
        return x.OrderInteraction(entries=entries, credit=self.credit)

    @classmethod
    def from_exchange(cls, interaction: x.Interaction) -> x.Taken | None:
        """Take entries in order."""
        if not isinstance(interaction, x.OrderInteraction):
            return None
        entries = [
            {
                "id": e.id,
                "text": e.text,
                **({"feedback": e.feedback} if e.feedback else {}),
                **({"misconception": e.misconception} if e.misconception else {}),
            }
            for e in interaction.entries
        ]
        return x.Taken({"entries": entries, "credit": interaction.credit})

    @classmethod
    def from_call(cls, prompt: Any, entries: Any, **fields: Any) -> dict[str, Any]:
        """Things to put in order.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        entries
            The texts, in the right order; or entries in full, as in YAML.
        **fields
            Any field of an item; here also ``credit``: ``"lcs"`` (less a share for each entry
            that would have to move) or ``"exact"`` (all or nothing).

        Examples
        --------
        >>> Ordering("From old to new:", ["Llama 2", "Llama 3", "Llama 4"])
        """
        if not isinstance(entries, list | tuple) or not all(isinstance(e, str) for e in entries):
            return {"prompt": prompt, "entries": entries, **fields}
        # by the words, not by the place: an id must not tell where its entry belongs
        ids = {text: f"e{i}" for i, text in enumerate(sorted(entries), 1)}
        full = [{"id": ids[text], "text": text} for text in entries]
        return {"prompt": prompt, "entries": full, **fields}


ITEM = OrderingItem
