"""Which belongs to which."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.locale import digits, pick
from kholapath_widgets._shared.strings import strings
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import NOTHING, Part, key_row
from kholapath_widgets.question.order import order
from kholapath_widgets.question.types._options import letter
from kholapath_widgets.question.types._pairs import PairItem, Row, Target, pairs_taken


class MatchingItem(PairItem):
    """Pairs to find; the response is a map from the id of each pair to that of an option."""

    type: Literal["matching"] = "matching"
    pairs: Annotated[list[Row], Field(min_length=2, max_length=12)] = Field(
        description="what is to be matched; stays in this order"
    )
    options: Annotated[list[Target], Field(min_length=2, max_length=16)] = Field(
        description="what to match it with, shuffled; some may fit none or several"
    )
    fields = ("pairs", "options")

    @property
    def rows(self) -> list[Row]:
        """The pairs."""
        return self.pairs

    @property
    def targets(self) -> list[Target]:
        """The options."""
        return self.options

    @model_validator(mode="after")
    def _every_pair_has_its_option(self) -> Self:
        self.check_pairs()
        return self

    def ordered(self, seed: int) -> list[Target]:
        """Return the options as this seed shows them, whatever their order in the file tells."""
        by_id = {o.id: o for o in self.options}
        return [by_id[i] for i in order(sorted(by_id), seed, self.id)]

    def sheet(self, lang: str, seed: int) -> list[Part]:
        """Two columns: numbers with a blank for a letter, letters."""
        say = strings(Path(__file__).parent, lang)
        left = [
            f"**{digits(str(i), lang)}** {pick(pair.text, lang)} \\_\\_\\_\\_\\_"
            for i, pair in enumerate(self.pairs, 1)
        ]
        right = [
            f"**{letter(i, lang)}** {pick(o.text, lang)}" for i, o in enumerate(self.ordered(seed))
        ]
        rows = [list(row) for row in zip_longest(left, right, fillvalue=NOTHING)]
        return [
            {"part": "table", "header": [say["column_pair"], say["column_option"]], "rows": rows}
        ]

    def key(self, lang: str, seed: int) -> list[Part]:
        """Each number with its letter."""
        right = {} if self.mode == "survey" else self.right_response() or {}
        letters = {o.id: (letter(i, lang), o) for i, o in enumerate(self.ordered(seed))}
        rows = []
        for number, pair in enumerate(self.pairs, 1):
            if pair.id in right:
                sign, option = letters[right[pair.id]]
                rows.append(
                    key_row(
                        "right",
                        f"{pick(pair.text, lang)}: {pick(option.text, lang)}",
                        label=f"{digits(str(number), lang)} {sign}",
                        remark=pick(pair.feedback, lang) if pair.feedback else "",
                        misconception=pair.misconception,
                    )
                )
        return rows

    @classmethod
    def from_exchange(cls, interaction: x.Interaction) -> x.Taken | None:
        """Take sources that each have one target."""
        return pairs_taken(interaction, cls.fields)

    @classmethod
    def from_call(
        cls, prompt: Any, pairs: Any, *, others: Any = (), **fields: Any
    ) -> dict[str, Any]:
        """Things to match, each with what belongs to it.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        pairs
            A map from each text to the one that belongs to it; or a list of pairs in full, as in
            YAML, with ``options`` and ``answer`` beside it.
        others
            Texts that belong to none of them.
        **fields
            Any field of an item; here also ``credit`` (``"each_answer"``, ``"all"``).

        Examples
        --------
        >>> Matching("Who made it?", {"Llama": "Meta", "Qwen": "Alibaba"}, others=["Mistral AI"])
        """
        if not isinstance(pairs, dict):
            return {"prompt": prompt, "pairs": pairs, **fields}
        # by the words, not in the order of the pairs: an id must not tell what it belongs to
        texts = sorted({*map(str, pairs.values()), *map(str, others)})
        ids = {text: f"o{i}" for i, text in enumerate(texts, 1)}
        return {
            "prompt": prompt,
            "pairs": [{"id": f"p{i}", "text": text} for i, text in enumerate(pairs, 1)],
            "options": [{"id": i, "text": text} for text, i in ids.items()],
            "answer": {f"p{i}": ids[str(text)] for i, text in enumerate(pairs.values(), 1)},
            **fields,
        }


ITEM = MatchingItem
