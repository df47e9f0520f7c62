"""Questions for learning systems, read back by readers that we did not write."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import lms_readers as foreign
import lms_sample
import pytest
from click.testing import CliRunner
from lms_sample import EVERY, Accepted, Option, document, every_document, form
from lxml import etree
from lxml import html as lxml_html
from moodle_xml_parser.parser import parse_bytes  # type: ignore[import-untyped]
from playwright.sync_api import Browser
from ralph.models.xapi.base.statements import (  # type: ignore[import-untyped]
    BaseXapiStatement,
)
from sample_course import SLUG, SampleCourse

from kholapath.cli import main
from kholapath.document import model as m
from kholapath.editions._lms.entries import cleaned
from kholapath.editions.registry import editions
from kholapath_widgets._shared.markdown import clean_html
from kholapath_widgets.examples import example
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import Item
from kholapath_widgets.question.loading import load_items
from kholapath_widgets.question.printing import print_form
from kholapath_widgets.question.types import FOLDER, item_types
from kholapath_widgets.question.xapi import answered, completed

FORMATS = ["gift", "moodle", "qti", "qti3"]
EXAMPLES = [
    item for kind in item_types() for item in load_items(FOLDER / kind / "example.yaml").values()
]
HOSTILE = (
    "]]> <script>alert(1)</script><img src=x onerror=alert(1)> & \" ' ::~=#{}\\ =%100%x -> // "
    "{1:SHORTANSWER:=x} @@PLUGINFILE@@/x \\n\n\n}::x:: [html] &&092; \u202e\x07\ud800 ক্ষেত্র"
)

pytestmark = pytest.mark.usefixtures("ready_made")
every_format = pytest.mark.parametrize("name", FORMATS)
every_example = pytest.mark.parametrize("item", EXAMPLES, ids=lambda item: item.id)
every_interaction = pytest.mark.parametrize("kind", list(EVERY))


@pytest.fixture(scope="module")
def player(browser: Browser) -> Iterator[foreign.Player]:
    with foreign.player(browser) as found:
        yield found


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    return lambda: [record.getMessage() for record in caplog.records]


def made(name: str, *forms: dict[str, Any]) -> bytes:
    return editions()[name].make(document(*forms))


def words(html: str) -> str:
    """The words of some HTML, formulas as TeX: what must come through every format."""
    tree = lxml_html.fragment_fromstring(html, create_parent="div")
    for formula in list(tree.iter("math")):
        formula.addprevious(lxml_html.fromstring(f"<i>{formula.get('alttext')}</i>"))
        formula.drop_tree()
    return re.sub(r"\\[()\[\]]|\s+", "", tree.text_content())


class Right:
    """The right answer of a question, as any reader should find it."""

    def __init__(self, found: x.Interaction) -> None:
        self.kind = found.kind
        self.texts: set[str] = set()
        self.pairs: set[tuple[str, str]] = set()
        self.number: tuple[float, float] | None = None
        if isinstance(found, x.ChoiceInteraction):
            self.texts = {words(o.text) for o in found.options if o.fraction > 0}
        elif isinstance(found, x.HottextInteraction):
            self.texts = {words(o.text) for o in found.entries if o.fraction > 0}
        elif isinstance(found, x.TextEntry):
            self.texts = {a.words for a in found.accepted if a.fraction == 1}
        elif isinstance(found, x.NumericEntry) and found.value is not None:
            self.number = (found.value, found.tolerance)
        elif isinstance(found, x.MatchInteraction):
            sources = {o.id: words(o.text) for o in found.sources}
            targets = {o.id: words(o.text) for o in found.targets}
            self.pairs = {(sources[s], targets[t]) for s, t in found.pairs}
        elif isinstance(found, x.GapInteraction):
            self.texts = {a.words for g in found.gaps for a in g.accepted if a.fraction == 1}
            self.texts |= {words(o.text) for g in found.gaps for o in g.options if o.fraction == 1}
            bank = {o.id: words(o.text) for o in found.bank}
            self.texts |= {bank[g.word] for g in found.gaps if g.word}

    @property
    def marked(self) -> bool:
        """Whether a machine can tell right from wrong."""
        return bool(self.texts or self.pairs or self.number or self.kind == "order")

    @property
    def anything(self) -> bool:
        """Whether any answer is as good as another."""
        return not self.marked and self.kind != "essay"


def in_gift(data: bytes, right: Right) -> None:
    """Check what gift-pegjs finds right."""
    [_, question] = foreign.gift(data)
    choices = question.get("choices") or []
    if right.number:
        text = choices[0]["text"]
        assert (text["number"], text["range"]) == pytest.approx(right.number)
    elif right.pairs:
        pairs = question["matchPairs"]
        found = {(words(p["subquestion"]["text"]), words(p["subanswer"])) for p in pairs}
        assert {pair for pair in found if pair[0]} == right.pairs
    elif right.texts:
        good = [
            c for c in choices if (c["weight"] or 0) > 0 or (c["isCorrect"] and c["weight"] is None)
        ]
        typed = question["type"] == "Short"
        assert {
            c["text"]["text"] if typed else words(c["text"]["text"]) for c in good
        } == right.texts
    else:
        assert question["type"] == "Essay"


def in_moodle(data: bytes, right: Right) -> None:
    """Check what moodle-xml-parser finds right; it reads choices and gaps, so the rest we look up."""
    found = parse_bytes(data)
    if right.anything:
        in_moodle_anything_counts(data, found)
        return
    for question in found["multichoice"]:
        good = {words(o.answer) for o in question.options if o.score_fraction > 0}
        assert good == right.texts
    for question in found["cloze"]:
        # Moodle refuses a gap that nothing fills wholly
        assert all(any(o.score == 100 for o in gap.options) for gap in question.gaps)
        good = {o.answer for gap in question.gaps for o in gap.options if o.score == 100}
        assert good == right.texts
    [_, element] = etree.fromstring(data).findall("question")
    kind, texts = element.get("type"), element.xpath("answer[@fraction='100']/text/text()")
    if kind == "numerical":
        [value], [margin] = texts, element.xpath("answer[@fraction='100']/tolerance/text()")
        assert (float(value), float(margin)) == pytest.approx(right.number)
    elif kind == "shortanswer":
        assert {text.replace("\\*", "*") for text in texts} == right.texts
    elif kind == "matching":
        rows = [
            (r.findtext("text") or "", r.findtext("answer/text"))
            for r in element.iter("subquestion")
        ]
        assert {(words(s), words(t)) for s, t in rows if s} == right.pairs
    else:
        assert kind in {"multichoice", "cloze", "ordering", "essay"}


def in_moodle_anything_counts(data: bytes, found: Any) -> None:
    """Check that every answer there is, or any at all, counts, and that no points are at stake."""
    [_, element] = etree.fromstring(data).findall("question")
    gaps = [gap for question in found["cloze"] for gap in question.gaps]
    if gaps:
        assert all(option.score == 100 for gap in gaps for option in gap.options)
        return
    assert element.findtext("defaultgrade") == "0"
    answers = element.findall("answer")
    assert all(float(a.get("fraction")) > 0 for a in answers)
    assert len(answers) > 1 or answers[0].findtext("text") == "*"


def check(name: str, data: bytes, right: Right, points: float, player: foreign.Player) -> None:
    """Check that a reader of the format finds the same right answer in a file of one question."""
    if name == "gift":
        in_gift(data, right)
    elif name == "moodle":
        in_moodle(data, right)
    else:
        [item] = foreign.items(data, upgrade=name == "qti").values()
        outcomes = player.play(item)
        assert float(outcomes["SCORE"]) == pytest.approx(points if right.marked else 0)
        assert float(player.play(item, {})["SCORE"]) == 0


@every_format
@every_example
@pytest.mark.parametrize("lang", ["en", "bn"])
def test_every_type_comes_through_every_format_or_a_reason_is_told(
    name: str, item: Item, lang: str, told: Any, player: foreign.Player
) -> None:
    exchanged = print_form(item, lang=lang, number=1, seed=4172)
    data = made(name, exchanged)
    gone = [line for line in told() if line.startswith(f"item {item.id}: left out: ")]
    if gone:
        assert item.id.encode() not in data
    else:
        found = item.exchange(lang)
        check(name, data, Right(found), item.points, player)


@every_format
@every_interaction
def test_every_interaction_comes_through_every_format_or_a_reason_is_told(
    name: str, kind: str, told: Any, player: foreign.Player
) -> None:
    data = made(name, form(kind, EVERY[kind], points=3))
    if any(line.startswith(f"item {kind}: left out: ") for line in told()):
        assert (name, kind) in GONE
    else:
        assert (name, kind) not in GONE
        check(name, data, Right(EVERY[kind]), 3, player)


GONE = {
    *((name, "code") for name in FORMATS),
    *(("gift", kind) for kind in ("poll", "guess", "drawn", "vote")),
    *(("gift", kind) for kind in ("order", "gaps", "bank")),
}


class TestWhatIsLeftOut:
    @pytest.mark.parametrize(
        ("name", "kind", "line"),
        [
            ("gift", "order", "left out: GIFT has no such question"),
            ("gift", "gaps", "left out: GIFT has one gap in a question at the most"),
            ("gift", "poll", "left out: GIFT has no question without a right answer"),
            ("gift", "one", "that an option stays last is left out: GIFT has no place for it"),
            ("gift", "essay", "the rubric is left out: GIFT has no place for it"),
            (
                "moodle",
                "one",
                "the words for options that were not chosen are left out: Moodle XML has no place for them",
            ),
            (
                "moodle",
                "hottext",
                "the marking of words in their text is left out: Moodle XML has them chosen from a list",
            ),
            (
                "moodle",
                "gaps",
                "its worth of 1 points is left out: Moodle XML counts a point for each gap",
            ),
            (
                "moodle",
                "guess",
                "that nothing about it is right or wrong is left out: Moodle XML takes any answer for right",
            ),
            ("moodle", "guess", "its slider is left out: Moodle XML has no place for it"),
            ("qti", "code", "left out: it runs code"),
        ],
    )
    def test_it_is_told_by_item_and_reason(
        self, name: str, kind: str, line: str, told: Any
    ) -> None:
        made(name, form(kind, EVERY[kind]))
        assert f"item {kind}: {line}" in told()

    def test_what_goes_through_whole_is_not_told(self, told: Any) -> None:
        made("moodle", form("number", EVERY["number"], hints=[{"en": "Multiply."}]))
        assert told() == []

    def test_hints_points_and_tries(self, told: Any) -> None:
        more: dict[str, Any] = {"hints": [{"en": "a"}, {"en": "b"}], "points": 2, "attempts": 3}
        made("gift", form("number", EVERY["number"], **more))
        assert told() == [
            "item number: its limit of tries is left out: GIFT has no place for it",
            "item number: its hints are left out: GIFT has no place for them",
            "item number: its worth of 2 points is left out: GIFT has no place for it",
        ]

    @every_format
    def test_an_output_of_another_version_is_told(self, name: str, told: Any) -> None:
        made(name, {"lang": "en", "id": "old", "answers": {"item": {}}})
        assert told() == [
            "item old: left out: its output is of another version: run the notebook again"
        ]

    @every_format
    def test_a_second_question_of_the_same_id_is_told(self, name: str, told: Any) -> None:
        made(name, form("q", EVERY["one"]), form("q", EVERY["number"]))
        assert "item q: left out: another question has the same id" in told()

    @every_format
    def test_the_same_question_asked_twice_is_sent_once(self, name: str, told: Any) -> None:
        twice = made(name, form("q", EVERY["number"]), form("q", EVERY["number"]))
        assert twice == made(name, form("q", EVERY["number"]))
        assert told() == []

    @every_format
    def test_a_card_that_asks_something_is_told(self, name: str, told: Any) -> None:
        card = example("claim", "en").print_form()
        block = m.Widget(m.Where(1, "c1"), "en", frozenset(), card)
        editions()[name].make(m.Document(m.Meta("s", "en", "t"), (block,)))
        assert told() == [f"item {card['id']}: left out: no learning system has a card like it"]

    @every_format
    def test_of_a_quiz_the_questions_are_sent_and_its_rules_are_told(
        self, name: str, told: Any
    ) -> None:
        quiz = example("quiz", "en").print_form()
        where, tags = m.Where(1, "c1"), frozenset[str]()
        asked = tuple(("", m.Item(where, "en", tags, c["form"])) for c in quiz["children"])
        block = m.Live(where, "en", tags, asked, quiz)
        data = editions()[name].make(m.Document(m.Meta("s", "en", "t"), (block,)))
        system = {"gift": "GIFT", "moodle": "Moodle XML", "qti": "QTI 2.1", "qti3": "QTI 3.0"}[name]
        said = f"the quiz with its rules is left out: {system} is given its questions alone"
        assert f"item {quiz['id']}: {said}" in told()
        sent = zipfile.ZipFile(io.BytesIO(data)).namelist() if name.startswith("qti") else data
        for child in quiz["children"]:
            assert child["form"]["id"] in str(sent)

    def test_a_weight_that_moodle_does_not_know(self, told: Any) -> None:
        options = tuple(Option(id=f"o{n}", text=str(n), fraction=1 / 13) for n in range(13))
        made("moodle", form("q", x.ChoiceInteraction(options=options, many=True)))
        assert (
            "item q: the exact weight of an option, 7.692 %, is left out: Moodle's nearest is 10 %"
            in told()
        )

    def test_the_command_line_says_each_thing_once(self, course: SampleCourse) -> None:
        questions = f"{SLUG}/questions.yaml"
        course.change(questions, "  answer: four", "  answer: four\n  hints: [{en: c, bn: গ}]")
        done = CliRunner().invoke(main, ["export", SLUG, "--to", "gift,moodle", "--out", "OUT"])
        assert len(done.stdout.splitlines()) == 4
        assert done.stderr == "item pick: its hint is left out: GIFT has no place for it\n"


class TestCredit:
    """How a partly right answer counts, marked by the player."""

    def score(self, player: foreign.Player, found: x.Interaction, given: Any) -> float:
        [item] = foreign.items(made("qti3", form("q", found, points=2)), upgrade=False).values()
        response = given if isinstance(given, dict) else {"RESPONSE": given}
        return float(player.play(item, response)["SCORE"])

    @pytest.mark.parametrize(
        ("credit", "given", "score"),
        [
            ("net_correct", ["w"], 1),
            ("net_correct", ["w", "p"], 0),
            ("net_correct", ["p"], 0),
            ("net_correct", ["w", "c", "p"], 1),
            ("all", ["w"], 0),
            ("all", ["c", "w"], 2),
            ("each_answer", ["w"], 2 * 2 / 3),
            ("each_answer", ["w", "c", "p"], 2 * 2 / 3),
            ("each_answer", ["p"], 0),
        ],
    )
    def test_of_choices(
        self, credit: Any, given: list[str], score: float, player: foreign.Player
    ) -> None:
        found = replace(EVERY["many"], credit=credit)
        assert self.score(player, found, given) == pytest.approx(score, abs=0.001)

    @pytest.mark.parametrize(
        ("kind", "given", "score"),
        [
            ("number", "5.5", 2),
            ("number", "5.7", 0),
            ("number", "1.394", 0),
            ("word", "mit", 2),
            ("word", "Apache", 0),
            ("match", ["llama meta", "qwen other"], 1),
            ("order", ["train", "data", "ask"], 0),
            ("gaps", {"RESPONSE_1": "free", "RESPONSE_2": "mit"}, 1.5),
            ("gaps", {"RESPONSE_1": "open", "RESPONSE_2": "gpl"}, 1),
            ("bank", ["meta who", "qwen what"], 1),
            ("hottext", ["a", "b"], 0),
        ],
    )
    def test_of_the_others(
        self, kind: str, given: Any, score: float, player: foreign.Player
    ) -> None:
        assert self.score(player, EVERY[kind], given) == pytest.approx(score)

    def test_three_gaps_of_one_point_make_a_whole_one(self, player: foreign.Player) -> None:
        gaps = tuple(x.Gap(id=i, accepted=(Accepted(words=i),)) for i in "abc")
        found = x.GapInteraction(text="".join(map(x.mark, "abc")), gaps=gaps)
        given = {f"RESPONSE_{n}": word for n, word in enumerate("abc", 1)}
        [item] = foreign.items(made("qti3", form("q", found)), upgrade=False).values()
        assert float(player.play(item, given)["SCORE"]) == 1

    def test_a_row_that_is_put_wrong_has_its_say(self, player: foreign.Player) -> None:
        plain = EVERY["match"]
        assert isinstance(plain, x.MatchInteraction)
        found = replace(plain, sources=tuple(replace(o, feedback="No.") for o in plain.sources))
        [item] = foreign.items(made("qti3", form("q", found)), upgrade=False).values()
        outcomes = player.play(item, {"RESPONSE": ["llama meta", "qwen other"]})
        assert "qwen" in outcomes["FEEDBACK"]
        assert "llama" not in outcomes["FEEDBACK"]
        assert float(outcomes["SCORE"]) == pytest.approx(0.5)

    def test_feedback_follows_the_answer(self, player: foreign.Player) -> None:
        [item] = foreign.items(made("qti3", form("q", EVERY["number"])), upgrade=False).values()
        assert player.play(item, {"RESPONSE": "1.39"})["FEEDBACK"] == ["slip-1"]
        assert player.play(item)["FEEDBACK"] is None


class TestHostileTexts:
    def poisoned(self) -> m.Document:
        def spoil(value: Any, name: str = "") -> Any:
            if isinstance(value, dict):
                return {k: spoil(v, k) for k, v in value.items()}
            if isinstance(value, list):
                return [spoil(v, name) for v in value]
            if name in {"words", "unit", "misconception", "en"}:
                return f"{HOSTILE} {value}"
            if name in {"text", "feedback", "note", "model"}:  # a type gives these as clean HTML
                return f"{clean_html(cleaned(HOSTILE))} {value}"
            return value

        forms = [
            form(kind, found, hints=[{"en": "h"}], explanation={"en": "e"})
            for kind, found in EVERY.items()
        ]
        return document(
            *(f | {"answers": spoil(f["answers"])} for f in forms), title=f"{HOSTILE} title"
        )

    def test_gift_still_has_the_same_questions(self) -> None:
        first, *found = foreign.gift(editions()["gift"].make(self.poisoned()))
        assert first["type"] == "Category"
        # a word with an arrow cannot be typed in GIFT, so `word` and `gap` are told, not sent
        assert [q["id"] for q in found] == ["one", "many", "number", "match", "hottext", "essay"]
        one = found[0]
        assert [c["isCorrect"] for c in one["choices"]] == [True, False, False]
        self.inert(one["stem"]["text"], *(c["text"]["text"] for c in one["choices"]))

    def test_moodle_xml_is_whole_and_its_html_inert(self) -> None:
        tree = etree.fromstring(editions()["moodle"].make(self.poisoned()))
        kinds = [q.get("type") for q in tree.findall("question")]
        assert len(kinds) == len(set(EVERY) - {"code"}) + len(["category"])
        self.inert(*tree.xpath("//*[@format='html']/text/text()"))
        for question in tree.findall("question[@type='cloze']"):
            text = question.findtext("questiontext/text") or ""
            parts = re.split(r"\{1:[A-Z]+:(?:\\.|[^\\}])*\}", text)
            assert len(parts) in {2, 3}
            assert "{" not in "".join(parts)

    @pytest.mark.parametrize("name", ["qti", "qti3"])
    def test_qti_is_whole_and_plays(self, name: str, player: foreign.Player) -> None:
        package = editions()[name].make(self.poisoned())
        found = foreign.items(package, upgrade=name == "qti")
        assert set(found) == set(EVERY) - {"code"}
        for kind, item in found.items():
            self.inert(item)
            scored = kind not in {"essay", "poll", "guess", "drawn", "vote"}
            assert float(player.play(item)["SCORE"]) == pytest.approx(float(scored))

    @staticmethod
    def inert(*fragments: str) -> None:
        for fragment in fragments:
            source = fragment.encode() if fragment.startswith("<?xml") else fragment
            parser = etree.XMLParser() if isinstance(source, bytes) else etree.HTMLParser()
            for element in etree.fromstring(source, parser).iter(etree.Element):
                name = etree.QName(element).localname
                assert name not in {"script", "style", "iframe", "svg", "object"}
                assert not any(key.startswith("on") for key in element.attrib)
                assert not (element.get("src") or "").startswith("http")


class TestPackage:
    def archive(self, name: str = "qti") -> zipfile.ZipFile:
        pictured = form("seen", EVERY["one"], prompt={"en": f"![A dot]({lms_sample.PICTURE})"})
        return zipfile.ZipFile(io.BytesIO(made(name, pictured, form("two", EVERY["many"]))))

    @pytest.mark.parametrize("name", ["qti", "qti3"])
    def test_the_manifest_lists_every_file(self, name: str) -> None:
        archive = self.archive(name)
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
        listed = set(manifest.xpath("//*[local-name()='file']/@href"))
        assert listed == set(archive.namelist()) - {"imsmanifest.xml"}
        assert sum(path.startswith("images/") for path in listed) == 1

    def test_the_test_asks_every_item_in_order(self) -> None:
        test = etree.fromstring(self.archive().read("assessment.xml"))
        assert test.xpath("//*[local-name()='assessmentItemRef']/@href") == ["seen.xml", "two.xml"]

    def test_the_same_lesson_makes_the_same_bytes(self) -> None:
        forms = [form(kind, found) for kind, found in EVERY.items()]
        assert made("qti", *forms) == made("qti", *forms)

    def test_a_formula_is_mathml_in_qti_and_tex_elsewhere(self) -> None:
        asked = form("q", EVERY["one"], prompt={"en": "$x^2$"})
        [item] = foreign.items(made("qti3", asked), upgrade=False).values()
        assert (
            '<math alttext="x^2" display="inline" xmlns="http://www.w3.org/1998/Math/MathML">'
            in item
        )
        assert r"\(x^2\)" in made("moodle", asked).decode()
        assert (
            foreign.gift(made("gift", asked))[1]["stem"]["text"]
            == r'<span class="math">\(x^2\)</span>'
        )

    def test_a_picture_is_a_file_of_the_question_in_moodle(self) -> None:
        asked = form("q", EVERY["one"], prompt={"en": f"![dot]({lms_sample.PICTURE})"})
        text = etree.fromstring(made("moodle", asked)).find(
            "question[@type='multichoice']/questiontext"
        )
        assert f"@@PLUGINFILE@@/{text.find('file').get('name')}" in text.findtext("text")
        assert text.findtext("file") == lms_sample.PICTURE.partition(",")[2]


def test_a_number_is_written_in_digits() -> None:
    found = x.NumericEntry(value=1e-7, tolerance=2e22)
    choice = foreign.gift(made("gift", form("q", found)))[1]["choices"][0]["text"]
    assert (choice["number"], choice["range"]) == (1e-7, 2e22)


def test_a_question_in_a_box_is_found() -> None:
    asked = every_document().blocks[0]
    box = m.Group(asked.where, "en", asked.tags, (("", asked),))
    lesson = m.Document(
        m.Meta("s", "en", "t"), (m.Group(asked.where, "en", asked.tags, (("", box),)),)
    )
    assert b"[id:one]" in editions()["gift"].make(lesson)


class TestXapi:
    """Statements, as ralph validates them."""

    def statement(self, item: Item, response: Any) -> dict[str, Any]:
        account = {"homePage": "https://kholapath.example.org", "name": "a1b2"}
        lesson = "https://kholapath.example.org/03-the-price-of-a-model"
        return answered(
            item, response, account=account, lesson=lesson, timestamp="2026-11-25T10:00:00Z"
        )

    @every_example
    def test_every_type_makes_a_valid_one(self, item: Item) -> None:
        for response in (item.right_response(), "something else"):
            BaseXapiStatement.model_validate(self.statement(item, response))

    @pytest.mark.parametrize(
        "outcome",
        [
            {"score": 0.5, "passed": False},
            {"score": 1.0, "passed": None},
            dict.fromkeys(("score", "passed")),
        ],
    )
    def test_a_finished_quiz_makes_a_valid_one(self, outcome: dict[str, Any]) -> None:
        statement = completed(
            "sums",
            {"en": "Sums", "bn": "যোগ"},
            account={"homePage": "https://kholapath.example.org", "name": "a1b2"},
            lesson="https://kholapath.example.org/01-sums",
            timestamp="2026-11-25T10:00:00Z",
            **outcome,
        )
        BaseXapiStatement.model_validate(statement)

    @pytest.mark.parametrize(
        ("part", "wrong"),
        [
            ("interactionType", "guessing"),
            ("correctResponsesPattern", "x"),
            ("description", {"?": "x"}),
        ],
    )
    def test_the_validator_refuses_a_wrong_one(self, part: str, wrong: Any) -> None:
        statement = self.statement(EXAMPLES[0], "x")
        statement["object"]["definition"][part] = wrong
        with pytest.raises(ValueError, match="validation error"):
            BaseXapiStatement.model_validate(statement)


def test_the_sample_has_every_interaction_there_is() -> None:
    assert {type(found) for found in EVERY.values()} == set(x.Interaction.__args__)


def test_a_mark_is_no_word() -> None:
    assert x.MARK.split(f"a {x.mark('g')} b") == ["a ", "g", " b"]
    assert Accepted(words="x").fraction == 1
