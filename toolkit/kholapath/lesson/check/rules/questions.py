"""Questions that teach, and calls that find what they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kholapath.errors import near
from kholapath.lesson.check.registry import Found, Place, rule
from kholapath.lesson.check.subject import Subject
from kholapath.lesson.check.text import lesson_calls
from kholapath.lesson.explorables import explorable_names
from kholapath.lesson.notebook import Cell, Notebook
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import Item


@rule("question-unreadable", "Mend this field; further faults show after it.")
def unreadable(lesson: Subject) -> Iterator[Found]:
    """The first fault of questions.yaml, and of cards.yaml."""
    for file, fault in (
        (lesson.questions_file, lesson.items_problem),
        (lesson.cards_file, lesson.cards_problem),
    ):
        if fault:
            problem = fault.removeprefix(f"{file}, ")
            yield Place(file), f"{problem[:1].upper()}{problem[1:]}."


@rule("distractor-without-feedback", "Say what choosing it would mean, and the way on.")
def distractor_without_feedback(lesson: Subject) -> Iterator[Found]:
    """A wrong option without words only says no."""
    for item in lesson.items.values():
        for option in _wrong_options(item) if item.mode != "survey" else ():
            if not option.feedback:
                said = f"Item {item.id!r}: the option {option.id!r} has no feedback."
                yield Place(lesson.questions_file), said


def _wrong_options(item: Item) -> Iterator[Any]:
    """Yield what a learner may choose wrongly of what an author wrote: options, words, a gap's."""
    right = getattr(item, "answer", None)
    answers = {right} if isinstance(right, str) else set(_texts(right))
    answers |= {getattr(item, "because", "")}  # the reason that goes with true or false
    for option in getattr(item, "options", []):
        # what a pair is matched with has no words of its own: its entry speaks
        if option.id not in answers and hasattr(option, "feedback"):
            yield option
    match item.exchange(item.langs[0]):
        case x.HottextInteraction(entries=words):
            yield from (word for word in words if word.fraction <= 0)
        case x.GapInteraction(gaps=gaps):
            yield from (o for gap in gaps for o in gap.options if o.fraction <= 0)


def _texts(value: object) -> Iterable[str]:
    return (entry for entry in value if isinstance(entry, str)) if isinstance(value, list) else ()


@rule("question-without-explanation", "Add an explanation: it shows after a try.")
def question_without_explanation(lesson: Subject) -> Iterator[Found]:
    """After a try, a learner wants to know why."""
    for item in lesson.items.values():
        if _marked(item) and not item.explanation:
            yield Place(lesson.questions_file), f"Item {item.id!r} has no explanation."


def _marked(item: Item) -> bool:
    return item.mode != "survey" and not hasattr(item, "after")


@rule("unknown-source", "Name a table of the data package.")
def unknown_source(lesson: Subject) -> Iterator[Found]:
    """An item's source is a table there is."""
    for item in lesson.items.values():
        if item.source and item.source not in lesson.data.resources:
            said = f"Item {item.id!r}: there is no table {item.source!r}."
            yield Place(lesson.questions_file), f"{said} {near(item.source, lesson.data.resources)}"


@rule("unknown-name", "Ask for a name there is.")
def unknown_name(lesson: Subject) -> Iterator[Found]:
    """`lesson.ask`, `explore`, `show` and `data` name what exists."""
    known = {
        "ask": lesson.items,
        "explore": explorable_names(lesson.selected.folder),
        "show": lesson.cards,
        "data": lesson.data.resources,
    }
    if lesson.items_problem:
        del known["ask"]  # nothing is known of a file that cannot be read
    if lesson.cards_problem:
        del known["show"]
    for nb, cell in _code(lesson):
        for method, names in known.items():
            for name in lesson_calls(cell.source, method):
                if name not in names:
                    said = f"lesson.{method}({name!r}) finds nothing."
                    yield Place(nb.path, cell), f"{said} {near(name, names)}"


def _code(lesson: Subject) -> list[tuple[Notebook, Cell]]:
    return [(nb, cell) for nb, cell in lesson.cells if cell.kind == "code"]


def _asked_by(lesson: Subject, cell: Cell) -> list[str]:
    """The questions that a cell asks, alone or in a quiz."""
    quizzes = [lesson.cards.get(name, {}) for name in lesson_calls(cell.source, "show")]
    named = [item.id for quiz in quizzes if quiz.get("card") == "quiz" for item in quiz["items"]]
    return [*lesson_calls(cell.source, "ask"), *named]


@rule("question-asked", "Ask it once: lesson.ask with its id, in each language.")
def question_asked(lesson: Subject) -> Iterator[Found]:
    """Each question is asked once: none is forgotten, none comes again."""
    for nb in lesson.notebooks.values():
        asked = [
            (name, cell)
            for cell in nb.cells
            if cell.kind == "code"
            for name in _asked_by(lesson, cell)
        ]
        for name in lesson.items:
            cells = [cell for other, cell in asked if other == name]
            if not cells:
                yield Place(nb.path), f"The question {name!r} is never asked."
            for cell in cells[1:]:
                yield Place(nb.path, cell), f"The question {name!r} is asked a second time."
