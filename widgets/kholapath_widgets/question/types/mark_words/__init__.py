"""Mark the words in a text."""

from __future__ import annotations

import re
from html import escape
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.locale import pick
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, ItemId, Part, Strict, key_row
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.texts import Plain, Rich
from kholapath_widgets.question.types._credit import Credit, credited
from kholapath_widgets.question.types._running import filled, places


class Words(Strict):
    """Words that can be marked, and what is said of them."""

    id: ItemId
    text: Plain = Field({}, description="taken from the text")
    feedback: Rich | None = Field(None, description="said when they are marked")
    feedback_unchosen: Rich | None = Field(None, description="said when they are not")
    misconception: str | None = Field(
        None, description="a short tag that a teacher's summary counts"
    )


class MarkWordsItem(Item):
    """A text with words to mark; the response is the list of the ids of those marked."""

    type: Literal["mark_words"] = "mark_words"
    text: Rich = Field(description="words that can be marked stand in it as [[id|words]]")
    entries: list[Words] = Field([], description="what is said of some of them")
    answer: list[str] = Field([], description="the ids of the words to mark")
    credit: Credit = Field(
        "net_correct", description="how a partly right answer counts, by PrairieLearn's names"
    )
    interaction: ClassVar[str] = "choice"

    secret = Item.secret | {"feedback", "feedback_unchosen", "misconception"}

    @model_validator(mode="after")
    def _the_answers_are_in_the_text(self) -> Self:
        found = places(self.text, worded=True)
        ids = list(found)
        if len(ids) < 2:  # noqa: PLR2004 - one is no choice
            raise FieldProblem("text", "write at least two words to mark, as [[olmo|OLMo]]")
        entries = [entry.id for entry in self.entries]
        for field, named in (("entries", entries), ("answer", self.answer)):
            unknown = next((i for i in named if i not in ids), None)
            if unknown:
                raise FieldProblem(field, f"[[{unknown}|…]] is not in the text: {', '.join(ids)}")
            twice = next((i for i in named if named.count(i) > 1), None)
            if twice:
                raise FieldProblem(field, f"{twice!r} is named twice")
        if self.mode != "survey" and not self.answer:
            raise FieldProblem("answer", "name the words to mark by their ids")
        said = {entry.id: entry for entry in self.entries}
        # every one has its entry, with its words, so that marking and the view need not read the text
        self.entries[:] = [
            said.get(i, Words(id=i)).model_copy(update={"text": words})
            for i, words in found.items()
        ]
        return self

    def mark(self, response: Any) -> Result:
        """Mark the ids of the words by the item's credit rule."""
        ids = {entry.id for entry in self.entries}
        if not isinstance(response, list) or not response:
            return refuse()
        if not all(isinstance(i, str) and i in ids for i in response):
            return refuse()
        chosen = set(response)
        feedback = [
            f"entries.{entry.id}.{name}"
            for name, which in (("feedback", chosen), ("feedback_unchosen", ids - chosen))
            for entry in self.entries
            if entry.id in which and getattr(entry, name)
        ]
        score = credited(self.credit, chosen, set(self.answer), len(ids))
        return verdict(self.mode, score=score, feedback=tuple(feedback))

    def sheet(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """The text, with what can be underlined in bold."""
        return [
            {"part": "text", "md": filled(pick(self.text, lang), lambda _, words: f"**{words}**")}
        ]

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """Every one of the words in bold, right or wrong, and how a partly right answer counts."""
        if self.mode == "survey":
            return []
        rows = [
            key_row(
                "right" if entry.id in self.answer else "wrong",
                pick(entry.text, lang),
                remark=pick(entry.feedback, lang) if entry.feedback else "",
                misconception=entry.misconception,
            )
            for entry in self.entries
        ]
        return [*rows, key_row("note", f"@credit_{self.credit}")]

    def right_response(self) -> list[str] | None:
        """Return the ids of the words to mark."""
        return self.answer or None

    def correct_patterns(self) -> list[str]:
        """Return the ids of the words to mark, as xAPI joins them."""
        return ["[,]".join(self.answer)] if self.answer else []

    def xapi_components(self) -> dict[str, Any]:
        """Return the words as xAPI's choices."""
        return {"choices": [{"id": e.id, "description": dict(e.text)} for e in self.entries]}

    def exchange(self, lang: str) -> x.Interaction:
        """Return the text and its words, each right one worth its share, each wrong one as much less."""
        answers = [] if self.mode == "survey" else self.answer
        share = 1 / len(answers) if answers else 0.0
        entries = tuple(
            x.Option(
                id=entry.id,
                text=escape(pick(entry.text, lang)),
                fraction=share if entry.id in answers else -share,
                feedback=x.html(entry.feedback, lang),
                unchosen=x.html(entry.feedback_unchosen, lang),
                misconception=entry.misconception or "",
            )
            for entry in self.entries
        )
        text = filled(x.html(self.text, lang), lambda i, _: x.mark(i))
        return x.HottextInteraction(text=text, entries=entries)

    @classmethod
    def from_exchange(cls, interaction: x.Interaction) -> x.Taken | None:
        """Take a text with words to mark."""
        if not isinstance(interaction, x.HottextInteraction):
            return None
        words = {entry.id: entry.text for entry in interaction.entries}
        text = x.MARK.sub(
            lambda match: f"[[{match[1]}|{words.get(match[1], match[1])}]]", interaction.text
        )
        said = [
            {
                "id": entry.id,
                "feedback": entry.feedback,
                **({"misconception": entry.misconception} if entry.misconception else {}),
            }
            for entry in interaction.entries
            if entry.feedback
        ]
        answer = [entry.id for entry in interaction.entries if entry.fraction > 0]
        return x.Taken({"text": text, "answer": answer, **({"entries": said} if said else {})})

    @classmethod
    def from_call(cls, prompt: Any, text: Any, answer: Any = (), **fields: Any) -> dict[str, Any]:
        """Words to mark in a text.

        Parameters
        ----------
        prompt
            What to look for, in Markdown with ``$math$``; or a text by language.
        text
            The text, with double brackets around what can be marked; by language, each as
            ``[[id|words]]``.
        answer
            What is to be marked, by its words or its id.
        **fields
            Any field of an item; here also ``credit``, as for `Choices`.

        Examples
        --------
        >>> MarkWords("Mark the open models.", "[[OLMo]] is open, [[GPT-4]] is not.", ["OLMo"])
        """
        ids: dict[str, str] = {}

        def named(match: re.Match[str]) -> str:
            ids[match[1]] = f"w{len(ids) + 1}"
            return f"[[{ids[match[1]]}|{match[1]}]]"

        if isinstance(text, str):
            text = re.sub(r"\[\[([^\[\]|]+)\]\]", named, text)
        answer = [ids.get(a, a) if isinstance(a, str) else a for a in answer]
        return {"prompt": prompt, "text": text, "answer": answer, **fields}


ITEM = MarkWordsItem
