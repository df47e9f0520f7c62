"""The page as a file: all that it holds, all that it must not hold, and what it is without scripts."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import page_sample
import paper_sample
import pytest
from fontTools.ttLib import TTFont
from lxml import html

from kholapath.document import model as m
from kholapath.editions import page
from kholapath_widgets import Choice
from kholapath_widgets.examples import example, example_names

at = paper_sample.at

# Every system has these, and no text font: they stand beside a word that says the same.
SIGNS = set("✓✕☐")
LARGEST = 1_400_000  # bytes


@cache
def lesson(lang: str) -> str:
    return page.render(page.keep(page_sample.lesson(lang))).decode()


def parsed(document: m.Document) -> Any:
    return html.fromstring(page.EDITION.make(document))


def of(*blocks: m.Block, **meta: Any) -> Any:
    """Return the parsed page of these blocks."""
    return parsed(page_sample.document(*blocks, **meta))


def prose(markdown: str, *tags: str, cell: int = 1) -> m.Prose:
    return m.Prose(**at(cell, "en", *tags), markdown=markdown)


def article(tree: Any) -> Any:
    return tree.get_element_by_id("lesson")


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(params=["en", "bn"])
def tree(request: pytest.FixtureRequest) -> Any:
    return html.fromstring(lesson(request.param).encode())


class TestOneFile:
    def test_the_policy_allows_nothing_but_what_stands_in_the_page(self, tree: Any) -> None:
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        texts = [
            *tree.xpath("//script[not(@type)]/text()"),
            *tree.xpath("//style/text()"),
        ]
        assert len(texts) == 3
        for text in texts:
            hashed = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{hashed}'" in policy

    def test_nothing_in_it_is_loaded_from_anywhere(self, tree: Any) -> None:
        assert not tree.xpath("//link | //iframe | //object | //embed | //base | //script/@src")
        sources = tree.xpath("//@src | //@srcset | //@poster | //*[local-name()='use']/@href")
        assert [s for s in sources if not s.startswith("data:image/")] == []
        style = tree.xpath("//style/text()")[0]
        assert [u for u in re.findall(r"url\((.{5})", style) if u != "data:"] == []
        assert "@import" not in style

    def test_no_element_has_a_style_of_its_own_or_listens(self, tree: Any) -> None:
        assert not tree.xpath("//@style")
        assert not [a for a in tree.xpath("//@*") if a.attrname.lower().startswith("on")]

    def test_every_id_is_given_once_and_every_link_in_the_page_leads_somewhere(
        self, tree: Any
    ) -> None:
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))
        inside = [link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")]
        assert inside
        assert set(inside) <= set(ids)

    def test_it_is_not_too_large_for_a_telephone(self) -> None:
        assert {lang: len(lesson(lang)) < LARGEST for lang in ("en", "bn")} == dict.fromkeys(
            ("en", "bn"), True
        )

    def test_a_page_of_one_language_carries_the_fonts_of_one(self) -> None:
        families = re.findall(r'font-family:"([^"]+)"', _style(of(prose("Only English."))))
        assert "Noto Serif" in families
        assert not [family for family in families if "Bengali" in family]


def _style(tree: Any) -> str:
    return str(tree.xpath("//style/text()")[0])


class TestFonts:
    @pytest.mark.parametrize("lang", ["en", "bn"])
    def test_they_cover_every_character_shown(self, lang: str) -> None:
        tree = html.fromstring(lesson(lang).encode())
        covered: set[str] = set()
        for data in re.findall(r"data:font/woff;base64,([^)]+)\)", _style(tree)):
            font = TTFont(BytesIO(base64.b64decode(data)))
            covered |= {chr(code) for code in font.getBestCmap()}
        for other in tree.xpath("//script | //style | //math"):  # a formula has a font of its own
            other.drop_tree()
        shown = set(tree.text_content())
        assert {c for c in shown - covered if c.isprintable()} <= SIGNS

    def test_bengali_letters_still_join(self) -> None:
        style = _style(html.fromstring(lesson("bn").encode()))
        data = re.search(
            r'font-family:"Noto Serif Bengali";font-weight:400[^}]+base64,([^)]+)', style
        )
        assert data
        font = TTFont(BytesIO(base64.b64decode(data[1])))
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        assert {"akhn", "rphf", "blwf", "pstf", "cjct", "init", "pres", "psts"} <= features
        assert {"abvm", "blwm"} <= {
            record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord
        }


class TestShell:
    def test_it_says_what_the_lesson_is(self, tree: Any) -> None:
        bengali = tree.get("lang") == "bn"
        assert [words(h) for h in tree.xpath("//h1")] == [
            "একটি মডেলের দাম" if bengali else "The price of a model"
        ]
        above = words(tree.find_class("eyebrow")[0])
        assert above == ("পাঠ ৩ · ৪৫ মিনিট" if bengali else "Lesson 3 · 45 minutes")
        assert ("৫৬ লাখ" if bengali else "5.6 million") in words(tree.find_class("dek")[0])

    @pytest.mark.parametrize(("number", "said"), [(0, ["Lesson 0"]), (None, [])])
    def test_the_first_lesson_is_numbered_too_and_a_lone_notebook_is_not(
        self, number: int | None, said: list[str]
    ) -> None:
        above = of(prose("x"), number=number, minutes=None).find_class("eyebrow")
        assert [words(line) for line in above if words(line)] == said

    def test_headings_go_down_one_step_at_a_time_from_one_title(self, tree: Any) -> None:
        levels = [int(h.tag[1]) for h in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))

    def test_a_heading_that_repeats_the_title_is_not_set_twice(self) -> None:
        tree = of(m.Heading(**at(1), level=1, markdown="The price of a model"), prose("x"))
        assert len(tree.xpath("//h1 | //h2")) == 1

    def test_the_contents_name_the_parts_and_lead_to_them(self, tree: Any) -> None:
        links = tree.xpath("//nav[@class='contents']//a")
        heads = tree.xpath("//article//h2[@id]")
        assert [words(a) for a in links] == [words(h) for h in heads]
        assert [a.get("href") for a in links] == [f"#{h.get('id')}" for h in heads]

    def test_a_place_has_the_same_name_in_every_language(self) -> None:
        def names(lang: str) -> list[str]:
            heading = m.Heading(**at(4, lang), level=2, markdown="দাম" if lang == "bn" else "Price")
            return list(of(heading, lang=lang).xpath("//h2[@id]/@id"))

        assert names("en") == names("bn") == ["s-c4"]

    def test_a_short_lesson_has_no_contents(self) -> None:
        assert not of(m.Heading(**at(1), level=2, markdown="One")).find_class("contents")

    def test_it_has_a_skip_link_and_landmarks(self, tree: Any) -> None:
        first = tree.xpath("//body/*")[0]
        assert first.get("href") == "#lesson"
        assert [len(tree.xpath(f"//{tag}")) for tag in ("header", "main", "footer")] == [1, 1, 1]

    def test_another_language_is_a_link_to_the_file_beside_it(self, tree: Any) -> None:
        other = "en" if tree.get("lang") == "bn" else "bn"
        link = tree.xpath("//nav[@class='languages']/a")[0]
        assert (link.get("href"), link.get("hreflang")) == (page_sample.FILES[other], other)

    def test_without_another_language_there_is_no_switch(self) -> None:
        assert not of(prose("x")).find_class("languages")

    def test_the_run_in_another_language_says_so(self) -> None:
        tree = of(m.Prose(**at(1, "bn"), markdown="বাংলা"), prose("English", cell=2))
        assert [words(e) for e in article(tree).xpath(".//*[@lang]")] == ["বাংলা"]

    def test_an_address_that_is_none_is_no_link(self) -> None:
        assert (
            "javascript"
            not in html.tostring(of(prose("x"), url="javascript:alert(1)"))
            .decode("utf-8")
            .split("<script>")[1]
            .split("</style>")[1]
            .split("<script")[0]
        )


class TestBlocks:
    def test_every_block_of_the_sample_is_there(self) -> None:
        text = words(html.fromstring(lesson("en").encode()))
        for told in (
            "work out the bill of a training run",
            "counted in GPU hours",
            "Chips differ.",
            "anybody can multiply them",
            "Compare two models by the same kind of bill.",
            "inside a tab",
            "DeepSeek-V3 5.576",
            "averyveryverylongaddress",
            "Epoch AI, CC BY",
        ):
            assert told in text

    def test_the_teachers_notes_are_not(self) -> None:
        assert paper_sample.MARK not in words(html.fromstring(lesson("en").encode()))

    def test_prose_has_footnotes_task_lists_tables_and_math(self) -> None:
        tree = of(
            prose("a[^1]\n\n- [x] done\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n$a^2$\n\n[^1]: b")
        )
        assert tree.xpath("//a[@href='#fn-c1-1']")
        assert tree.xpath("//li[@id='fn-c1-1']")
        assert tree.xpath("//label/input[@type='checkbox'][@disabled][@checked]")
        assert tree.xpath(
            "//div[@class='scroll'][@tabindex='0'][@aria-label]/table//td[@class='right']"
        )
        assert tree.xpath("//math/@alttext") == ["a^2"]

    def test_html_in_prose_is_read_as_in_a_notebook(self) -> None:
        tree = of(
            prose("<details><summary>More</summary>\n\n**bold** H<sub>2</sub>O\n\n</details>")
        )
        assert words(tree.xpath("//details/summary")[-1]) == "More"
        assert tree.xpath("//details//strong")
        assert tree.xpath("//sub")

    def test_an_attachment_is_in_the_page_and_a_remote_picture_is_a_link(self) -> None:
        block = replace(
            prose("![a cat](attachment:c.png)\n\n![a dog](https://example.org/d.png)"),
            attachments={"c.png": {"image/png": "AAAA"}},
        )
        tree = of(block)
        assert tree.xpath("//img/@src") == ["data:image/png;base64,AAAA"]
        assert tree.xpath("//img/@alt") == ["a cat"]
        assert [words(a) for a in tree.xpath("//a[@href='https://example.org/d.png']")] == ["a dog"]

    def test_code_is_coloured_and_can_be_copied_whole(self) -> None:
        source = "def f(x):\n    return x * 2  # twice\n"
        tree = of(m.Code(**at(1), source=source, language="python"))
        assert tree.xpath("//pre/code")[0].text_content() == source.strip("\n")
        assert tree.xpath("//pre//span[@class='k']/text()") == ["def", "return"]
        assert tree.xpath("//pre//span[@class='c']/text()") == ["# twice"]

    def test_code_of_a_language_that_nobody_knows_is_plain(self) -> None:
        tree = of(m.Code(**at(1), source="a <b> c", language="xyzzy"))
        assert tree.xpath("//pre/code")[0].text_content() == "a <b> c"

    def test_hidden_code_is_behind_a_line_to_open(self) -> None:
        tree = of(m.Code(**at(1, "en", "hide-code"), source="x", language="python"))
        assert tree.xpath("//details//pre")

    def test_the_numbers_of_a_table_stand_flush_right(self) -> None:
        rows = (("a", "1"), ("b", "22"))
        tree = of(m.Table(**at(1), header=(("k", "n"),), rows=rows, numeric=(False, True)))
        assert [words(c) for c in tree.find_class("right")] == ["n", "1", "22"]

    def test_a_picture_in_svg_is_shown_as_a_picture(self) -> None:
        svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
        tree = of(m.Image(**at(1), mime="image/svg+xml", data=svg, alt="a line"))
        assert not tree.xpath("//article//*[local-name()='svg']")
        assert tree.xpath("//img/@alt") == ["a line"]
        assert tree.xpath("//img/@src")[0].startswith("data:image/svg+xml;base64,")

    def test_evidence_stands_side_by_side(self) -> None:
        tree = of(prose("for", "evidence-for"), prose("against", "evidence-against", cell=2))
        (two,) = tree.find_class("two")
        assert [side.get("class") for side in two] == ["evidence-for", "evidence-against"]

    def test_key_points_and_objectives_are_panels(self) -> None:
        tree = of(prose("- a", "objectives"), prose("- b", "key-points", cell=2))
        assert [words(p) for p in tree.find_class("panel")] == ["a", "b"]

    def test_a_solution_is_there_behind_a_line_to_open(self) -> None:
        solution = m.Code(**at(1, "en", "solution"), source="x = 1", language="python")
        tree = of(solution, prose("because", "solution", cell=2))
        (details,) = article(tree).xpath(".//details")
        assert words(details).startswith("Show a solution")
        assert "x = 1" in words(details)
        assert "because" in words(details)


class TestWithoutScripts:
    def test_it_says_so(self, tree: Any) -> None:
        assert tree.xpath("//noscript")

    @pytest.mark.parametrize("name", example_names())
    def test_what_moves_can_be_read(self, name: str) -> None:
        form = example(name).print_form()
        text = words(article(html.fromstring(lesson("en").encode())))
        told = form["sheet"]["prompt"] if "sheet" in form else form["title"]
        assert told.split("*")[0].split("$")[0].strip() in text

    def test_the_options_of_a_question_are_listed(self) -> None:
        question = Choice("Which?", options=["first", "second"], answer="a")
        tree = of(m.Item(**at(1), form=question.print_form()))
        listed = [words(li) for li in tree.xpath("//ul[@class='kp-options']/li")]
        assert sorted(li[-6:].strip() for li in listed) == ["first", "second"]

    def test_a_chart_is_drawn_with_its_words_its_sentence_and_its_table(self) -> None:
        form = example("explorable").print_form()
        tree = of(m.Chart(**at(1), form=form))
        (svg,) = tree.xpath("//figure//*[local-name()='svg']")
        assert svg.get("aria-label") == form["description"]
        assert svg.get("role") == "img"
        assert "$5.6 million" in words(tree.find_class("kp-says")[0])
        assert form["source"] in words(tree.find_class("kp-source")[0])
        assert tree.xpath("//figure//details//table")

    def test_a_chart_follows_the_pages_colours(self) -> None:
        tree = of(m.Chart(**at(1), form=example("explorable").print_form()))
        (svg,) = tree.xpath("//figure//*[local-name()='svg']")
        fills = {v for v in svg.xpath(".//@fill") if v not in ("none", "transparent")}
        assert fills
        assert all(fill.startswith("var(--kp-") for fill in fills)

    def test_a_chart_arrives_compiled(self) -> None:
        tree = of(m.Chart(**at(1), form=example("explorable").print_form()))
        (widget,) = json.loads(tree.get_element_by_id("carried").text)["widgets"]
        assert all("marks" in spec for spec in widget["state"]["spec"].values())
        assert set(widget["state"]["spec"]) == {"en", "bn"}


@pytest.mark.parametrize("text", page_sample.HOSTILE)
def test_hostile_words_are_inert_wherever_they_stand(text: str) -> None:
    tree = parsed(page_sample.hostile(text))
    assert len(tree.xpath("//script")) == 3
    assert not tree.xpath("//iframe | //form | //base | //*[@onerror or @onload or @onmouseover]")
    assert len(tree.xpath("//*[@id='lesson']")) == 1
    addresses = [a.strip().lower() for a in tree.xpath("//a/@href | //img/@src")]
    assert not [a for a in addresses if a.startswith("javascript:")]
    json.loads(tree.get_element_by_id("carried").text)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", html.tostring(tree, encoding="unicode"))


def test_a_page_whose_scripts_are_not_built_says_how_to_build_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    from kholapath.editions.page import shell
    from kholapath.errors import ExportError

    monkeypatch.setattr(shell, "_HERE", tmp_path)
    with pytest.raises(ExportError, match=r"node build\.mjs"):
        of(prose("x"))


@pytest.mark.parametrize("weight", [400, 600])
def test_the_words_of_the_page_are_drawn_as_by_the_whole_font(weight: int) -> None:
    """Only the conjuncts of the words that stand there have an outline: every one of these has."""
    from kholapath.editions.page import fonts

    text = "প্রতিদ্বন্দ্বীর প্রশংসা, বিশ্ববিদ্যালয়ে স্বাস্থ্য ও ক্ষেত্র: ১২,৩৪৫। র‍্যাব উৎস ঊর্ধ্ব কর্ত্রী কৌশল"
    rule = next(
        part
        for part in fonts.css(text, text, "").split("@font-face")
        if f'"Noto Serif Bengali";font-weight:{weight}' in part
    )
    packed = base64.b64decode(rule.split("base64,")[1].split(")")[0])
    small = TTFont(BytesIO(packed))
    small.flavor = None
    unpacked = BytesIO()
    small.save(unpacked)
    style = {400: "400Regular", 600: "600SemiBold"}[weight]
    whole = (fonts.FONTS / f"NotoSerifBengali_{style}.ttf").read_bytes()
    assert _drawn(unpacked.getvalue(), text) == _drawn(whole, text)


def _drawn(font: bytes, text: str) -> list[str]:
    """The outlines of a text's words, glyph after glyph, each with its advance."""
    import uharfbuzz as hb

    face = hb.Face(font)
    shaped = []
    for word in text.split():
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        hb.shape(hb.Font(face), buffer)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            path: list[Any] = []
            pen = hb.DrawFuncs()
            pen.set_move_to_func(lambda *a, to=path: to.append(a[:2]))
            pen.set_line_to_func(lambda *a, to=path: to.append(a[:2]))
            pen.set_quadratic_to_func(lambda *a, to=path: to.append(a[:4]))
            pen.set_cubic_to_func(lambda *a, to=path: to.append(a[:6]))
            hb.Font(face).draw_glyph(info.codepoint, pen)
            shaped.append(f"{at.x_advance} {path}")
    return shaped
