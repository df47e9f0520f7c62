"""Every rule: it is silent on a lesson without fault, and names the place of the one fault there is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sample_course import SLUG, Notebook, SampleCourse, cell

from kholapath.errors import CourseError
from kholapath.lesson.check import all_rules, check
from kholapath.lesson.check.registry import Finding
from kholapath.lesson.check.rules.figures import uncited

QUESTIONS = f"{SLUG}/questions.yaml"
Spoil = Callable[[SampleCourse], object]


def findings(course: SampleCourse) -> list[Finding]:
    return check([course.folder])


def test_a_lesson_without_fault_has_no_findings(course: SampleCourse) -> None:
    assert findings(course) == []


def add(*cells: dict[str, Any]) -> Spoil:
    return lambda c: c.edit(lambda nb: nb["cells"].extend(cells))


def tag(name: str, *tags: str) -> Callable[[Notebook], object]:
    return lambda nb: SampleCourse.cell(nb, name)["metadata"].update(tags=list(tags))


def own(**fields: Any) -> Spoil:
    return lambda c: c.edit(lambda nb: nb["metadata"]["kholapath"].update(fields), "en")


def schema(old: str, new: str) -> Spoil:
    return lambda c: c.change("data/datapackage.json", old, new)


def limited(constraint: str, rows: str = "1,2\n2,4") -> Spoil:
    """The column 'total' is to keep a constraint."""

    def spoil(c: SampleCourse) -> None:
        old = '"name": "total", "type": "number"'
        c.change("data/datapackage.json", old, f'{old}, "constraints": {{{constraint}}}')
        c.write("data/sums.csv", f"a,total\n{rows}\n")

    return spoil


def questions(old: str, new: str) -> Spoil:
    return lambda c: c.change(QUESTIONS, old, new)


def cards(old: str, new: str) -> Spoil:
    return lambda c: c.change(f"{SLUG}/cards.yaml", old, new)


_WORDS = """\
- id: words
  type: mark_words
  prompt: {en: Mark the open one., bn: খোলাটি বেছে নিন।}
  text: {en: "[[llama|Llama]] and [[closed|GPT-4]]", bn: "[[llama|লামা]] আর [[closed|জিপিটি-৪]]"}
  entries: [{id: llama}, {id: closed}]
  answer: [llama]
  explanation: {en: One has weights., bn: একটির ওয়েট আছে।}
"""

# rule, what spoils the course, the cell it names, words of the message
FAULTS: list[tuple[str, Spoil, str | None, str]] = [
    ("notebook-unreadable", lambda c: c.write(f"{SLUG}/lesson.en.ipynb", "no"), None, "not JSON"),
    ("notebook-unreadable", lambda c: c.write(f"{SLUG}/lesson.en.ipynb", "[]"), None, "no list of"),
    ("notebook-unreadable", lambda c: c.edit(lambda nb: nb.update(nbformat_minor=4)), None, "4.4"),
    ("notebook-unreadable", lambda c: c.edit(lambda nb: nb.update(cells=[3])), None, "no cell"),
    ("metadata", own(lang="fr"), None, "lang is 'fr', not 'en'"),
    ("metadata", own(lesson="02-x"), None, "lesson is '02-x'"),
    ("metadata", own(title=""), None, "no title"),
    ("unknown-tag", add(cell("odd", "x", "solutoin")), "odd", "'solutoin'"),
    (
        "outputs-committed",
        lambda c: c.edit(lambda nb: c.cell(nb, "open").update(execution_count=1)),
        "open",
        "output",
    ),
    ("heading-skipped", add(cell("deep", "#### Deep")), "deep", "level 4 heading follows level 2"),
    ("dollars-as-math", add(cell("sum", r"From \$2 to \$4 [x](y).")), "sum", "part of"),
    ("dollars-as-math", add(cell("sum", r"\$2 of $x$ [x](y).")), "sum", "as math"),
    ("pip-install", add(cell("pip", "%pip install altair", code=True)), "pip", "installs"),
    ("pip-install", add(cell("pip", "x = 1\n! pip -q install a", code=True)), "pip", "installs"),
    ("code-syntax", add(cell("bad", "for x in", code=True)), "bad", "not Python"),
    ("languages-in-step", lambda c: c.edit(lambda nb: nb["cells"].pop(), "bn"), None, "points"),
    (
        "languages-in-step",
        lambda c: c.edit(lambda nb: nb["cells"].append(cell("more", "x")), "bn"),
        "more",
        "no such cell",
    ),
    (
        "languages-in-step",
        lambda c: c.edit_cell("q-pick", 'lesson.ask("total")', "bn"),
        "q-pick",
        "code differs",
    ),
    ("languages-in-step", lambda c: c.edit(tag("title", "dek"), "bn"), "title", "tags are dek"),
    (
        "languages-in-step",
        lambda c: c.edit(lambda nb: nb["cells"].insert(3, nb["cells"].pop(4)), "bn"),
        "q-total",
        "another order",
    ),
    ("missing-translation", lambda c: (c.lesson / "lesson.bn.ipynb").unlink(), None, "lesson.bn"),
    (
        "missing-translation",
        questions(', bn: "এটি ২ + ১।"', ""),
        None,
        "'pick' options.three.feedback",
    ),
    (
        "missing-translation",
        lambda c: c.change("course.yaml", ", bn: দুই আর দুই", ""),
        None,
        "01-sums",
    ),
    (
        "missing-translation",
        lambda c: c.change("glossary.yaml", ", bn: যোগফল", ""),
        None,
        "sum has no",
    ),
    ("glossary-unreadable", lambda c: c.write("glossary.yaml", "- a\n"), None, "map of fields"),
    ("objectives", lambda c: c.edit_cell("aims", "- One"), "aims", "objectives is 1"),
    ("objectives", lambda c: c.edit_cell("aims", "- a\n" * 6), "aims", "objectives is 6"),
    ("key-points", lambda c: c.edit(tag("points")), None, "no key points"),
    ("challenge-without-solution", lambda c: c.edit(tag("try-solution")), "try", "no solution"),
    ("challenge-without-solution", add(cell("more", "Do.", "challenge")), "more", "no solution"),
    ("minutes", own(minutes=12), None, "course.yaml says 10"),
    (
        "minutes",
        lambda c: c.edit(lambda nb: c.cell(nb, "try")["metadata"].update(kholapath={"minutes": 8})),
        None,
        "parts take 8 minutes",
    ),
    ("to-write", lambda c: c.edit_cell("try", "✎"), "try", "to be written"),
    (
        "unlisted",
        lambda c: c.change("course.yaml", "slug: 01-sums", "slug: 02-x"),
        None,
        "not listed",
    ),
    ("question-unreadable", questions("- id: pick", "- [pick"), None, "not valid YAML"),
    ("question-unreadable", questions("type: choice", "type: choise"), None, "did you mean choice"),
    ("question-unreadable", questions("answer: four", "answer: five"), None, "names no option"),
    ("question-unreadable", questions("id: total", "id: pick"), None, "used twice"),
    ("question-unreadable", questions("table: sums", "table: sum"), None, "no table 'sum'"),
    ("question-unreadable", cards("card: reveal", "card: revael"), None, "did you mean reveal?"),
    ("question-unreadable", cards("  title", "  titel: x\n  title"), None, "titel"),
    ("missing-translation", cards(', bn: "তাই।"', ""), None, "card 'think' answer has no text"),
    ("unknown-name", add(cell("typo", 'lesson.show("thikn")', code=True)), "typo", "mean think?"),
    (
        "longest-option-is-right",
        questions(
            '{en: "4", bn: "৪"}',
            '{en: "4, since two and two are counted one after another", bn: "৪"}',
        ),
        None,
        "'pick' (en): the right option is by far the longest",
    ),
    ("catch-all-option", questions('"3", bn', '"All of the above", bn'), None, "'pick' (en)"),
    ("catch-all-option", questions('bn: "৩"', 'bn: "উপরের সবগুলো"'), None, "'pick' (bn)"),
    ("answer-in-prompt", questions('"The sum?"', '"The sum, 4?"'), None, "holds the answer '4'"),
    (
        "unreachable-credit",
        questions("source: sums", "attempts: 1\n  reveal_after: 2"),
        None,
        "'total'",
    ),
    (
        "unsupported-in-edition",
        lambda c: (
            own(editions=["gift"])(c),
            questions(
                "- id: total",
                "- {id: s, type: scale, prompt: {en: a, bn: b}, options: agreement}\n- id: total",
            )(c),
        ),
        None,
        "gift: item s: left out",
    ),
    (
        "distractor-without-feedback",
        questions(', feedback: {en: "That is 2 + 1.", bn: "এটি ২ + ১।"}', ""),
        None,
        "'three' has no feedback",
    ),
    (
        "distractor-without-feedback",
        questions("- id: total", f"{_WORDS}- id: total"),
        None,
        "'closed' has no feedback",
    ),
    (
        "question-without-explanation",
        questions('  explanation: {en: "Count.", bn: "গুনে দেখুন।"}\n', ""),
        None,
        "'pick' has no explanation",
    ),
    ("unknown-source", questions("source: sums", "source: sumz"), None, "Did you mean sums?"),
    ("unknown-name", add(cell("typo", 'lesson.ask("pikc")', code=True)), "typo", "mean pick?"),
    ("unknown-name", add(cell("typo", 'lesson.data("sum")', code=True)), "typo", "mean sums?"),
    ("unknown-name", add(cell("typo", 'lesson.explore("sums")', code=True)), "typo", "all-sums"),
    ("question-asked", lambda c: c.edit_cell("q-pick", "1"), None, "'pick' is never asked"),
    ("question-asked", add(cell("again", 'lesson.ask("pick")', code=True)), "again", "second time"),
    ("image-without-alt", add(cell("pic", "![](a.png)")), "pic", "no description"),
    ("image-without-alt", add(cell("pic", '<img src="a.png" alt="">')), "pic", "no description"),
    (
        "chart-without-description",
        add(cell("chart", "import altair as alt\nalt.Chart(x).mark_bar()", code=True)),
        "chart",
        "no description",
    ),
    ("explorable", lambda c: c.write(f"{SLUG}/explorables.py", "1/0"), None, "ZeroDivisionError"),
    (
        "explorable",
        lambda c: c.change(f"{SLUG}/explorables.py", "return Figure()", "return 1/0"),
        None,
        "'all-sums' cannot be made",
    ),
    (
        "explorable",
        lambda c: c.change(f"{SLUG}/explorables.py", ', "bn": "যোগ"', ""),
        None,
        "no title in 'bn'",
    ),
    ("uncited-number", add(cell("figure", "It cost $5.6 million.")), "figure", "'$5.6'"),
    ("footnote-undefined", add(cell("note", "So it is[^x].")), "note", "'x' is nowhere"),
    ("data-unreadable", lambda c: c.write("data/datapackage.json", "{"), None, "not JSON"),
    ("data-unreadable", lambda c: c.write("data/datapackage.json", "[]"), None, "no data package"),
    ("data-described", schema('"sources"', '"origin"'), None, "no 'sources'"),
    ("data-schema", schema('"name": "a"', '"name": "b"'), None, "columns are a, total"),
    ("data-schema", lambda c: c.change("data/sums.csv", "2,4", "x,4"), None, "Row 3, column 'a'"),
    ("data-schema", lambda c: (c.folder / "data/sums.csv").unlink(), None, "cannot be read"),
    ("data-schema", limited('"enum": [2, 5]'), None, "Row 3, column 'total': '4' is none of 2, 5"),
    ("data-schema", limited('"minimum": 3'), None, "'2' is less than 3"),
    ("data-schema", limited('"maximum": 3'), None, "'4' is more than 3"),
    ("data-schema", limited('"unique": true', "1,4\n2,4"), None, "'4' stands there twice"),
    ("data-schema", limited('"required": true', "1,\n2,4"), None, "'' is empty, but required"),
]


_REASONED = """\
- id: reasoned
  type: true_false
  prompt: {en: "2 + 2 is 5.", bn: "২ + ২ হলো ৫।"}
  answer: false
  options:
    - {id: four, text: {en: It is four, bn: চার}}
    - {id: six, text: {en: It is six, bn: ছয়}, feedback: {en: That is 2 + 4., bn: এটি ২ + ৪।}}
  because: four
- id: matched
  type: matching
  prompt: {en: Match, bn: মেলান}
  pairs:
    - {id: two, text: {en: "2", bn: "২"}}
    - {id: three, text: {en: "3", bn: "৩"}}
  options:
    - {id: even, text: {en: even, bn: জোড়}}
    - {id: odd, text: {en: odd, bn: বিজোড়}}
  answer: {two: even, three: odd}
"""


def test_the_right_reason_and_what_is_matched_need_no_feedback(course: SampleCourse) -> None:
    questions("- id: total", f"{_REASONED}- id: total")(course)
    found = {finding.rule for finding in findings(course)}
    assert "question-asked" in found  # they were read
    assert "distractor-without-feedback" not in found


@pytest.mark.parametrize(("rule", "spoil", "cell_id", "words"), FAULTS)
def test_a_fault_is_found_in_its_place(
    course: SampleCourse, rule: str, spoil: Spoil, cell_id: str | None, words: str
) -> None:
    spoil(course)
    found = [f for f in findings(course) if f.rule == rule]
    assert found, f"{rule} found nothing"
    assert any(words in f.message and f.cell_id == cell_id for f in found), found
    assert all(f.way_out for f in found)


def test_every_rule_has_a_fault_that_shows_it() -> None:
    assert {rule for rule, *_ in FAULTS} == set(all_rules())


def test_a_finding_says_file_cell_rule_and_way_out(course: SampleCourse) -> None:
    course.edit_cell("aims", "- One", "en")
    (finding,) = findings(course)
    assert str(finding) == (
        f"{SLUG}/lesson.en.ipynb, cell 3 (id aims): The number of objectives is 1. "
        "Write 2 to 5, as a list in a cell tagged 'objectives'. [objectives]"
    )
    assert json.loads(json.dumps(finding.to_json()))["cell"] == 3


def test_code_may_differ_in_its_comments(course: SampleCourse) -> None:
    course.edit_cell("q-pick", '# প্রশ্ন\nlesson.ask( "pick" )', "bn")
    assert findings(course) == []


def drawn(course: SampleCourse, lang: str, **said: str) -> None:
    """Draw a chart in one language's notebook, with these arguments."""
    words = ", ".join(f"{name}={text!r}" for name, text in said.items())
    course.edit_cell("q-pick", f'Chart(sums, {words})\nlesson.ask("pick")', lang)


def test_a_chart_may_speak_each_language_in_its_description_and_title(course: SampleCourse) -> None:
    drawn(course, "en", description="Two sums.", title="The sums")
    drawn(course, "bn", description="দুটি যোগফল।", title="যোগফল")
    assert findings(course) == []


@pytest.mark.parametrize(
    "bengali", [{"description": "দুটি যোগফল।"}, {"description": "দুটি যোগফল।", "mark": "rect"}]
)
def test_a_chart_has_the_same_other_arguments_in_each_language(
    course: SampleCourse, bengali: dict[str, str]
) -> None:
    drawn(course, "en", description="Two sums.", mark="bar")
    drawn(course, "bn", **bengali)
    assert [finding.rule for finding in findings(course)] == ["languages-in-step"]


def test_one_notebook_is_not_asked_for_its_twin(course: SampleCourse) -> None:
    assert check([course.lesson / "lesson.bn.ipynb"]) == []


def test_a_folder_without_lessons_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="holds no lesson"):
        check([tmp_path])


@pytest.mark.parametrize(
    "words",
    [
        "It cost $5.6 million.",
        "খরচ ৫৬ লাখ ডলার।",
        "It took 2,788,000 steps.",
        "Some 40% agree.",
        "It ran on 16384 cards.",
        "- one\n- 12 hours",
    ],
)
def test_a_figure_needs_a_source(words: str) -> None:
    assert list(uncited(words))


@pytest.mark.parametrize(
    "words",
    [
        "It cost $5.6 million[^v3].",
        "It cost [$5.6 million](https://example.org).",
        "| a |\n|---|\n| 5,600 |\n\nSource: the report",
        "In January 2025, on day 27, with 3 models.",
        "Llama 3.1 405B, GPT-4, H100 and DeepSeek-V3",
        "`x = 5600` and $x = 5600$",
        "# 5,600 words",
        "```\n5,600\n```",
    ],
)
def test_what_is_no_figure_or_has_its_source_passes(words: str) -> None:
    assert not list(uncited(words))


@pytest.mark.parametrize(
    "words", [r"- \$2 [x](y)\n- \$4 [x](y)", "$a$ and $b$", r"\$2 [x](y) `\$`"]
)
def test_one_dollar_in_a_block_and_math_itself_are_no_fault(
    course: SampleCourse, words: str
) -> None:
    add(cell("sum", words.replace("\\n", "\n")))(course)
    assert [f.rule for f in check([course.lesson]) if f.rule == "dollars-as-math"] == []
