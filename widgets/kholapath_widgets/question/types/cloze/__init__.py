"""Fill the gaps of a text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kholapath_widgets._shared.graphemes import fold
from kholapath_widgets._shared.locale import digits, pick
from kholapath_widgets._shared.strings import strings
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, ItemId, Part, Strict, key_row
from kholapath_widgets.question.order import order
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.texts import Plain, Rich, escape
from kholapath_widgets.question.types._pairs import PairCredit, Target
from kholapath_widgets.question.types._running import filled, places

from .exchange import exchanged, taken
from .marking import judged, read

_BLANK = "\\_" * 10


class Gap(Strict):
    """A gap, and what is said of it."""

    id: ItemId
    text: Plain = Field({}, description="its name, from its place in the text")
    options: list[Target] = Field([], description="what to choose from, if it is not typed")
    feedback: Rich | None = Field(None, description="said when it is filled wrongly")
    misconception: str | None = Field(
        None, description="a short tag that a teacher's summary counts"
    )


class ClozeItem(Item):
    """A text with gaps; the response is a map from gap to what was typed or the id of what was chosen."""

    type: Literal["cloze"] = "cloze"
    text: Rich = Field(description="gaps stand in it as [[id]]")
    gaps: list[Gap] = Field([], description="options or words for some of them")
    bank: Annotated[list[Target], Field(max_length=20)] = Field(
        [], description="words for the gaps without options, shuffled; without it they are typed"
    )
    reuse: bool = Field(default=False, description="whether a word of the bank may serve twice")
    answer: dict[str, str | list[str]] = Field(
        {}, description="by gap: the id of its option or word, or every spelling that counts"
    )
    near: int = Field(
        1, ge=0, le=3, description="graphemes off that still earn 'check your spelling'"
    )
    case: bool = Field(default=False, description="whether capital letters matter")
    credit: PairCredit = Field(
        "each_answer", description="each_answer: the share that is right; all: all or nothing"
    )
    interaction: ClassVar[str] = "fill-in"

    secret = Item.secret | {"feedback", "misconception"}

    @model_validator(mode="after")
    def _every_gap_can_be_filled(self) -> Self:
        ids = list(places(self.text, worded=False))
        if not ids:
            raise FieldProblem("text", "there is no gap in it; write one as [[licence]]")
        said = {gap.id: gap for gap in self.gaps}
        for field, named in (("gaps", [gap.id for gap in self.gaps]), ("answer", self.answer)):
            unknown = next((i for i in named if i not in ids), None)
            if unknown:
                raise FieldProblem(
                    f"{field}.{unknown}", f"[[{unknown}]] is not in the text: {', '.join(ids)}"
                )
        if len(said) < len(self.gaps):
            raise FieldProblem("gaps", "a gap is named twice")
        # every gap has its entry, with its name, so that marking and the view need not read the text
        self.gaps[:] = [
            said.get(i, Gap(id=i)).model_copy(update={"text": self._name(n)})
            for n, i in enumerate(ids, 1)
        ]
        for gap in self.gaps:
            self._check(gap)
        _check_options("bank", self.bank)
        return self

    def _name(self, number: int) -> dict[str, str]:
        return {lang: _say(lang)["gap"].format(n=digits(str(number), lang)) for lang in self.text}

    def _check(self, gap: Gap) -> None:
        _check_options(f"gaps.{gap.id}.options", gap.options)
        field, right = f"answer.{gap.id}", self.answer.get(gap.id)
        if right is None:
            if self.mode != "survey":
                raise FieldProblem("answer", f"say what fills [[{gap.id}]]")
        elif options := self.options_of(gap):
            ids = [option.id for option in options]
            if right not in ids:
                raise FieldProblem(field, f"{right!r} is none of the choices: {', '.join(ids)}")
        elif not right or not all(fold(text) for text in _listed(right)):
            raise FieldProblem(field, "an accepted text needs a letter or a digit")

    def options_of(self, gap: Gap) -> list[Target]:
        """Return what `gap` can be filled with; nothing if it is typed."""
        return gap.options or self.bank

    def accepted(self, gap: Gap) -> list[str]:
        """Return every filling of `gap` that counts."""
        return _listed(self.answer.get(gap.id, []))

    def mark(self, response: Any) -> Result:
        """Mark gap by gap; a near miss is told, and costs no try."""
        choices = {gap.id: [o.id for o in self.options_of(gap)] for gap in self.gaps}
        given = read(response, choices)
        if not given:
            return refuse()
        found = {
            gap.id: judged(
                given.get(gap.id, ""),
                self.accepted(gap),
                near=0 if choices[gap.id] else self.near,
                case=bool(choices[gap.id]) or self.case,
            )
            for gap in self.gaps
        }
        if "near" in found.values():
            return refuse("@near_miss")
        hits = sum(how == "exact" for how in found.values())
        score = float(hits == len(found)) if self.credit == "all" else hits / len(found)
        said = [
            f"gaps.{gap.id}.feedback"
            for gap in self.gaps
            if gap.feedback and gap.id in given and found[gap.id] == "none"
        ]
        return verdict(self.mode, score=score, feedback=tuple(said))

    def ordered(self, seed: int, gap: Gap | None = None) -> list[Target]:
        """Return the bank, or the options of a gap, as this seed shows them."""
        by_id = {o.id: o for o in (gap.options if gap else self.bank)}
        name = f"{self.id}.{gap.id}" if gap else self.id
        return [by_id[i] for i in order(sorted(by_id), seed, name)]

    def sheet(self, lang: str, seed: int) -> list[Part]:
        """The text with a line in every gap, numbered if there are several, and the bank."""
        by_id = {gap.id: gap for gap in self.gaps}
        numbers = {i: digits(str(n), lang) for n, i in enumerate(by_id, 1)}

        def gap(i: str, _words: str) -> str:
            number = f"({numbers[i]}) " if len(by_id) > 1 else ""
            options = [pick(o.text, lang) for o in self.ordered(seed, by_id[i])]
            return f"{number}{_BLANK}" + (f" ({' / '.join(options)})" if options else "")

        text = filled(pick(self.text, lang), gap)
        bank = " · ".join(pick(o.text, lang) for o in self.ordered(seed))
        said = [f"{_say(lang)['bank']}: {bank}"] if bank else []
        return [{"part": "text", "md": md} for md in (*said, text)]

    def key(self, lang: str, seed: int) -> list[Part]:  # noqa: ARG002 - a type's common signature
        """What fills each gap, other spellings beside it."""
        if self.mode == "survey":
            return []
        rows = []
        for number, gap in enumerate(self.gaps, 1):
            texts = {o.id: pick(o.text, lang) for o in self.options_of(gap)}
            first, *others = (texts.get(i) or escape(i) for i in self.accepted(gap))
            feedback = pick(gap.feedback, lang) if gap.feedback else ""
            rows.append(
                key_row(
                    "right",
                    f"**{first}**",
                    label=digits(str(number), lang) if len(self.gaps) > 1 else "",
                    remark=" · ".join(others) or feedback,
                    misconception=None if others else gap.misconception,
                )
            )
        return rows

    def right_response(self) -> dict[str, str] | None:
        """Return the first filling that counts, gap by gap."""
        return {g.id: self.accepted(g)[0] for g in self.gaps if self.accepted(g)} or None

    def correct_patterns(self) -> list[str]:
        """Return the fillings, each after its gap."""
        right = self.right_response() or {}
        return ["[,]".join(f"{gap}[.]{text}" for gap, text in right.items())] if right else []

    def exchange(self, lang: str) -> x.Interaction:
        """Return the text and its gaps."""
        return exchanged(self, lang)

    @classmethod
    def from_exchange(cls, interaction: x.Interaction) -> x.Taken | None:
        """Take a text with gaps, each of which can be filled."""
        return taken(interaction)

    @classmethod
    def from_call(
        cls, prompt: Any, text: Any, answer: Any = None, *, bank: Any = (), **fields: Any
    ) -> dict[str, Any]:
        """Gaps to fill in a text.

        Parameters
        ----------
        prompt
            The question, in Markdown with ``$math$``; or a text by language.
        text
            The text with what fills each gap in double brackets, spellings apart by ``/``; or, with
            an `answer`, each gap as ``[[id]]``, as in YAML.
        answer
            By gap, what fills it.
        bank
            Words to choose from beside the right ones; without any, gaps are typed.
        **fields
            Any field of an item; here also ``near``, ``case``, ``credit``.

        Examples
        --------
        >>> Cloze("Fill in.", "R1 came out under the [[MIT/MIT License]] licence.")
        >>> Cloze("Fill in.", "[[Meta]] made Llama.", bank=["OpenAI", "Google"])
        """
        if not isinstance(text, str) or answer is not None:
            rest = {"answer": answer or {}, **({"bank": bank} if bank else {})}
            return {"prompt": prompt, "text": text, **rest, **fields}
        found: dict[str, list[str]] = {}

        def named(match: re.Match[str]) -> str:
            name = f"g{len(found) + 1}"
            found[name] = [one.strip() for one in match[1].split("/")]
            return f"[[{name}]]"

        text = re.sub(r"\[\[([^\[\]]+)\]\]", named, text)
        if not bank:
            return {"prompt": prompt, "text": text, "answer": found, **fields}
        words = sorted({*map(str, bank), *(accepted[0] for accepted in found.values())})
        ids = {word: f"w{n}" for n, word in enumerate(words, 1)}
        return {
            "prompt": prompt,
            "text": text,
            "bank": [{"id": i, "text": word} for word, i in ids.items()],
            "answer": {name: ids[accepted[0]] for name, accepted in found.items()},
            **fields,
        }


def _say(lang: str) -> dict[str, str]:
    return strings(Path(__file__).parent, lang)


def _listed(right: str | list[str]) -> list[str]:
    return [right] if isinstance(right, str) else right


def _check_options(field: str, options: list[Target]) -> None:
    ids = [option.id for option in options]
    twice = next((i for i in ids if ids.count(i) > 1), None)
    if twice:
        raise FieldProblem(field, f"two have the id {twice!r}; give each its own")
    if len(ids) == 1:
        raise FieldProblem(field, "one alone is no choice; give several, or none")


ITEM = ClozeItem
