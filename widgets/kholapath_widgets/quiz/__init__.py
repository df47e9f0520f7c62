"""A quiz: several questions as one, with its progress, its score and what to look at again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from kholapath_widgets._base import PRINT_MIME
from kholapath_widgets._card import Card, Store
from kholapath_widgets._containers import joined
from kholapath_widgets._shared.locale import digits, format_number, pick, pick_lang
from kholapath_widgets._shared.strings import strings
from kholapath_widgets.question.item import FieldProblem, Item
from kholapath_widgets.question.printing import print_form, static_forms
from kholapath_widgets.question.texts import escape
from kholapath_widgets.question.widget import kernel_store

from . import marking
from .content import QuizContent as QuizContent

Json = dict[str, Any]


class Quiz(Card):
    """Several questions as one.

    In an exam in a notebook the key stays in the kernel until the end; on a page, which has no
    kernel, it is in the page, and the quiz says so.

    Parameters
    ----------
    title
        What it is called: a text, or a text by language.
    items
        The questions: items as `load_items` gives them (its map, or some of its values), or
        entries as in YAML.
    draw
        How many of them are asked: the first so many of their seeded order; all, as written, if
        left out.
    mode
        ``practice`` (each is marked at once) or ``exam`` (all are marked at the end).
    layout
        ``all`` at once, or ``one`` after another.
    pass_mark
        The share of the points that is enough, 0 to 1.
    confidence
        Ask beside each answer: sure or unsure?
    seed
        Draws the questions and shuffles their options: one seed, one order, on paper too.
    lang, store
        As for any card; by default what is answered stays in this kernel.

    Raises
    ------
    ItemError
        If the quiz cannot be read: it names the field.

    Examples
    --------
    >>> Quiz(title="Costs", items=load_items("questions.yaml"), draw=5, pass_mark=0.6, seed=7)
    """

    folder: ClassVar[Path] = Path(__file__).parent
    model = QuizContent
    _content: QuizContent

    def __init__(
        self,
        title: Any,
        items: Mapping[str, Item] | Iterable[Any],
        *,
        lang: str = "en",
        store: Store | None = None,
        **fields: Any,
    ) -> None:
        listed = list(items.values() if isinstance(items, Mapping) else items)
        fields |= {"title": title, "items": listed}
        super().__init__(lang=lang, store=store or kernel_store, **fields)
        self.on_msg(self._on_message)

    @classmethod
    def completed(cls, fields: Json, items: Mapping[str, Item]) -> Json:
        """Return the fields with the questions that are named by their ids."""
        return {**fields, "items": [_named(entry, items) for entry in fields.get("items") or []]}

    @property
    def items(self) -> list[Item]:
        """The questions asked, in their order."""
        return self._content.drawn()

    @property
    def answered(self) -> int:
        """How many of the questions are answered."""
        return marking.answered(self.items, self.record, self._content.mode)

    @property
    def score(self) -> float | None:
        """The share of the points, 0 to 1; None until it is finished, or where nothing is right."""
        return marking.score(self.items, self.record) if self.record.get("finished") else None

    @property
    def passed(self) -> bool | None:
        """Whether the score is enough; None where nothing has to be passed, or yet."""
        enough, score = self._content.pass_mark, self.score
        return None if enough is None or score is None else score >= enough

    def finish(self) -> None:
        """Mark all that is answered, and show the key."""
        self._turn(marking.after_finish(self.record, self.items))

    def _on_message(self, _widget: object, content: Any, _buffers: object) -> None:
        told = content if isinstance(content, dict) else {}
        item = next((item for item in self.items if item.id == told.get("item")), None)
        if told.get("kind") == "finish":
            self.finish()
        elif item and told.get("kind") == "submit" and self._marks_at_once():
            self._turn(marking.after_submit(self.record, item, told.get("response")))
        elif item and told.get("kind") == "reveal" and self._marks_at_once():
            self._turn(marking.after_reveal(self.record, item))

    def _marks_at_once(self) -> bool:
        return self._content.mode == "practice"

    def _turn(self, record: Json) -> None:
        with self.hold_sync():
            self.content, self.record = self._shown_form(record), record

    def _keep(self, change: Any) -> None:
        self.content = self._shown_form(self.record)  # a second round takes the key back
        for item in self.items:
            own = marking.of_one(self.record, item)
            if self._store and own["attempts"] != marking.of_one(change.old, item)["attempts"]:
                value = marking.by_id(self.record, "values").get(item.id)
                self._store.save(item, {"value": value, "record": own})
        super()._keep(change)

    def _outcome(self, before: Json) -> Json:
        if before.get("finished") or not self.record.get("finished"):
            return {}
        return {"outcome": {"score": self.score, "passed": self.passed}}

    def _shown_form(self, record: Json) -> Json:
        return {**self._form(), "items": [self._shown_item(item, record) for item in self.items]}

    def _shown_item(self, item: Item, record: Json) -> Json:
        # where nothing is right or wrong there is no key to keep
        sealed = item.sealed or (self._content.mode == "exam" and marking.is_graded(item))
        if sealed and not record.get("finished") and not marking.of_one(record, item)["revealed"]:
            return item.public_form()
        return item.view_form()

    def _form(self) -> Json:
        own = self._content.model_dump(
            mode="json", exclude_none=True, exclude={"items", "draw"}, context={"view": True}
        )
        graded = [item.id for item in self.items if marking.is_graded(item)]
        return {**own, "graded": graded}

    def print_form(self) -> Json:
        """Return the questions' print forms in their order, and for a page the state without them.

        A page makes the state's ``content.items`` of the children's ``answers.item``: each
        question is in the notebook once, and its key under ``answers`` alone.
        """
        lang = pick_lang(self._content.title, self.lang)
        say = strings(self.folder, lang)
        return {
            "version": 1,
            "kind": self.folder.name,
            "lang": lang,
            "id": self._content.id,
            "title": _plain(pick(self._content.title, lang)),
            "note": self._note(lang, say),
            "children": [
                {"title": "", "form": self._sheet(item, lang, number, say)}
                for number, item in enumerate(self.items, 1)
            ],
            "state": {"content": self._form(), "lang": lang},
        }

    def _note(self, lang: str, say: dict[str, str]) -> str:
        enough, graded = self._content.pass_mark, any(map(marking.is_graded, self.items))
        lines = [
            say["paper_count"].format(n=digits(str(len(self.items)), lang)),
            say["pass_mark"].format(n=format_number(enough * 100, lang)) if enough else "",
            say["paper_seed"].format(n=digits(str(self._content.seed), lang)) if graded else "",
        ]
        return " · ".join(filter(None, lines))

    def _sheet(self, item: Item, lang: str, number: int, say: dict[str, str]) -> Json:
        form = print_form(item, lang=lang, number=number, seed=self._content.seed)
        if self._content.confidence:
            form["sheet"]["parts"].append({"part": "text", "md": escape(say["paper_sure"])})
        return form

    def _static_forms(self, form: Json) -> dict[str, str]:
        told = [("", {PRINT_MIME: c["form"], **static_forms(c["form"])}) for c in form["children"]]
        told[0] = (form["title"], told[0][1])
        return joined(told, form["lang"])


def _named(entry: Any, items: Mapping[str, Item]) -> Any:
    if not isinstance(entry, str):
        return entry
    if entry not in items:
        raise FieldProblem("items", f"there is no question {entry!r} in questions.yaml")
    return items[entry]


def _plain(markdown: str) -> str:
    import html

    import nh3

    from kholapath_widgets._shared.markdown import to_html

    return html.unescape(nh3.clean(to_html(markdown, inline=True), tags=set()))
