"""A lesson, as its notebook uses it."""

from __future__ import annotations

import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kholapath.errors import CodeError, CourseError, UnknownName
from kholapath.lesson.answers import LessonAnswers
from kholapath.lesson.counting import id_of, in_all
from kholapath.lesson.course import Course, find_course, read_course
from kholapath.lesson.data import Data, read_data
from kholapath.lesson.explorables import Makers, explorables_file, explorables_in
from kholapath.lesson.language import notebook_language
from kholapath.lesson.variant import shift
from kholapath_widgets._shared.strings import strings

if TYPE_CHECKING:
    import pandas as pd

    from kholapath_widgets._base import TeachingWidget
    from kholapath_widgets._card import Card
    from kholapath_widgets.question.item import Item
    from kholapath_widgets.question.widget import Question


def open_lesson(slug: str, *, lang: str | None = None) -> Lesson:
    """Open a lesson in its notebook.

    Parameters
    ----------
    slug
        The lesson's folder name, as ``03-the-price-of-a-model``.
    lang
        A BCP 47 tag; by default the notebook's own language.

    Raises
    ------
    CourseError
        If the lesson or the course it belongs to cannot be found or read.

    Examples
    --------
    >>> lesson = kholapath.open_lesson("03-the-price-of-a-model")
    >>> lesson.ask("final-run")
    """
    spoken = lang or notebook_language()
    _show_altair_charts_as_figures(spoken)
    here = Path.cwd()
    if (here / "questions.yaml").is_file() and here.name == slug:
        return Lesson(here, _course_of(here), spoken)
    try:
        course = find_course()
        folder = course.find(slug).folder
    except CourseError:
        if not (here / "questions.yaml").is_file():
            raise
        folder, course = here, _course_of(here)  # a copy under another name
    return Lesson(folder, course, spoken, slug=slug)


def _show_altair_charts_as_figures(lang: str) -> None:
    """A chart that a learner makes with Altair is shown offline and in the theme, as ours are."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None:
        from kholapath.charts.altair_hook import register

        register(shell, lang)


def _course_of(folder: Path) -> Course:
    beside = folder.parent / "course.yaml"
    return read_course(beside.parent) if beside.is_file() else find_course()


class Lesson:
    """A lesson: its questions, explorables and data, in one language.

    Attributes
    ----------
    slug, lang, folder, course
        The lesson's name, BCP 47 tag, folder and course.
    """

    def __init__(self, folder: Path, course: Course, lang: str, slug: str | None = None) -> None:
        self.folder, self.course, self.lang = folder, course, lang
        self.slug = slug or folder.name
        self._shown: list[Question | Card] = []
        self._bars: list[TeachingWidget] = []
        self._notice = ""
        self._answers = LessonAnswers(self.slug, self._not_kept)

    def __repr__(self) -> str:
        return f"<Lesson {self.slug}, {self.lang}>"

    def ask(self, name: str) -> Question:
        """Return the question `name` of questions.yaml; its number is its place there.

        Raises
        ------
        UnknownName
            If there is none; the near ones are offered.
        """
        from kholapath_widgets.question.widget import Question

        items = self.items
        if name not in items:
            raise UnknownName("question", name, items, self.folder / "questions.yaml")
        question = Question(
            items[name],
            store=self._answers,
            lang=self.lang,
            number=list(items).index(name) + 1,
            seed=self._seed,
            notice=self._notice,
        )
        self._keep_count(question)
        return question

    def explore(self, name: str) -> TeachingWidget:
        """Return the explorable `name`: a function of its explorables, its ``_`` written ``-``.

        Raises
        ------
        UnknownName
            If there is none; the near ones are offered.
        """
        made = self._explorables
        if name not in made:
            raise UnknownName("explorable", name, made, explorables_file(self.folder))
        widget = made[name](self.data)
        widget.lang = self.lang
        return widget

    def show(self, name: str) -> TeachingWidget:
        """Return the card `name` of cards.yaml, as flashcards, a claim or a quiz.

        Raises
        ------
        UnknownName
            If there is none; the near ones are offered.
        """
        from kholapath_widgets.cards import make_card

        if name not in self._cards:
            raise UnknownName("card", name, self._cards, self.folder / "cards.yaml")
        card = make_card(self._cards[name], lang=self.lang, store=self._answers, seed=self._seed)
        self._keep_count(card)
        return card

    def exit_ticket(self) -> TeachingWidget:
        """Return the three questions for the end: what was learned, what is unclear, how sure."""
        from kholapath_widgets import ExitTicket

        ticket: Card = ExitTicket(lang=self.lang, store=self._answers, seed=self._seed)
        self._keep_count(ticket)
        return ticket

    def progress(self) -> TeachingWidget:
        """Return a bar of how many questions are answered, of those asked so far."""
        from kholapath_widgets import Progress

        bar: TeachingWidget = Progress(lang=self.lang)
        self._bars.append(bar)
        self._count()
        return bar

    def glossary(self) -> TeachingWidget:
        """Return the course's glossary, every term in its languages."""
        from kholapath.lesson.course import read_yaml_map
        from kholapath_widgets import Glossary

        terms = read_yaml_map(self._home("glossary.yaml")).values()
        made: TeachingWidget = Glossary(
            id="glossary",
            title={
                tag: strings(Path(__file__).parent, tag)["glossary"] for tag in self.course.title
            },
            terms=[{"term": entry["term"], "means": entry["meaning"]} for entry in terms],
            lang=self.lang,
        )
        return made

    def data(self, table: str) -> pd.DataFrame:
        """Return a table of the course's data package.

        Raises
        ------
        UnknownName
            If there is none; the near ones are offered.
        """
        return self._data.frame(table)

    def code(self) -> str:
        """Return a code that brings this lesson's answers back elsewhere, with `resume`."""
        from kholapath.resume import write_code

        return write_code(self.slug, self._answers.all())

    def resume(self, code: str) -> None:
        """Bring back the answers that a code holds.

        Raises
        ------
        CodeError
            If the code is damaged, or of another lesson.
        """
        from kholapath.resume import read_code
        from kholapath_widgets._shared.locale import digits

        lesson, answers = read_code(code)
        if lesson != self.slug:
            raise CodeError(f"This code is for the lesson {lesson}; this one is {self.slug}.")
        own = {*self.items, *self._cards, *map(id_of, self._shown)}
        known = {answer.item: answer for answer in answers if answer.item in own}
        self._answers.put(list(known.values()))
        for widget in self._shown:
            if id_of(widget) in known:
                answer = known[id_of(widget)]
                widget.set_trait("value", answer.value)
                widget.set_trait("record", answer.record)
        print(self._say("resumed", n=digits(str(len(known)), self.lang)))  # noqa: T201 - in a cell

    @cached_property
    def items(self) -> dict[str, Item]:
        """The questions by id, in the order of questions.yaml."""
        from kholapath_widgets import load_items

        items: dict[str, Item] = load_items(self.folder / "questions.yaml", self._data.rows)
        return items

    @cached_property
    def _cards(self) -> dict[str, dict[str, Any]]:
        from kholapath_widgets.cards import load_cards

        file = self.folder / "cards.yaml"
        return load_cards(file, self._data.rows, self.items) if file.exists() else {}

    @property
    def _seed(self) -> int:
        return self.course.seed + shift()

    def _keep_count(self, widget: Question | Card) -> None:
        self._shown.append(widget)
        widget.observe(self._count, "record")
        self._count()

    def _count(self, _change: object = None) -> None:
        if not self._bars:
            return
        done, asked = in_all(self._shown)
        for bar in self._bars:
            bar.count(done, asked)

    @cached_property
    def _data(self) -> Data:
        return read_data(self._home("data"))

    def _home(self, name: str) -> Path:
        """What the course shares: beside the lesson, else where the course lies."""
        beside = self.folder.parent / name
        return beside if beside.exists() else self.course.folder / name

    @cached_property
    def _explorables(self) -> Makers:
        return explorables_in(self.folder)

    def _not_kept(self, reason: str) -> None:
        self._notice = self._say("not_kept", reason=reason)
        for widget in self._shown:
            if widget.has_trait("notice"):
                widget.set_trait("notice", self._notice)

    def _say(self, key: str, **values: str) -> str:
        return strings(Path(__file__).parent, self.lang)[key].format(**values)
