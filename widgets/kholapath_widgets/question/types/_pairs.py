"""What the types that put things to things share (see types/pairs.ts): rows, targets, their marks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, ClassVar, Literal

from pydantic import Field

from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import FieldProblem, Item, ItemId, Strict
from kholapath_widgets.question.result import Result, refuse, verdict
from kholapath_widgets.question.texts import Rich

PairCredit = Literal["all", "each_answer"]


class Target(Strict):
    """What a row can be put to."""

    id: ItemId
    text: Rich


class Row(Strict):
    """What is to be put to a target."""

    id: ItemId
    text: Rich
    feedback: Rich | None = Field(None, description="said when it is put to a wrong one")
    misconception: str | None = Field(
        None, description="a short tag that a teacher's summary counts"
    )


class PairItem(Item):
    """An item whose response puts each row to a target."""

    answer: dict[str, str] = Field({}, description="by each row's id, the id of its target")
    credit: PairCredit = Field(
        "each_answer", description="each_answer: the share that is right; all: all or nothing"
    )
    interaction: ClassVar[str] = "matching"
    fields: ClassVar[tuple[str, str]]
    """The names of the two lists."""

    secret = Item.secret | {"feedback", "misconception"}

    @property
    @abstractmethod
    def rows(self) -> Sequence[Row]:
        """What is put to a target."""

    @property
    @abstractmethod
    def targets(self) -> Sequence[Target]:
        """What it can be put to."""

    def check_pairs(self) -> None:
        """Check that ids are unique and that the answer puts every row to a target that exists."""
        ids = [[entry.id for entry in entries] for entries in (self.rows, self.targets)]
        for field, known in zip(self.fields, ids, strict=True):
            twice = next((i for i in known if known.count(i) > 1), None)
            if twice:
                problem = f"two of the {field} have the id {twice!r}; give each its own"
                raise FieldProblem(f"{field}.{twice}", problem)
        rows, targets = ids
        for row, target in self.answer.items():
            if row not in rows:
                problem = f"{row!r} is none of the {self.fields[0]}: {', '.join(rows)}"
                raise FieldProblem(f"answer.{row}", problem)
            if target not in targets:
                problem = f"{target!r} is none of the {self.fields[1]}: {', '.join(targets)}"
                raise FieldProblem(f"answer.{row}", problem)
        missing = next((i for i in rows if i not in self.answer), None)
        if self.mode != "survey" and missing:
            problem = f"say which of the {self.fields[1]} is right for {missing!r}"
            raise FieldProblem("answer", problem)

    def mark(self, response: Any) -> Result:
        """Mark the map from row to target; a row left out is not right."""
        by_id = {row.id: row for row in self.rows}
        given = read_pairs(response, by_id, [target.id for target in self.targets])

        def words(row: str, target: str) -> str | None:
            wrong = target != self.answer.get(row)
            return f"{self.fields[0]}.{row}.feedback" if wrong and by_id[row].feedback else None

        return mark_pairs(self.mode, self.credit, given, self.right_response() or {}, words)

    def right_response(self) -> dict[str, str] | None:
        """Return the answer, row by row."""
        return {row.id: self.answer[row.id] for row in self.rows if row.id in self.answer} or None

    def correct_patterns(self) -> list[str]:
        """Return the pairs as xAPI joins them."""
        right = self.right_response() or {}
        pairs = "[,]".join(f"{row}[.]{target}" for row, target in right.items())
        return [pairs] if pairs else []

    def xapi_components(self) -> dict[str, Any]:
        """Return the rows as xAPI's source, the targets as its target."""
        return {
            name: [{"id": entry.id, "description": dict(entry.text)} for entry in entries]
            for name, entries in (("source", self.rows), ("target", self.targets))
        }

    def exchange(self, lang: str) -> x.Interaction:
        """Return the rows, their targets and the pairs of them."""
        right = {} if self.mode == "survey" else self.right_response() or {}
        return x.MatchInteraction(
            sources=tuple(
                x.Option(
                    id=row.id,
                    text=x.html(row.text, lang),
                    feedback=x.html(row.feedback, lang),
                    misconception=row.misconception or "",
                )
                for row in self.rows
            ),
            targets=tuple(x.Option(id=t.id, text=x.html(t.text, lang)) for t in self.targets),
            pairs=tuple(right.items()),
            credit=self.credit,
        )


def read_pairs(
    response: Any, rows: Collection[str], targets: Collection[str]
) -> dict[str, str] | None:
    """Read a response; None if it is no map of known rows to known targets, or an empty one."""
    if not isinstance(response, dict) or not response:
        return None
    known = all(
        row in rows and isinstance(target, str) and target in targets
        for row, target in response.items()
    )
    return response if known else None


def mark_pairs(
    mode: str,
    credit: PairCredit,
    response: Mapping[str, str] | None,
    right: Mapping[str, str],
    feedback: Callable[[str, str], str | None],
) -> Result:
    """Mark a response row by row.

    Parameters
    ----------
    mode, credit
        The item's; ``each_answer`` gives the share of the rows that are right, ``all`` all or nothing.
    response
        As `read_pairs` gives it.
    right
        The right target of every row.
    feedback
        Where the words for a row with a target are, or None.
    """
    if response is None:
        return refuse()
    hits = sum(response.get(row) == target for row, target in right.items())
    score = float(hits == len(right)) if credit == "all" else hits / max(1, len(right))
    said = [feedback(row, response[row]) for row in right if row in response]
    return verdict(mode, score=score if right else 0, feedback=tuple(path for path in said if path))


def pairs_taken(found: x.Interaction, names: tuple[str, str]) -> x.Taken | None:
    """Return the fields of an item of pairs that a learning system held; None if it is no such item."""
    if not isinstance(found, x.MatchInteraction) or not found.pairs:
        return None
    if len({row for row, _ in found.pairs}) < len(found.pairs):
        return None  # a row with several targets
    rows = [
        {
            "id": o.id,
            "text": o.text,
            **({"feedback": o.feedback} if o.feedback else {}),
            **({"misconception": o.misconception} if o.misconception else {}),
        }
        for o in found.sources
    ]
    targets = [{"id": o.id, "text": o.text} for o in found.targets]
    fields = {names[0]: rows, names[1]: targets, "answer": dict(found.pairs)}
    return x.Taken({**fields, "credit": found.credit})
