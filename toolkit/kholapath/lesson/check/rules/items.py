"""Questions that give themselves away, or that cannot be answered whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kholapath.errors import near
from kholapath.lesson.check.registry import Found, Place, rule
from kholapath.lesson.check.subject import Subject
from kholapath_widgets._shared.locale import latin_digits
from kholapath_widgets.question.item import Item

_LONGER = 1.6  # times the longest wrong option: then its length alone tells the right one
_SHORT = 24  # letters: among options as short as that, length tells nothing
_CATCH_ALL = {
    "en": re.compile(r"\b(all|none) of (the above|these|them)\b", re.IGNORECASE),
    "bn": re.compile(r"উপরের (সব|কোনো)|সব(গুলো|ক'টি|কটি)ই|কোনোটিই নয়|কোনটিই নয়"),
}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = 4  # letters that a word must have to give anything away


@rule("longest-option-is-right", "Shorten it, or say as much in a wrong option.")
def longest_option_is_right(lesson: Subject) -> Iterator[Found]:
    """Authors qualify what is right, and learners notice."""
    for item, lang, right, wrong in _options(lesson):
        longest = max(map(len, wrong), default=0)
        if longest and min(map(len, right)) > max(_SHORT, _LONGER * longest):
            said = f"Item {item.id!r} ({lang}): the right option is by far the longest."
            yield Place(lesson.questions_file), said


@rule("catch-all-option", "Ask for several with type 'choices', or write another option.")
def catch_all_option(lesson: Subject) -> Iterator[Found]:
    """Who knows that two are right knows that all are; and the options may not keep their order."""
    for item, lang, right, wrong in _options(lesson):
        pattern = _CATCH_ALL.get(lang)
        if pattern and any(pattern.search(text) for text in (*right, *wrong)):
            yield Place(lesson.questions_file), f"Item {item.id!r} ({lang}) has a catch-all option."


@rule("answer-in-prompt", "Word the prompt without it.")
def answer_in_prompt(lesson: Subject) -> Iterator[Found]:
    """A prompt that holds its own answer asks nothing."""
    for item in lesson.items.values():
        for lang in item.langs:
            prompt = latin_digits(item.prompt[lang]).casefold()
            for answer in _answers(item, lang):
                if _said(answer.casefold(), prompt):
                    said = f"Item {item.id!r} ({lang}): the prompt holds the answer {answer!r}."
                    yield Place(lesson.questions_file), said


@rule("unreachable-credit", "Let a whole answer earn the whole credit.")
def unreachable_credit(lesson: Subject) -> Iterator[Found]:
    """The key itself must be marked right, and the answer be shown before tries run out."""
    for item in lesson.items.values():
        key = item.right_response()
        if key is not None and item.mark(key).score < 1:
            yield (
                Place(lesson.questions_file),
                f"Item {item.id!r}: its own key is not marked right.",
            )
        if item.attempts and item.reveal_after > item.attempts:
            said = f"Item {item.id!r}: the answer shows after {item.reveal_after} tries,"
            yield Place(lesson.questions_file), f"{said} but there are {item.attempts}."


@rule("unsupported-in-edition", "Ask it otherwise, or leave the edition out of 'editions'.")
def unsupported_in_edition(lesson: Subject) -> Iterator[Found]:
    """What the notebook's metadata promises under ``editions`` can hold every question."""
    promised = {str(name) for nb in lesson.notebooks.values() for name in _editions(nb.metadata)}
    for name in sorted(promised):
        for line in _left_out(name, lesson):
            yield Place(lesson.questions_file), f"{name}: {line}."


def _left_out(edition: str, lesson: Subject) -> list[str]:
    """Make an edition of the questions alone; return which are left out whole, and why."""
    from kholapath.document.model import Document, Item, Meta, Where
    from kholapath.editions.registry import editions
    from kholapath.reported import reported
    from kholapath_widgets.question.printing import print_form

    if edition not in editions():
        return [near(edition, editions())]
    blocks = tuple(
        Item(Where(0, item.id), lang, frozenset(), print_form(item, lang=lang, number=None, seed=0))
        for item in lesson.items.values()
        for lang in item.langs[:1]
    )
    with reported() as told:
        editions()[edition].make(Document(Meta("", "en", ""), blocks))
    return [line for line in told if ": left out: " in line]


def _editions(metadata: dict[str, object]) -> list[object]:
    named = metadata.get("editions")
    return named if isinstance(named, list) else []


def _options(lesson: Subject) -> Iterator[tuple[Item, str, list[str], list[str]]]:
    """Each item with options in each language: its right and its wrong ones."""
    for item in lesson.items.values():
        key = item.right_response()
        right = {key} if isinstance(key, str) else set(key) if isinstance(key, list) else set()
        options = getattr(item, "options", [])
        for lang in item.langs if right and options else []:
            texts = [(o.id in right, o.text.get(lang, "")) for o in options]
            yield item, lang, [t for r, t in texts if r], [t for r, t in texts if not r]


def _answers(item: Item, lang: str) -> list[str]:
    """What a learner would write or choose, where it is one word or number."""
    key = item.right_response()
    if item.interaction == "choice" and isinstance(key, str):
        found = [o.text.get(lang, "") for o in getattr(item, "options", []) if o.id == key]
        others = [o.text.get(lang, "") for o in getattr(item, "options", []) if o.id != key]
        # words that are in the wrong options too tell nothing
        return [text for text in found if not any(text in other for other in others)]
    return [latin_digits(str(key))] if item.interaction in ("numeric", "fill-in") and key else []


def _said(answer: str, prompt: str) -> bool:
    if _NUMBER.fullmatch(answer):
        return answer in _NUMBER.findall(prompt)
    return len(answer) >= _WORD and re.search(rf"\b{re.escape(answer)}\b", prompt) is not None
