"""Put each into its category."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.locale import pick
from kholapath_widgets._shared.strings import strings
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import Part, key_row
from kholapath_widgets.question.order import order
from kholapath_widgets.question.types._pairs import PairItem, Row, Target, pairs_taken


class CategoriseItem(PairItem):
    """Entries to sort; the response is a map from the id of each entry to that of a category."""

    type: Literal["categorise"] = "categorise"
    entries: Annotated[list[Row], Field(min_length=2, max_length=20)] = Field(
        description="what is to be sorted, shuffled"
    )
    categories: Annotated[list[Target], Field(min_length=2, max_length=6)] = Field(
        description="where it can go, in this order"
    )
    fields = ("entries", "categories")

    @property
    def rows(self) -> list[Row]:
        """The entries."""
        return self.entries

    @property
    def targets(self) -> list[Target]:
        """The categories."""
        return self.categories

    @model_validator(mode="after")
    def _every_entry_has_its_category(self) -> Self:
        self.check_pairs()
        return self

    def ordered(self, seed: int) -> list[Row]:
        """Return the entries as this seed shows them, whatever their order in the file tells."""
        by_id = {entry.id: entry for entry in self.entries}
        return [by_id[i] for i in order(sorted(by_id), seed, self.id)]

    def sheet(self, lang: str, seed: int) -> list[Part]:
        """A table to tick: a row an entry, a column a category."""
        say = strings(Path(__file__).parent, lang)
        names = [pick(category.text, lang) for category in self.categories]
        rows = [[pick(e.text, lang), *("○" for _ in names)] for e in self.ordered(seed)]
        return [{"part": "table", "header": [say["column_entry"], *names], "rows": rows}]

    def key(self, lang: str, seed: int) -> list[Part]:
        """Each entry with its category."""
        right = {} if self.mode == "survey" else self.right_response() or {}
        names = {c.id: pick(c.text, lang) for c in self.categories}
        return [
            key_row(
                "right",
                f"{pick(entry.text, lang)}: **{names[right[entry.id]]}**",
                remark=pick(entry.feedback, lang) if entry.feedback else "",
                misconception=entry.misconception,
            )
            for entry in self.ordered(seed)
            if entry.id in right
        ]

    @classmethod
    def from_exchange(cls, interaction: x.Interaction) -> x.Taken | None:
        """Take sources of which several share a target; the others are pairs to match."""
        if not isinstance(interaction, x.MatchInteraction):
            return None
        used = {target for _, target in interaction.pairs}
        shared = len(used) < len(interaction.pairs) and len(used) == len(interaction.targets)
        return pairs_taken(interaction, cls.fields) if shared else None

    @classmethod
    def from_call(cls, prompt: Any, categories: Any, **fields: Any) -> dict[str, Any]:
        """Things to sort into categories.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        categories
            A map from each category to the list of texts that belong in it; or categories in
            full, as in YAML, with ``entries`` and ``answer`` beside it.
        **fields
            Any field of an item; here also ``credit`` (``"each_answer"``, ``"all"``).

        Examples
        --------
        >>> Categorise("Open or closed?", {"Open": ["OLMo", "Qwen"], "Closed": ["GPT-4"]})
        """
        if not isinstance(categories, dict):
            return {"prompt": prompt, "categories": categories, **fields}
        homes = {
            str(text): f"c{i}" for i, texts in enumerate(categories.values(), 1) for text in texts
        }
        ids = {text: f"e{i}" for i, text in enumerate(sorted(homes), 1)}
        return {
            "prompt": prompt,
            "entries": [{"id": ids[text], "text": text} for text in sorted(homes)],
            "categories": [{"id": f"c{i}", "text": name} for i, name in enumerate(categories, 1)],
            "answer": {ids[text]: home for text, home in homes.items()},
            **fields,
        }


ITEM = CategoriseItem
