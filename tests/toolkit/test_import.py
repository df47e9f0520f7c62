"""Questions of other systems become items; what is broken or hostile is told, and harms nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lms_sample
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from lms_sample import EVERY, document, form
from lxml import html as lxml_html

from kholapath.cli import main
from kholapath.editions._lms.importing import as_yaml, import_items
from kholapath.editions._lms.markdown import to_markdown
from kholapath.editions.registry import editions
from kholapath.errors import KholapathError, QuestionsError
from kholapath_widgets._shared.markdown import to_html
from kholapath_widgets.question import interactions as x
from kholapath_widgets.question.item import Item
from kholapath_widgets.question.loading import load_items
from kholapath_widgets.question.types import FOLDER

pytestmark = pytest.mark.usefixtures("ready_made")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Any:
    return lambda: [record.getMessage() for record in caplog.records]


class Files:
    """Files to import, in a folder of the test's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str, data: str | bytes, lang: str = "en") -> list[Item]:
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return import_items(path, lang)

    def gift(self, text: str, lang: str = "en") -> list[Item]:
        return self.read("a.gift", text, lang)

    def moodle(self, body: str) -> list[Item]:
        return self.read("a.xml", f"{HEAD}<quiz>{body}</quiz>")

    def refused(self, name: str, data: str | bytes) -> str:
        with pytest.raises(QuestionsError) as raised:
            self.read(name, data)
        return str(raised.value)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def question(kind: str, inside: str, text: str = "Asked?") -> str:
    return (
        f'<question type="{kind}"><name><text>Q</text></name>'
        f'<questiontext format="html"><text>{text}</text></questiontext>{inside}</question>'
    )


def answer(text: str, fraction: str = "0", more: str = "") -> str:
    return f'<answer fraction="{fraction}"><text>{text}</text>{more}</answer>'


def right(found: x.Interaction) -> Any:
    """What is right, whatever ids the options have."""
    if isinstance(
        found, x.ChoiceInteraction | x.HottextInteraction
    ):  # which comes back as a choice
        options = found.options if isinstance(found, x.ChoiceInteraction) else found.entries
        return sorted((o.text, round(o.fraction, 4)) for o in options)
    if isinstance(found, x.NumericEntry):
        return (found.value, found.tolerance, [(s.value, s.feedback) for s in found.slips])
    if isinstance(found, x.TextEntry):
        return sorted((a.words, a.fraction) for a in found.accepted)
    if isinstance(found, x.MatchInteraction):
        sources = {o.id: o.text for o in found.sources}
        targets = {o.id: o.text for o in found.targets}
        return sorted((sources[s], targets[t]) for s, t in found.pairs)
    if isinstance(found, x.OrderInteraction):
        return [o.text for o in found.entries]
    return found.kind


class TestRoundTrip:
    """What we export, we read back, wherever a type takes it."""

    @pytest.mark.parametrize("edition", ["moodle", "gift"])
    @pytest.mark.parametrize("kind", ["one", "many", "number", "word", "match"])
    def test_the_right_answer_is_the_same(self, edition: str, kind: str, files: Files) -> None:
        sent = editions()[edition].make(document(form(kind, EVERY[kind])))
        [item] = files.read(f"a.{editions()[edition].extension}", sent)
        assert item.id == kind
        assert right(item.exchange("en")) == right(EVERY[kind])

    @pytest.mark.parametrize("edition", ["moodle", "gift"])
    @pytest.mark.parametrize("lang", ["en", "bn"])
    def test_every_type_that_is_sent_comes_back_or_is_told(
        self, edition: str, lang: str, files: Files, told: Any
    ) -> None:
        from kholapath_widgets.question.printing import print_form

        examples = [
            item
            for file in sorted(FOLDER.glob("*/example.yaml"))
            for item in load_items(file).values()
        ]
        forms = [print_form(item, lang=lang, number=1, seed=1) for item in examples]
        sent = editions()[edition].make(document(*forms))
        found = {i.id: i for i in files.read(f"a.{editions()[edition].extension}", sent, lang)}
        asked = {item.id: item for item in examples}
        assert set(found) <= set(asked)
        for name, item in found.items():
            assert right(item.exchange(lang)) == right(asked[name].exchange(lang)), name
        gone = [line for line in told() if ": left out: " in line]
        assert len(found) + len(gone) == len(asked)

    def test_the_yaml_is_a_file_of_questions(self, files: Files, tmp_path: Path) -> None:
        sent = editions()["moodle"].make(lms_sample.every_document(hints=[{"en": "a: b # c"}]))
        items = files.read("a.xml", sent)
        (tmp_path / "questions.yaml").write_bytes(as_yaml(items))
        assert list(load_items(tmp_path / "questions.yaml").values()) == items


class TestMoodle:
    def test_a_choice_with_everything(self, files: Files, told: Any) -> None:
        [item] = files.moodle(
            question(
                "multichoice",
                "<generalfeedback format='html'><text>Because</text></generalfeedback>"
                "<defaultgrade>2.0</defaultgrade><idnumber>Q 7</idnumber><single>true</single>"
                "<shuffleanswers>0</shuffleanswers>"
                + answer("&lt;b&gt;Yes&lt;/b&gt; \\(x^2\\)", "100")
                + answer("No", "0", "<feedback><text>Why not?</text></feedback>")
                + "<hint format='html'><text>Think</text></hint><tags><tag><text>t</text></tag></tags>",
            )
        )
        assert item.model_dump(exclude_defaults=True) == {
            "id": "q-7",
            "prompt": {"en": "Asked?"},
            "hints": [{"en": "Think"}],
            "explanation": {"en": "Because"},
            "points": 2.0,
            "options": [
                {"id": "a", "text": {"en": "**Yes** $x^2$"}},
                {"id": "b", "text": {"en": "No"}, "feedback": {"en": "Why not?"}},
            ],
            "shuffle": False,
            "answer": "a",
        }
        assert told() == ["question 'Q': its tags are left out: an item has no place for them"]

    def test_a_picture_in_a_question_stays_in_it(self, files: Files) -> None:
        text = '&lt;img src="@@PLUGINFILE@@/a%20b.png" alt="A dot"&gt;'
        data = lms_sample.PICTURE.partition(",")[2]
        asked = question("essay", "", text).replace(
            "</questiontext>",
            f'<file name="a b.png" path="/" encoding="base64">{data}</file></questiontext>',
        )
        [item] = files.moodle(asked)
        assert item.prompt["en"] == f"![A dot]({lms_sample.PICTURE})"

    @pytest.mark.parametrize(
        ("body", "line"),
        [
            (question("calculated", ""), "questions of the type 'calculated' are not read"),
            (question("numerical", answer("five", "100")), "its answer is no number: 'five'"),
            (question("numerical", answer("5", "50")), "no number earns all of its points"),
            (
                question("numerical", answer("nan", "100")),
                "its answer is no number of an ordinary size",
            ),
            (
                question("shortanswer", answer("M*", "100")),
                "its answer 'M*' has a star that stands for anything",
            ),
            (
                question("shortanswer", answer("x", "much")),
                "an answer's fraction is no number: 'much'",
            ),
            (
                question("shortanswer", answer("x", "900")),
                "an answer's fraction is not between -100 and 100: '900'",
            ),
            (question("essay", "", ""), "it asks nothing: its text is empty"),
            (question("cloze", "", "No gap"), "no gap of it can be read"),
        ],
    )
    def test_what_cannot_be_read_is_told_by_name_and_reason(
        self, body: str, line: str, files: Files, told: Any
    ) -> None:
        good = question("essay", "", "Good?").replace(">Q<", ">Good<")
        assert len(files.moodle(good + body)) == 1
        assert told() == [f"question 'Q': left out: {line}"]

    def test_credit_that_an_item_lacks_is_told(self, files: Files, told: Any) -> None:
        options = answer("A", "100") + answer("B", "50") + answer("C")
        files.moodle(question("multichoice", f"<single>true</single>{options}"))
        assert told() == [
            "question 'Q': the credit for partly right options is left out: an item has no place for it"
        ]

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            ("", "not well-formed at line 1"),
            ("<quiz>", "not well-formed at line 1"),
            ("<quiz>&nosuch;</quiz>", "not well-formed"),
            ("<questions/>", "it is no Moodle XML"),
            ("<quiz/>", "holds no question"),
            (HEAD.replace("UTF-8", "no-such") + "<quiz/>", "cannot be read"),
            ("<quiz>" + "<a>" * 100 + "</a>" * 100 + "</quiz>", "nested more than 60 deep"),
            (b"\xff\xfe<\x00", "not well-formed"),
            (b"\x00" * 100, "not well-formed"),
        ],
    )
    def test_a_broken_file_is_a_sentence(self, data: str | bytes, why: str, files: Files) -> None:
        assert why in files.refused("a.xml", data)

    @pytest.mark.parametrize(
        "doctype",
        [
            '<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
            '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE quiz SYSTEM "http://example.org/quiz.dtd">',
        ],
    )
    def test_no_entity_is_expanded_and_nothing_is_fetched(self, doctype: str, files: Files) -> None:
        said = files.refused("a.xml", f"{doctype}<quiz>{question('essay', '', '&x;')}</quiz>")
        assert "document type or entities" in said

    def test_a_file_beyond_all_measure_is_not_read(
        self, files: Files, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("kholapath.editions._lms.importing.LARGEST", 1_000_000)
        assert "is larger than 1 MB" in files.refused("a.xml", " " * 1_000_001)


class TestGift:
    @pytest.mark.parametrize(
        ("text", "kind", "answer"),
        [
            ("Who?{~Grant ~Jefferson =no one}", "choice", "c"),
            ("::T:: Two?{~%50%a ~%50%b ~%-50%c}", "choices", ["a", "b"]),
            ("Born?{#1822:5}", "numeric", {"value": 1822, "tolerance": 5}),
            ("Born?{#1817..1827 #good}", "numeric", {"value": 1822, "tolerance": 5}),
            ("Born?{#=1822:0 =%0%1922#No}", "numeric", {"value": 1822, "tolerance": 0}),
            ("Who?{=no one =nobody}", "text", {"accept": ["no one", "nobody"]}),
            ("Who?{no one}", "text", {"accept": ["no one"]}),
            (r"Sign?{\=}", "text", {"accept": ["="]}),
        ],
    )
    def test_each_kind_is_the_item_it_is(
        self, text: str, kind: str, answer: Any, files: Files
    ) -> None:
        [item] = files.gift(text)
        own = item.model_dump(exclude_defaults=True)["answer"]
        expected = {k: v for k, v in answer.items() if v} if isinstance(answer, dict) else answer
        assert item.type == kind
        assert own == expected

    def test_escapes_formats_comments_and_feedback(self, files: Files, told: Any) -> None:
        [item] = files.gift(
            "$CATEGORY: $course$/x\n\n// [id:my id] [tag:t]\n"
            "::Name:: [markdown]What is *a* \\= b\\: \\{c\\}?\\nSo{\n"
            "=[html]<i>one</i> \\~ two#Yes\n~no#[plain]2 * 3\n####All\n}\n\n// only a comment\n"
        )
        form = item.model_dump(exclude_defaults=True)
        assert form["id"] == "my-id"
        assert form["prompt"] == {"en": "What is *a* = b: {c}?\nSo"}
        assert form["options"] == [
            {"id": "a", "text": {"en": "*one* \\~ two"}, "feedback": {"en": "Yes"}},
            {"id": "b", "text": {"en": "no"}, "feedback": {"en": "2 \\* 3"}},
        ]
        assert form["explanation"] == {"en": "All"}
        assert told() == ["question 'Name': its tags are left out: an item has no place for them"]

    def test_bengali_names_make_ids_and_texts_carry_their_language(self, files: Files) -> None:
        items = files.gift("::ওজন:: ওজন কী?{=খোলা}\n\n::ওজন:: আবার?{=খোলা}", lang="bn")
        assert len({item.id for item in items}) == 2
        assert [list(item.prompt) for item in items] == [["bn"], ["bn"]]

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("Only words.", "it asks nothing: it has no answers in braces"),
            ("Open {=a", "its braces do not match"),
            ("Shut }=a{", "its braces do not match"),
            ("N?{#x}", "its answer is no number: 'x'"),
            ("N?{#1e999}", "its answer is no number of an ordinary size"),
            ("M?{=a -> b =c}", "a row of it has no arrow to its partner"),
            ("{=a}", "it asks nothing: its text is empty"),
            ("S?{=M*}", "its answer 'M*' has a star that stands for anything"),
        ],
    )
    def test_what_cannot_be_read_is_told(
        self, text: str, line: str, files: Files, told: Any
    ) -> None:
        files.gift(f"Good?{{=yes}}\n\n::Q:: {text}")
        assert [said.partition(": left out: ")[2] for said in told()] == [line]

    def test_a_file_that_is_no_text_is_a_sentence(self, files: Files) -> None:
        assert "no text in UTF-8" in files.refused("a.gift", b"\xff\xfe\x00")

    @settings(max_examples=300, deadline=None, derandomize=True)
    @given(text=st.text(alphabet="ab *~=#{}:\\n->%50[html]/\n1.T", max_size=60))
    def test_any_text_is_read_or_refused(
        self, text: str, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        path = tmp_path_factory.getbasetemp() / "any.gift"
        path.write_text(text, encoding="utf-8")
        try:
            items = import_items(path, "en")
        except KholapathError:
            return
        out = path.with_suffix(".yaml")
        out.write_bytes(as_yaml(items))
        assert list(load_items(out).values()) == items


class TestMarkdown:
    @pytest.mark.parametrize(
        ("html", "markdown"),
        [
            ("a <b>bold </b>word", "a **bold** word"),
            ("<p>one</p><p>two</p>", "one\n\ntwo"),
            ("1. no list", "1\\. no list"),
            ("# no heading", "\\# no heading"),
            ("costs $5 and $6 * 2", "costs \\$5 and \\$6 \\* 2"),
            (r"\(a_1 * b\) and \[x\]", "$a_1 * b$ and $$x$$"),
            ("<ul><li>a<li>b</ul>", "- a\n- b"),
            ("<script>x</script><a href='javascript:x'>k</a>", "k"),
            ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
            (
                "<table><tr><th>a<th>b<tr><td>1<td>|</table>",
                "| a | b |\n| --- | --- |\n| 1 | \\| |",
            ),
        ],
    )
    def test_html_becomes_markdown(self, html: str, markdown: str) -> None:
        assert to_markdown(html) == markdown

    @settings(max_examples=200, deadline=None, derandomize=True)
    @given(text=st.text(alphabet='ab*_`#[]()<>!$\\-+1.~|&;" ', max_size=40))
    def test_plain_words_come_through_as_they_were(self, text: str) -> None:
        from html import escape

        shown = to_html(to_markdown(escape(text)))
        tree = lxml_html.fragment_fromstring(shown, create_parent="div")
        assert " ".join(tree.text_content().split()) == " ".join(text.split())


class TestCommand:
    def run(self, *args: object, ends: int = 0) -> Any:
        result = CliRunner().invoke(main, ["import", *map(str, args)])
        assert result.exit_code == ends, result.output
        return result

    def test_it_writes_the_items_and_says_what_is_left_out(self, tmp_path: Path) -> None:
        source, out = tmp_path / "quiz.gift", tmp_path / "questions.yaml"
        source.write_text("Who?{=no one}\n\n::Words:: Nothing asked.", encoding="utf-8")
        done = self.run(source, "--out", out)
        assert done.stdout == f"1 question: {out}\n"
        assert done.stderr == (
            "question 'Words': left out: it asks nothing: it has no answers in braces\n"
        )
        assert list(load_items(out)) == ["who"]

    def test_a_file_that_is_there_is_left_alone(self, tmp_path: Path) -> None:
        source, out = tmp_path / "quiz.gift", tmp_path / "questions.yaml"
        source.write_text("Who?{=no one}", encoding="utf-8")
        out.write_text("mine", encoding="utf-8")
        assert "is there already" in self.run(source, "--out", out, ends=2).output
        assert out.read_text(encoding="utf-8") == "mine"
        self.run(source, "--out", out, "--force")
        assert list(load_items(out)) == ["who"]

    @pytest.mark.parametrize(
        ("name", "data", "why"),
        [
            ("a.xml", "<quiz", "not well-formed"),
            ("a.gift", "Nothing.", "holds no question that can be read; nothing was written"),
            ("a.docx", "x", "is of no kind that can be read; the kinds are .gift, .txt, .xml"),
        ],
    )
    def test_a_file_that_cannot_be_read_leaves_nothing_behind(
        self, name: str, data: str, why: str, tmp_path: Path
    ) -> None:
        (tmp_path / name).write_text(data, encoding="utf-8")
        assert why in self.run(tmp_path / name, "--out", tmp_path / "q.yaml", ends=1).stderr
        assert not (tmp_path / "q.yaml").exists()
