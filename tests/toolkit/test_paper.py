"""The handout and the key, opened and read: text, fonts, tags, bookmarks, and what must not be there."""

from __future__ import annotations

import io
import logging
import re
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import paper_sample as sample
import pikepdf
import pytest

from kholapath.document import model as m
from kholapath.editions import handout, key
from kholapath_widgets import Choice, Control, Explorable

at = sample.at


def text_of(pdf: bytes, *options: str) -> str:
    done = subprocess.run(
        ["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True
    )
    return done.stdout.decode()


def of(*blocks: m.Block, lang: str = "en", **meta: Any) -> bytes:
    return handout.render(m.Document(sample.meta(lang, **meta), blocks))


def prose(markdown: str) -> bytes:
    return of(m.Prose(**at(1), markdown=markdown))


@pytest.fixture(scope="module")
def english() -> bytes:
    return handout.render(handout.keep(sample.english()))


@pytest.fixture(scope="module")
def bengali() -> bytes:
    return handout.render(handout.keep(sample.bengali()))


@pytest.fixture(scope="module")
def answers() -> bytes:
    return key.render(key.keep(sample.english()))


def test_a_handout_declares_ua_its_title_and_its_language(bengali: bytes) -> None:
    with pikepdf.open(io.BytesIO(bengali)) as pdf:
        assert pdf.Root.Lang == "bn"
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "একটি মডেলের দাম"


def test_bookmarks_start_at_one_level_and_skip_none(english: bytes) -> None:
    with pikepdf.open(io.BytesIO(english)) as pdf, pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
        assert titles == ["After this lesson you can", "Evidence"]
        nested = [child.title for entry in outline.root for child in entry.children]
        assert "Where a bill comes from" in nested


def test_only_our_fonts_are_embedded(
    english: bytes, bengali: bytes, answers: bytes, tmp_path: Path
) -> None:
    for pdf in (english, bengali, answers):
        (tmp_path / "x.pdf").write_bytes(pdf)
        listed = subprocess.run(
            ["pdffonts", tmp_path / "x.pdf"], capture_output=True, text=True, check=True
        ).stdout
        names = re.findall(r"^[A-Z]{6}\+(\S+)", listed, re.MULTILINE)
        assert names
        assert all(n.startswith(("NotoSans", "NotoSerif", "NewCMMath")) for n in names), names


def test_the_handout_shows_no_answer_and_nothing_for_the_teacher(english: bytes) -> None:
    assert sample.MARK.encode() not in english
    assert sample.MARK not in text_of(english)


def test_the_key_shows_every_verdict_in_words_with_its_remark(answers: bytes) -> None:
    read = text_of(answers)
    for verdict, word in {
        "right": "Right",
        "wrong": "Not this",
        "accept": "Accept",
        "slip": "Common slip",
        "credit": "Credit",
        "note": "Note",
    }.items():
        assert word in read
        assert f"{sample.MARK} {verdict}" in read
        assert f"Misconception {verdict}" in read


def test_the_key_has_the_questions_in_the_order_and_numbers_of_the_handout(
    english: bytes, answers: bytes
) -> None:
    asked = r"^\f?(\d+)\s+(?:Llama|Question)"
    on_sheet = re.findall(asked, text_of(english, "-layout"), re.MULTILINE)
    assert on_sheet == re.findall(asked, text_of(answers, "-layout"), re.MULTILINE)
    assert on_sheet == [str(n) for n in range(1, 11)]


def _exercise(*solution: m.Block) -> m.Document:
    asked = (
        m.Heading(**at(1, "en", "challenge"), level=2, markdown="Your turn"),
        m.Prose(**at(1, "en", "challenge"), markdown="Print each bill."),
    )
    after = m.Prose(**at(4), markdown="Then go on.")
    return m.Document(sample.meta(), (*asked, *solution, after))


SOLUTION = (
    m.Code(**at(2, "en", "solution"), source=f"{sample.MARK} = 1\n" * 7, language="python"),
    m.Text(**at(2, "en", "solution"), text=f"{sample.MARK} printed"),
)


def test_a_solution_stands_in_the_key_and_leaves_as_much_room_in_the_handout() -> None:
    sheet = handout.render(handout.keep(_exercise(*SOLUTION)))
    without = handout.render(handout.keep(_exercise()))
    solved = text_of(key.render(key.keep(_exercise(*SOLUTION))))
    assert sample.MARK not in text_of(sheet)
    assert _top_of(sheet, "Then") - _top_of(without, "Then") > 7 * 9.6 / 25.4 * 72
    assert "Your turn" in solved
    assert f"{sample.MARK} printed" in solved
    assert "Then go on." not in solved


def _top_of(pdf: bytes, word: str) -> float:
    found = re.search(rf'yMin="([\d.]+)"[^>]*>{word}</word>', text_of(pdf, "-bbox"))
    assert found
    return float(found[1])


def test_bars_to_draw_on_have_a_scale_of_round_numbers() -> None:
    read = text_of(of(sample.item("Draw", "", [sample.PARTS[5]], [], 1)))
    for tick in ("10,000,000", "20,000,000", "30,000,000 hours"):
        assert tick in read


def test_the_key_names_the_misconception_behind_a_wrong_answer() -> None:
    choice = Choice(
        "What does $5.6$ million count?",
        options=[
            {
                "id": "all",
                "text": "All of it",
                "feedback": "Only **one** run.",
                "misconception": "run-is-project",
            },
            {"id": "one", "text": "One run"},
        ],
        answer="one",
    )
    item = m.Item(**at(1), form=choice.print_form())
    read = " ".join(text_of(key.render(m.Document(sample.meta(), (item,)))).split())
    assert "run is project: Only one run." in read
    bengali = m.Document(sample.meta("bn"), (replace(item, lang="bn"),))
    assert "run is project" not in text_of(key.render(bengali))


def test_what_is_sorted_has_half_the_width_of_the_table_to_tick() -> None:
    said = "A sentence of some length that somebody has written down to be sorted"
    rows = [[said, "○", "○", "○"]] * 3
    part = {"part": "table", "header": ["Tick", "Recorded by somebody", "Estimated", "An opinion"]}
    box = text_of(of(sample.item("Sort.", "", [{**part, "rows": rows}], [], 1)), "-bbox")
    ticks = [float(x) for x in re.findall(r'xMin="([\d.]+)"[^>]*>○</word>', box)]
    assert len(ticks) == 9
    assert (min(ticks) / 72 * 25.4 - 26) / 128 > 0.5


SIDES = {"evidence-for": "For", "evidence-against": "Against"}


def _pages_with_evidence_after(filled: int) -> list[str]:
    """The pages where lines, then two sides of nine bullets, three lines each, are set."""
    said = "says what somebody has seen and where it is written, so that it can be looked up"
    before = m.Prose(**at(1), markdown="\n\n".join(["A line."] * filled))
    sides: list[m.Block] = []
    for i, (tag, side) in enumerate(SIDES.items(), 2):
        bullets = "\n".join(f"- {side}{n}a {said} {side}{n}z" for n in range(9))
        sides += [
            m.Heading(**at(i, "en", tag), level=3, markdown=f"{side}Head"),
            m.Prose(**at(i, "en", tag), markdown=bullets),
        ]
    return text_of(of(before, *sides)).split("\f")


@pytest.mark.parametrize("filled", [0, 12, 18, 22, 25])
def test_the_two_sides_of_the_evidence_begin_on_one_page_with_two_points_each(filled: int) -> None:
    (begun,) = [page for page in _pages_with_evidence_after(filled) if "Head" in page]
    for side in SIDES.values():
        assert all(said in begun for said in (f"{side}Head", f"{side}0z", f"{side}1z"))


def test_evidence_that_does_not_fit_goes_on_on_the_next_page_between_two_points() -> None:
    pages = _pages_with_evidence_after(12)
    assert sum("For" in page for page in pages) == 2
    for point in (f"{side}{n}" for side in SIDES.values() for n in range(9)):
        assert sum(f"{point}a" in page and f"{point}z" in page for page in pages) == 1


def test_a_sentence_or_two_stand_on_the_page_of_the_question_they_lead_to() -> None:
    asked = sample.item("What now?", "", [{"part": "lines", "count": 5}], [], 3)
    lead = (
        m.Heading(**at(2), level=2, markdown="Before you go"),
        m.Prose(**at(2), markdown="One last question, and you are done."),
    )
    for filled in range(18, 32, 2):
        before = m.Prose(**at(1), markdown="\n\n".join(["A line."] * filled))
        pages = text_of(of(before, *lead, asked)).split("\f")
        assert sum("Before" in p and "One last" in p and "What now" in p for p in pages) == 1


NAMES = ("OLMo-এর", "GPT-4-এর", "২০২৫-এর", "o1-mini-র")


@pytest.mark.parametrize("set_in", ["{}-{}", "[{}](https://example.org)-{}", "*{}*-{}", "`{}`-{}"])
def test_a_name_is_not_cut_at_its_hyphen_and_is_copied_as_typed(set_in: str) -> None:
    lines = [
        f"{'i ' * before} ({set_in.format(*name.rsplit('-', 1))}) শেষ"
        for name in NAMES
        for before in range(44, 64)
    ]
    read = text_of(of(m.Prose(**at(1, "bn"), markdown="\n\n".join(lines)), lang="bn"), "-raw")
    assert {name: read.count(f"({name})") for name in NAMES} == dict.fromkeys(NAMES, 20)


def test_the_same_lesson_is_the_same_file_whenever_it_is_made(english: bytes) -> None:
    assert handout.render(handout.keep(sample.english())) == english
    with pikepdf.open(io.BytesIO(english)) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith("D:20261124")


def test_a_survey_says_in_the_key_that_nothing_is_wrong() -> None:
    survey = m.Document(sample.meta(), (sample.item("How sure?", "", [], [], 1),))
    assert "Nothing is right or wrong" in text_of(key.render(key.keep(survey)))


def test_a_page_says_its_number_in_the_reader_s_digits(english: bytes, bengali: bytes) -> None:
    assert re.search(r"\b1 ?/ ?\d", text_of(english))
    assert re.search(r"১ ?/ ?[০-৯]", text_of(bengali))
    assert "৪১৭২" in text_of(bengali)


@pytest.mark.parametrize("part", sample.PARTS, ids=lambda p: p["part"])
def test_every_part_of_the_print_vocabulary_is_set(part: dict[str, Any]) -> None:
    read = text_of(of(sample.item("What?", "A label", [part], [], 1)))
    assert "What?" in read
    for word in re.findall(r"'(?:md|label|before|after|source)': '([A-Za-z ]+)", str(part)):
        assert word.strip().split(" ")[0] in read


@pytest.mark.parametrize("hostile", [
    '#panic("x")', "] #panic()", "$", "a $x$ \\foo{$", "*", "_", "@someone", "<label>", "`", "```", "```{=typst}\n#panic()\n```",
    "`#panic()`{=typst}", "<img src=x onerror=alert(1)>", "</script>", "[x](javascript:alert(1))", "//", "/*", "\\", "#", "~", "'\"",
    "= heading", "- \n  - ", "|a|\n|-|", "[^1]", "[^1]: x", "![](x.png)", "![alt](https://example.org/x.png)", "$$\\begin{align}", "\\u{41}", "x" * 400, "ক্ষ" * 200,
    "\x00\x07", "\u202eevil\u202c", "\ue000\ufffd\uffff", "🚀👩‍👩‍👧 ok", "深度求索", "עברית العربية", "$\\unknowncommand{x}$", "$🚀$", "$$\n$$", "$#panic()$",
])  # fmt: skip
def test_hostile_text_prints_as_text_wherever_people_write(hostile: str) -> None:
    rows = [{"verdict": "right", "label": hostile, "md": hostile, "remark": hostile}]
    parts: list[dict[str, Any]] = [{"part": "text", "md": hostile}, {"part": "options", "mark": "box", "entries": [{"label": "A", "md": hostile}]}, {"part": "blank", "width": 9, "before": hostile, "after": hostile}, {"part": "table", "header": [hostile], "rows": [[hostile]]}, {"part": "code", "source": hostile, "language": hostile}]  # fmt: skip
    item = sample.item(f"Q {hostile}", hostile, parts, rows, 2, note=hostile)
    document = m.Document(sample.meta(course=f"C {hostile}", description=hostile), (
        m.Heading(**at(1), level=3, markdown=hostile), m.Prose(**at(1), markdown=hostile), m.Code(**at(1), source=hostile, language=hostile),
        m.Text(**at(1), text=hostile), m.Table(**at(1), header=((hostile,),), rows=((hostile,),), numeric=(False,)), item,
    ))  # fmt: skip
    assert handout.render(document).startswith(b"%PDF")
    assert key.render(key.keep(document)).startswith(b"%PDF")


def test_markdown_s_own_signs_come_back_as_typed() -> None:
    read = text_of(prose("Pay #5 or \\$5 to @ann <b>now</b> // not `#later()`{=typst}"))
    assert "Pay #5 or $5 to @ann <b>now</b> // not #later(){=typst}" in " ".join(read.split())


def test_a_javascript_link_is_text_and_a_web_link_is_a_link() -> None:
    pdf = prose("[bad](javascript:alert(1)) [good](https://example.org/)")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        targets = [
            str(a.A.URI)
            for page in opened.pages
            for a in page.get("/Annots", [])
            if "/URI" in a.get("/A", {})
        ]
    assert targets == ["https://example.org/"]


def test_a_character_without_a_font_is_boxed_and_reported(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "kholapath"):
        assert "Launch" in text_of(prose("Launch 🚀 now"))
    assert "🚀" in caplog.text
    assert "cell 1" in caplog.text


def _ink_right_of(pdf: bytes, mm: float) -> list[tuple[str, float]]:
    boxes = re.findall(r'xMax="([\d.]+)"[^>]*>([^<]*)</word>', text_of(pdf, "-bbox"))
    return [(word, float(x)) for x, word in boxes if float(x) > mm / 25.4 * 72]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_long_code_and_wide_tables_stay_in_the_column(paper: str) -> None:
    wide = tuple("averyverylongheaderword" if i % 2 else f"column {i}" for i in range(12))
    blocks = (
        m.Code(**at(1), source="x = " + "abcdefghij" * 30 + "\nresult = {model: h * price for model, h in hours.items() if model.startswith('Deep') or h > 1000}", language="python"),
        m.Table(**at(2), header=(wide,), rows=(wide, wide), numeric=(False,) * 12),
        m.Prose(**at(3), markdown="| " + " | ".join(wide) + " |\n" + "|--" * 12 + "|\n| " + " | ".join(wide) + " |"),
    )  # fmt: skip
    pdf = handout.render(m.Document(sample.meta(), blocks), paper=paper)
    over = [
        word
        for word, _ in _ink_right_of(pdf, 26 + 128 + 0.5)
        if re.search("very|column|abcd|model", word)
    ]
    assert over == []


def test_long_code_loses_no_character_and_gains_none() -> None:
    source = "result = " + "abcdefghij" * 30
    read = re.sub(
        r"\s", "", text_of(of(m.Code(**at(1), source=source, language="python")))
    ).replace("Notes", "")
    start = read.index("result=")
    assert source.replace(" ", "") == read[start : start + len(source) - 2], read


def test_table_headers_are_tagged_and_repeat_on_the_next_page() -> None:
    rows = tuple((f"row {i}", str(i)) for i in range(80))
    pdf = of(m.Table(**at(1), header=(("HeadA", "HeadB"),), rows=rows, numeric=(False, True)))
    assert text_of(pdf).count("HeadA") >= 2
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        kinds = {
            str(o.S)
            for o in opened.objects
            if isinstance(o, pikepdf.Dictionary) and "/S" in o and o.get("/Type") == "/StructElem"
        }
    assert {"/Table", "/TH", "/TD", "/TR"} <= kinds


def _rows_by_page(rows: int, filled: int) -> list[int]:
    said = tuple((f"row{i}", str(i)) for i in range(rows))
    before = m.Prose(**at(1), markdown="\n\n".join(["A line."] * filled))
    table = m.Table(**at(2), header=(("A", "B"),), rows=said, numeric=(False, True))
    found = [len(re.findall(r"row\d", p)) for p in text_of(of(before, table)).split("\f")]
    return [n for n in found if n]


def test_a_short_table_is_not_cut() -> None:
    assert all(_rows_by_page(12, filled) == [12] for filled in range(14, 30, 3))


def test_a_longer_table_leaves_three_rows_or_more_on_either_page() -> None:
    cut = [_rows_by_page(16, filled) for filled in range(14, 32)]
    assert all(sum(rows) == 16 and min(rows) >= 3 for rows in cut)
    assert [3, 13] in cut or [4, 12] in cut
    assert [13, 3] in cut


def test_a_short_table_written_in_markdown_is_not_cut() -> None:
    table = "\n\n| a | b |\n|---|---|\n" + "\n".join(f"| row{i} | {i} |" for i in range(12))
    for filled in range(14, 30, 3):
        pages = text_of(prose("\n\n".join(["A line."] * filled) + table)).split("\f")
        assert [len(re.findall(r"row\d", p)) for p in pages if "row" in p] == [12]


def test_a_question_that_fits_on_a_page_is_not_cut() -> None:
    lines = {"part": "lines", "count": 14}
    read = [text_of(of(*(sample.item(f"Question {i}?", "x", [lines, {"part": "text", "md": f"End {i}."}], [], i) for i in range(1, 5))), "-f", str(p), "-l", str(p)) for p in (1, 2, 3)]  # fmt: skip
    for i in range(1, 5):
        assert [p for p in read if f"Question {i}?" in p] == [p for p in read if f"End {i}." in p]


def test_more_lines_than_fit_on_a_page_go_on_on_the_next() -> None:
    item = sample.item("Write a lot.", "", [{"part": "lines", "count": 60}], [], 1)
    with pikepdf.open(io.BytesIO(of(item))) as opened:
        assert len(opened.pages) == 3
        long = 128 / 25.4 * 72
        drawn = [
            operation
            for page in opened.pages
            for operation in pikepdf.parse_content_stream(page, "l")
            if abs(float(operation.operands[0]) - long) < 1
        ]
    assert len(drawn) >= 60


def test_formulas_and_pictures_carry_a_description() -> None:
    png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    pdf = of(
        m.Prose(
            **at(1),
            markdown="$h \\times p$\n\n![a dot](attachment:dot.png)",
            attachments={"dot.png": {"image/png": png}},
        )
    )
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        alts = {
            str(o.Alt) for o in opened.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        }
    assert {"h \\times p", "a dot"} <= alts


def test_a_picture_that_is_not_there_prints_its_description() -> None:
    assert "a chart of costs" in text_of(prose("![a chart of costs](missing.png)"))


def test_a_cell_that_cannot_be_set_is_named() -> None:
    from kholapath.errors import ExportError

    broken = m.Image(**at(7), mime="image/svg+xml", data=b"<svg", alt="x")
    with pytest.raises(ExportError, match="7"):
        of(m.Prose(**at(1), markdown="fine"), broken)


def test_pages_have_the_size_of_the_paper_asked_for() -> None:
    sizes = {}
    for paper in ("a4", "letter"):
        with pikepdf.open(
            io.BytesIO(handout.render(m.Document(sample.meta(), ()), paper=paper))
        ) as pdf:
            sizes[paper] = [round(float(x)) for x in pdf.pages[0].mediabox[2:]]
    assert sizes == {"a4": [595, 842], "letter": [612, 792]}


def test_no_word_of_a_title_stands_alone_in_its_last_line() -> None:
    title = "সব খুলে দিয়ে কি আয় হয়? কোম্পানি চালিয়ে দেখুন"
    read = text_of(handout.render(m.Document(sample.meta("bn", title=title), ())))
    (last,) = [line for line in read.splitlines() if line.endswith("দেখুন")]
    assert 2 <= len(last.split()) < len(title.split())


def test_an_empty_lesson_is_still_a_title_page() -> None:
    assert "The price of a model" in text_of(handout.render(replace(sample.english(), blocks=())))


def test_a_chart_says_what_it_shows_and_where_its_figures_come_from() -> None:
    figure = Explorable(
        {"mark": "bar", "data": {"values": [{"h": 2.8}]}, "encoding": {"x": {"field": "h"}}},
        title="One eleventh",
        subtitle="GPU hours",
        description="Bars of hours",
        source="Epoch AI",
        controls=[Control("price", "Price", min=1, max=3, step=1, value=2)],
        sentence="At **{price:$,.0f}** an hour.",
    )
    pdf = of(m.Chart(**at(1), form=figure.print_form()))
    read = " ".join(text_of(pdf).split())
    assert all(
        said in read for said in ("One eleventh", "GPU hours", "At $2 an hour.", "Source: Epoch AI")
    )
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert "Bars of hours" in {
            str(o.Alt) for o in opened.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        }


def _chart_after(filled: int) -> tuple[int, float]:
    """Set a chart 120 mm high after so many lines: its page, and how wide it is, in mm."""
    figure = Explorable(
        {"mark": "bar", "height": 454, "width": 400, "data": {"values": [{"h": 1}]}},
        title="Tallest",
        description="A bar",
    )
    before = m.Prose(**at(1), markdown="\n\n".join(["A line."] * filled))
    pdf = of(before, m.Chart(**at(2), form=figure.print_form()))
    pages = text_of(pdf).split("\f")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        [drawn] = [o for o in _elements(opened, "/Figure") if "/Alt" in o and str(o.Alt) == "A bar"]
        box = next(each.BBox for each in drawn.A if "/BBox" in each)
        left, _, right, _ = (float(side) for side in box)
    return next(n for n, said in enumerate(pages, 1) if "Tallest" in said), (
        right - left
    ) / 72 * 25.4


def test_a_chart_is_smaller_where_it_then_stays_on_the_page_and_whole_on_the_next() -> None:
    found = [_chart_after(filled) for filled in range(2, 20, 2)]
    stays = [width for page, width in found if page == 1]
    moves = [width for page, width in found if page == 2]
    assert found == sorted(found, key=lambda each: each[0])
    assert stays == sorted(stays, reverse=True)
    assert max(stays) > 125 > min(stays) > 0.69 * max(stays)
    assert moves
    assert min(moves) == max(stays)


def words_of(*texts: str) -> list[str]:
    return re.findall("[\u0980-\u09ff]+", " ".join(texts))


def test_every_bengali_word_is_copied_as_it_is_spelt_and_in_order(bengali: bytes) -> None:
    read = iter(words_of(text_of(bengali)))
    for block in sample.bengali().blocks:
        if isinstance(block, m.Prose):
            assert [word for word in words_of(block.markdown) if word not in read] == []


# The marks under a letter stand lower, the marks of some conjuncts at three heights.
TORN = "কুকুর দুটি তুতু রুরু মুমূর্ষু সংস্করণ প্রশ্নের নভেম্বর শ্রেণি কর্মী বানিয়েছে ঘূর্ণি অঙ্কুর চূড়ান্ত সুষুম্না হৃৎপিণ্ড"


@pytest.mark.parametrize("set_in", ["{}", "**{}**", "| ক |\n|---|\n| {} |"])
def test_syllables_that_are_set_in_pieces_are_copied_once(set_in: str) -> None:
    assert words_of(TORN) == [
        word for word in words_of(text_of(prose(set_in.format(TORN)))) if word in TORN.split()
    ]


def test_a_reader_that_heeds_no_actual_text_reads_the_letters_in_order() -> None:
    from kholapath.editions._paper.embedded import Font
    from kholapath.editions._paper.runs import runs

    with pikepdf.open(io.BytesIO(prose(TORN))) as opened:
        page = opened.pages[0]
        fonts = {name: Font(font) for name, font in page.Resources.Font.items()}
        said = "".join(
            piece.font.says(glyph)
            for run in runs(list(pikepdf.parse_content_stream(page)), fonts)
            for piece in run.pieces
            for glyph in piece.shown
            if isinstance(glyph, bytes)
        )
    assert [w for w in TORN.split() if nfc(w) not in nfc(said)] == []


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def test_making_words_whole_moves_no_ink(tmp_path: Path) -> None:
    from kholapath.editions._paper import copied, pdf

    document = sample.bengali()
    compiled = pdf._compile(pdf._files(document, "handout", "a4"))
    before = _ink(compiled, tmp_path / "before")
    after = _ink(copied.mend(compiled), tmp_path / "after")
    assert len(before) == len(after) > 0
    for was, now in zip(before, after, strict=True):
        assert len(was) > 100_000
        assert max(abs(x - y) for x, y in zip(was, now, strict=True)) < 16


def _ink(pdf: bytes, folder: Path) -> list[bytes]:
    """The pages as pictures."""
    folder.mkdir()
    command = ["pdftoppm", "-r", "40", "-gray", "-", str(folder / "page")]
    subprocess.run(command, input=pdf, check=True)
    return [file.read_bytes() for file in sorted(folder.iterdir())]


def _numbers_in_streams(opened: pikepdf.Pdf) -> set[tuple[int, int]]:
    return {
        (page.index, int(operation.operands[1].MCID))
        for page in opened.pages
        for operation in pikepdf.parse_content_stream(page, "BDC")
        if "/MCID" in operation.operands[1]
    }


def _numbers_in_tree(opened: pikepdf.Pdf, node: Any, page: Any = None) -> set[tuple[int, int]]:
    if isinstance(node, int):
        return {(pikepdf.Page(page).index, node)}
    if isinstance(node, pikepdf.Array):
        return {n for kid in node for n in _numbers_in_tree(opened, kid, page)}
    here = node.get("/Pg", page)
    if node.get("/Type") == "/OBJR":
        return set()
    if node.get("/Type") == "/MCR":
        return {(pikepdf.Page(here).index, int(node.MCID))}
    return _numbers_in_tree(opened, node.get("/K", pikepdf.Array()), here)


@pytest.mark.parametrize("name", ["english", "bengali", "answers"])
def test_all_that_is_drawn_is_tagged_or_an_artifact(
    name: str, request: pytest.FixtureRequest
) -> None:
    with pikepdf.open(io.BytesIO(request.getfixturevalue(name))) as opened:
        assert _numbers_in_streams(opened) == _numbers_in_tree(opened, opened.Root.StructTreeRoot.K)
        for page in opened.pages:
            depth = 0
            for operation in pikepdf.parse_content_stream(page):
                named = str(operation.operator)
                depth += (named in ("BDC", "BMC")) - (named == "EMC")
                assert depth or named not in ("TJ", "Tj", "Do", "f", "f*", "S", "B"), named
            assert depth == 0


def _elements(opened: pikepdf.Pdf, *kinds: str) -> list[Any]:
    return [
        o
        for o in opened.objects
        if isinstance(o, pikepdf.Dictionary) and o.get("/S") in kinds and "/P" in o
    ]


@pytest.mark.parametrize("name", ["english", "bengali", "answers"])
def test_what_a_screen_reader_needs_is_there(name: str, request: pytest.FixtureRequest) -> None:
    with pikepdf.open(io.BytesIO(request.getfixturevalue(name))) as opened:
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert all(str(e.Alt).strip() for e in _elements(opened, "/Figure", "/Formula"))
        assert all(e.A[0].Scope == "/Column" for e in _elements(opened, "/TH"))
        for page in opened.pages:
            notes = list(page.get("/Annots", []))
            assert not notes or page.Tabs == "/S"
            assert all(str(a.Contents).strip() and "/StructParent" in a for a in notes)
            for font in page.Resources.Font.values():
                assert "/ToUnicode" in font
                assert {"/FontFile2", "/FontFile3"} & set(
                    font.DescendantFonts[0].FontDescriptor.keys()
                )


def test_blanks_and_boxes_to_tick_are_named() -> None:
    blank = sample.item("How much?", "", [sample.PARTS[3]], [], 1)
    with pikepdf.open(io.BytesIO(of(blank, m.Prose(**at(2), markdown="- [x] a\n- [ ] b")))) as pdf:
        assert {"answer space", "done", "to do"} <= {str(e.Alt) for e in _elements(pdf, "/Figure")}


def test_a_long_bengali_line_with_a_sign_of_markdown_takes_no_longer_than_another() -> None:
    from time import perf_counter

    from kholapath.editions._paper.markdown import Piece, convert

    start = perf_counter()
    convert([Piece("মডেলের দাম যাচাই করুন " * 12 + "*")])
    assert perf_counter() - start < 10
