"""Moodle XML, read back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote
from xml.etree import ElementTree as ET

from kholapath.editions._lms.entries import Entry, cleaned
from kholapath.editions._lms.importing import Read, gap_apart, letter, true_or_false
from kholapath.editions._lms.markdown import plain_markdown, to_markdown
from kholapath.editions._lms.xml_reader import read_xml
from kholapath_widgets.question import interactions as x

from .cloze import gaps_of

EXTENSIONS = (".xml",)

_TYPES = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "webp": "webp"}
_PLACE = "@@PLUGINFILE@@/"
_VERDICTS = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


def read(data: bytes, lang: str) -> list[Read]:
    """Return the questions of a file.

    Raises
    ------
    ValueError
        If it is no Moodle XML; its text ends a sentence.
    """
    root = read_xml(data)
    if root.tag != "quiz":
        raise ValueError("it is no Moodle XML, whose outermost element is 'quiz'")
    kept = [q for q in root.iter("question") if q.get("type") != "category"]
    return [_read(question, lang) for question in kept]


class _Problem(Exception):  # noqa: N818 - never leaves this module
    pass


@dataclass
class _Question:
    """A question's element, and what of it is lost on the way."""

    element: ET.Element
    lost: dict[str, None] = field(default_factory=dict)  # an ordered set

    def lose(self, what: str) -> None:
        self.lost[what] = None

    def text(self, path: str, default: str = "") -> str:
        """The plain words at a path."""
        return cleaned((self.element.findtext(path) or default).strip())

    def rich(self, parent: ET.Element | None) -> str:
        """The text of an element as Markdown, with its files as pictures."""
        html = self.html(parent)
        form = parent.get("format") if parent is not None else None
        if form == "markdown":
            return html
        return plain_markdown(html) if form == "plain_text" else to_markdown(html)

    def html(self, parent: ET.Element | None) -> str:
        """The text of an element as it stands, with its files put in."""
        if parent is None:
            return ""
        text = cleaned((parent.findtext("text") or "").strip())
        for file in parent.iterfind("file"):
            name = file.get("name", "")
            kind = _TYPES.get(name.rpartition(".")[2].lower())
            data = "".join((file.text or "").split())
            if kind and re.fullmatch(r"[A-Za-z0-9+/]+=*", data):
                address = f"data:image/{kind};base64,{data}"
                text = text.replace(_PLACE + quote(name), address).replace(_PLACE + name, address)
        if _PLACE in text or re.search(r"<img[^>]+src=[\"']?https?:", text):
            self.lose("the files that are no pictures within it are")
        return text

    def answers(self) -> list[tuple[ET.Element, float, str]]:
        """Every answer: the element, the fraction of the points, the feedback."""
        return [
            (a, _fraction(a.get("fraction", "0")), self.rich(a.find("feedback")))
            for a in self.element.iterfind("answer")
        ]


def _fraction(percent: str) -> float:
    try:
        share = float(percent) / 100
    except ValueError:
        raise _Problem(f"an answer's fraction is no number: {percent[:20]!r}") from None
    if not -1 <= share <= 1:
        raise _Problem(f"an answer's fraction is not between -100 and 100: {percent[:20]!r}")
    return share


def _number(text: str, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise _Problem(f"{what} is no number: {text[:20]!r}") from None
    if abs(value) > 1e300 or value != value:  # noqa: PLR0124, PLR2004 - not a number, or endless
        raise _Problem(f"{what} is no number of an ordinary size")
    return value


def _read(element: ET.Element, lang: str) -> Read:
    question = _Question(element)
    kind, name = element.get("type", ""), question.text("name/text") or "(no name)"
    reader = _READERS.get(kind)
    if reader is None:
        return Read(name=name, problem=f"questions of the type {kind[:40]!r} are not read")
    try:
        return Read(name=name, entry=_entry(question, reader, lang), lost=tuple(question.lost))
    except _Problem as problem:
        return Read(name=name, problem=str(problem))


def _entry(question: _Question, reader: _Reader, lang: str) -> Entry:
    found = question.element
    for verdict in _VERDICTS:
        if question.text(f"{verdict}/text"):
            question.lose("the words for a right, a partly right and a wrong answer are")
    if found.find("tags/tag") is not None:
        question.lose("its tags are")
    interaction = reader(question)
    prompt = question.rich(found.find("questiontext"))
    if isinstance(interaction, x.GapInteraction):
        prompt, interaction = gap_apart(interaction, lang)
    if not prompt:
        raise _Problem("it asks nothing: its text is empty")
    grade = _number(question.text("defaultgrade", "1"), "its grade")
    return Entry(
        id=question.text("idnumber"),
        lang=lang,
        prompt=prompt,
        interaction=interaction,
        hints=tuple(filter(None, (question.rich(hint) for hint in found.iterfind("hint")))),
        explanation=question.rich(found.find("generalfeedback")),
        points=grade if grade > 0 else 1.0,
    )


def _options(question: _Question) -> tuple[x.Option, ...]:
    return tuple(
        x.Option(id=letter(n), text=question.rich(answer), fraction=share, feedback=said)
        for n, (answer, share, said) in enumerate(question.answers())
        if (answer.findtext("text") or "").strip()
    )


def _choice(question: _Question) -> x.Interaction:
    many = question.text("single", "true") in ("false", "0")
    shuffle = question.text("shuffleanswers", "true") in ("true", "1")
    return x.ChoiceInteraction(options=_options(question), many=many, shuffle=shuffle)


def _true_false(question: _Question) -> x.Interaction:
    found = [
        ((a.findtext("text") or "").strip().lower() == "true", share, said)
        for a, share, said in question.answers()
    ]
    right = {value: share for value, share, _ in found}
    return true_or_false(right, {value: said for value, _, said in found})


def _text(question: _Question) -> x.Interaction:
    accepted = []
    for answer, share, said in question.answers():
        words = cleaned((answer.findtext("text") or "").strip())
        if re.search(r"(?<!\\)\*", words):
            if words == "*" and share <= 0:
                question.lose("the words for every other answer are")
                continue
            raise _Problem(f"its answer {words[:40]!r} has a star that stands for anything")
        accepted.append(x.Accepted(words=words.replace(r"\*", "*"), fraction=share, feedback=said))
    case = question.text("usecase", "0") in ("1", "true")
    return x.TextEntry(accepted=tuple(accepted), case=case)


def _numeric(question: _Question) -> x.Interaction:
    right: tuple[float, float] | None = None
    slips = []
    for answer, share, said in question.answers():
        words = (answer.findtext("text") or "").strip()
        if words == "*":
            question.lose("the words for every other answer are")
            continue
        value = _number(words, "its answer")
        margin = abs(_number(answer.findtext("tolerance") or "0", "its tolerance"))
        if share == 1 and right is None:
            right = (value, margin)
        elif share == 0:
            slips.append(x.Slip(value=value, tolerance=margin, feedback=said))
        else:
            question.lose("the credit for another number is")
    if right is None:
        raise _Problem("no number earns all of its points")
    units = [
        cleaned(u.text or "").strip() for u in question.element.iterfind("units/unit/unit_name")
    ]
    if len(units) > 1:
        question.lose("its other units are")
    unit = units[0] if units else ""
    return x.NumericEntry(value=right[0], tolerance=right[1], unit=unit, slips=tuple(slips))


def _match(question: _Question) -> x.Interaction:
    sources, targets, pairs = [], dict[str, str](), []
    for place, row in enumerate(question.element.iterfind("subquestion"), 1):
        words = cleaned((row.findtext("answer/text") or "").strip())
        target = targets.setdefault(words, f"t{len(targets) + 1}")
        source = question.rich(row)
        if source:
            sources.append(x.Option(id=f"s{place}", text=source))
            pairs.append((f"s{place}", target))
    return x.MatchInteraction(
        sources=tuple(sources),
        targets=tuple(x.Option(id=i, text=plain_markdown(w)) for w, i in targets.items()),
        pairs=tuple(pairs),
        shuffle=question.text("shuffleanswers", "true") in ("true", "1"),
    )


def _order(question: _Question) -> x.Interaction:
    found = list(question.element.iterfind("answer"))
    placed = sorted(found, key=lambda a: _number(a.get("fraction", "0"), "an entry's place"))
    entries = [x.Option(id=f"e{n}", text=question.rich(a)) for n, a in enumerate(placed, 1)]
    lcs = "LONGEST" in question.text("gradingtype")
    return x.OrderInteraction(entries=tuple(entries), credit="lcs" if lcs else "exact")


def _gap(question: _Question) -> x.Interaction:
    html = question.html(question.element.find("questiontext"))
    text, gaps, lost = gaps_of(html)
    if not gaps:
        raise _Problem("no gap of it can be read")
    for what in lost:
        question.lose(what)
    return x.GapInteraction(text=to_markdown(text), gaps=gaps)


def _essay(question: _Question) -> x.Interaction:
    lines = question.text("responsefieldlines", "6")
    return x.ExtendedText(
        lines=int(lines) if lines.isascii() and lines.isdecimal() else 6,
        rubric=question.rich(question.element.find("graderinfo")),
    )


_Reader = Callable[[_Question], x.Interaction]
_READERS: dict[str, _Reader] = {
    "multichoice": _choice,
    "truefalse": _true_false,
    "shortanswer": _text,
    "numerical": _numeric,
    "matching": _match,
    "ordering": _order,
    "cloze": _gap,
    "essay": _essay,
}
