"""GIFT, read back by the rules of Moodle's own reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kholapath.editions._lms.entries import Entry, cleaned
from kholapath.editions._lms.importing import Read, gap_apart, letter, true_or_false
from kholapath.editions._lms.markdown import plain_markdown, to_markdown
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.interactions import mark

EXTENSIONS = (".gift", ".txt")

# An escaped character becomes one of private use until the structure has been read.
_FIRST = 0xE100
_PRIVATE = re.compile("[\ue000-\ue1ff]")
_HIDDEN = re.compile("[\ue100-\ue1ff]")
_ESCAPE = re.compile(r"\\([\\~=#{}:n])")
_FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]")
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_RANGE = re.compile(rf"({_NUMBER})(?:\s*(:|\.\.)\s*({_NUMBER}))?")
_ID = re.compile(r"\[id:([^\x00-\x1f\x7f]+?)\]")
_TAG = re.compile(r"\[tag:")
_LONGEST_NAME = 60
_TRUE, _FALSE = {"T", "TRUE"}, {"F", "FALSE"}


class _Problem(Exception):  # noqa: N818 - never leaves this module
    pass


@dataclass
class _Question:
    """A paragraph of the file, taken apart."""

    name: str = ""
    id: str = ""
    form: str = "moodle"
    before: str = ""
    answers: str | None = None
    after: str = ""
    general: str = ""
    lost: dict[str, None] = field(default_factory=dict)  # an ordered set

    def lose(self, what: str) -> None:
        self.lost[what] = None

    def rich(self, text: str) -> str:
        """A text as Markdown, by the format it names or the question's own."""
        form, words = _formatted(text, self.form)
        if form == "markdown":
            return words
        if form == "plain":
            return plain_markdown(words)
        return to_markdown(words if form == "html" else words.replace("\n", "<br>"))


def read(data: bytes, lang: str) -> list[Read]:
    """Return the questions of a file.

    Raises
    ------
    ValueError
        If it is no text in UTF-8; its text ends a sentence.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("it is no text in UTF-8") from None
    text = cleaned(_PRIVATE.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    return [read for lines in _paragraphs(text) if (read := _read(lines, lang))]


def _paragraphs(text: str) -> Iterator[list[str]]:
    for paragraph in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        if lines:
            yield lines


def _read(lines: list[str], lang: str) -> Read | None:
    question = _Question()
    comments = [line for line in lines if line.lstrip().startswith("//")]
    for comment in comments:
        found = _ID.search(comment)
        question.id = found[1].strip() if found else question.id
        if _TAG.search(comment):
            question.lose("its tags are")
    text = "\n".join(line for line in lines if line not in comments).strip()
    if not text or text.startswith("$CATEGORY:"):
        return None
    try:
        _take_apart(question, _ESCAPE.sub(_hidden, text))
        entry = _entry(question, lang)
    except _Problem as problem:
        return Read(name=_name(question, text), problem=str(problem))
    return Read(name=_name(question, text), entry=entry, lost=tuple(question.lost))


def _name(question: _Question, text: str) -> str:
    return question.name or " ".join((_shown(question.before) or text).split())[:_LONGEST_NAME]


def _hidden(found: re.Match[str]) -> str:
    return "\ue10a" if found[1] == "n" else chr(_FIRST + ord(found[1]))


def _shown(text: str) -> str:
    return _HIDDEN.sub(lambda found: chr(ord(found[0]) - _FIRST), text)


def _formatted(text: str, default: str) -> tuple[str, str]:
    """Return a text's format, and its words."""
    text = text.strip()
    found = _FORMAT.match(text)
    form, words = (found[1], text[found.end() :]) if found else (default, text)
    return form, _shown(words).strip()


def _take_apart(question: _Question, text: str) -> None:
    if text.startswith("::"):
        name, parted, rest = text[2:].partition("::")
        if parted:
            question.name, text = " ".join(_shown(name).split()), rest.strip()
    opening, closing = text.find("{"), text.find("}")
    if opening < 0 and closing < 0:
        raise _Problem("it asks nothing: it has no answers in braces")
    if opening < 0 or closing < opening:
        raise _Problem("its braces do not match")
    question.before, inside, after = (
        text[:opening],
        text[opening + 1 : closing],
        text[closing + 1 :],
    )
    question.after = after.strip()
    found = _FORMAT.match(question.before.strip())
    question.form = found[1] if found else "moodle"
    inside, parted, general = inside.rpartition("####") if "####" in inside else (inside, "", "")
    question.answers, question.general = inside.strip(), general if parted else ""


def _entry(question: _Question, lang: str) -> Entry:
    interaction = _interaction(question, question.answers or "")
    prompt = question.rich(question.before)
    if question.after:
        prompt, interaction = _in_a_text(question, interaction, lang)
    if not prompt:
        raise _Problem("it asks nothing: its text is empty")
    explanation = question.rich(question.general)
    return Entry(
        id=question.id,
        lang=lang,
        prompt=prompt,
        interaction=interaction,
        explanation=explanation,
    )


def _in_a_text(question: _Question, found: x.Interaction, lang: str) -> tuple[str, x.Interaction]:
    """Return a question whose answers stand inside its text: a gap."""
    if isinstance(found, x.TextEntry):
        gap = x.Gap(id="g1", accepted=found.accepted)
    elif isinstance(found, x.ChoiceInteraction) and not found.many:
        gap = x.Gap(id="g1", options=found.options)
    else:
        return question.rich(f"{question.before}_____ {question.after}"), found
    form, opening = _formatted(question.before, question.form)
    space = " " if question.before[-1:].isspace() else ""
    _, closing = _formatted(question.after, question.form)
    text = question.rich(f"[{form}]{opening}{space}{mark('g1')} {closing}")
    return gap_apart(x.GapInteraction(text=text, gaps=(gap,)), lang)


def _interaction(question: _Question, answers: str) -> x.Interaction:
    if not answers:
        return x.ExtendedText()
    if answers.startswith("#"):
        return _numeric(question, answers[1:])
    if "~" in answers:
        return _choice(question, answers)
    if "=" in answers and "->" in answers:
        return _match(question, answers)
    verdict = answers.partition("#")[0].strip()
    if verdict in _TRUE | _FALSE:
        return _true_false(question, answers, right=verdict in _TRUE)
    return _text(question, answers)


def _weighed(answer: str, default: float) -> tuple[float, str]:
    """Return an answer's fraction of the points, and what stands after it."""
    found = _WEIGHT.match(answer.strip())
    if found is None:
        return default, answer
    return min(1.0, max(-1.0, float(found[1]) / 100)), answer.strip()[found.end() :]


def _said(question: _Question, answer: str) -> tuple[str, str]:
    """Return an answer's words as they stand, and its feedback as Markdown."""
    words, _, feedback = answer.partition("#")
    return words.strip(), question.rich(feedback)


def _choice(question: _Question, answers: str) -> x.Interaction:
    parts = [part for part in re.split(r"(?=[~=])", answers) if part.strip()]
    options = []
    for place, part in enumerate(parts):
        fraction, rest = _weighed(part[1:], 1.0 if part[0] == "=" else 0.0)
        words, feedback = _said(question, rest)
        text = question.rich(words)
        options.append(x.Option(id=letter(place), text=text, fraction=fraction, feedback=feedback))
    return x.ChoiceInteraction(options=tuple(options), many="=" not in answers)


def _true_false(question: _Question, answers: str, *, right: bool) -> x.Interaction:
    _, wrong_words, right_words = (*answers.split("#", 2), "", "")[:3]
    said = {right: question.rich(right_words), not right: question.rich(wrong_words)}
    return true_or_false({right: 1.0}, said)


def _text(question: _Question, answers: str) -> x.Interaction:
    accepted = []
    for part in filter(None, (part.strip() for part in answers.split("="))):
        fraction, rest = _weighed(part, 1.0)
        words, feedback = _said(question, rest)
        plain = _formatted(words, "plain")[1]
        if "*" in plain:
            raise _Problem(f"its answer {plain[:40]!r} has a star that stands for anything")
        accepted.append(x.Accepted(words=plain, fraction=fraction, feedback=feedback))
    return x.TextEntry(accepted=tuple(accepted))


def _numeric(question: _Question, answers: str) -> x.Interaction:
    answers, parted, _ = answers.partition("~")
    if parted:
        question.lose("the words for every other answer are")
    right: tuple[float, float] | None = None
    slips = []
    for part in filter(None, (part.strip() for part in answers.split("="))):
        fraction, rest = _weighed(part, 1.0)
        words, feedback = _said(question, rest)
        value, margin = _range(_shown(words))
        if fraction == 1 and right is None:
            right = (value, margin)
        elif fraction == 0:
            slips.append(x.Slip(value=value, tolerance=margin, feedback=feedback))
        else:
            question.lose("the credit for another number is")
    if right is None:
        raise _Problem("no number earns all of its points")
    return x.NumericEntry(value=right[0], tolerance=right[1], slips=tuple(slips))


def _range(words: str) -> tuple[float, float]:
    """Read ``5``, ``5:0.1`` or ``4.9..5.1`` as a value and its tolerance."""
    found = _RANGE.fullmatch(words.strip())
    if found is None:
        raise _Problem(f"its answer is no number: {words[:20]!r}")
    one, other = float(found[1]), float(found[3] or 0)
    if max(abs(one), abs(other)) > 1e300:  # noqa: PLR2004 - what an item holds
        raise _Problem("its answer is no number of an ordinary size")
    if found[2] == "..":
        return (one + other) / 2, abs(other - one) / 2
    return one, abs(other)


def _match(question: _Question, answers: str) -> x.Interaction:
    sources, targets, pairs = [], dict[str, str](), []
    for place, row in enumerate(filter(None, (r.strip() for r in answers.split("="))), 1):
        source, parted, words = row.partition("->")
        if not parted:
            raise _Problem("a row of it has no arrow to its partner")
        target = targets.setdefault(_formatted(words, "plain")[1], f"t{len(targets) + 1}")
        text = question.rich(source)
        if text:
            sources.append(x.Option(id=f"s{place}", text=text))
            pairs.append((f"s{place}", target))
    return x.MatchInteraction(
        sources=tuple(sources),
        targets=tuple(x.Option(id=i, text=plain_markdown(w)) for w, i in targets.items()),
        pairs=tuple(pairs),
    )
