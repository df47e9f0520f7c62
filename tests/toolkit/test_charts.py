"""Charts on paper: shaped as HarfBuzz shapes, saying what the browser says, holding no text and no link."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any, Literal
from xml.etree import ElementTree as ET

import pytest
import uharfbuzz as hb
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.ttLib import TTFont

from kholapath.charts import outlines
from kholapath.charts.compile import FONTS, to_vega
from kholapath.charts.locale import locale
from kholapath.charts.static import draw
from kholapath.charts.theme import altair_theme, coloured, palette, variable
from kholapath.charts.words import fill
from kholapath_widgets import Control, Explorable

BENGALI = ["ক্ষেত্র", "অবদানকারী", "মিলিয়ন", "র্যাম", "জিপিইউ-ঘণ্টা", "১২,৩৪,৫৬৭.৫", "কর্মী", "দ্ব্যর্থ"]
CHART: dict[str, Any] = {
    "data": {"values": [{"model": "মডেল ক", "hours": 2.788}, {"model": "Llama", "hours": 30.84}]},
    "transform": [{"calculate": "datum.hours * price", "as": "cost"}],
    "mark": "bar",
    "encoding": {
        "x": {"field": "cost", "type": "quantitative", "title": "খরচ"},
        "y": {"field": "model", "type": "nominal", "title": None},
        "color": {"field": "model", "type": "nominal"},
    },
}


def form(chart: dict[str, Any] = CHART, lang: str = "en", **options: Any) -> dict[str, Any]:
    price = Control("price", "Price", 0.5, 12.5, 0.05, value=2)
    widget = Explorable(chart, description="Two bars.", controls=[price], lang=lang, **options)
    made: dict[str, Any] = widget.print_form()
    return made


# Shaping


def reference_bounds(word: str, size: float) -> tuple[float, float, float, float]:
    """What HarfBuzz's positions and fontTools' outlines say the word covers, font by font."""
    file = FONTS / "NotoSansBengali_400Regular.ttf"
    glyphs = TTFont(file).getGlyphSet()
    names = TTFont(file).getGlyphOrder()
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    face = hb.Face(hb.Blob.from_file_path(str(file)))
    hb.shape(hb.Font(face), buffer)
    x, boxes = 0, []
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen = ControlBoundsPen(glyphs)
        glyphs[names[info.codepoint]].draw(pen)
        if pen.bounds:
            a, b, c, d = pen.bounds
            left, up = x + at.x_offset, at.y_offset
            boxes.append((left + a, -(up + d), left + c, -(up + b)))
        x += at.x_advance
    scale = size / face.upem
    low = [min(box[i] for box in boxes) * scale for i in (0, 1)]
    high = [max(box[i] for box in boxes) * scale for i in (2, 3)]
    return (low[0], low[1], high[0], high[1])


def bounds(path: str) -> tuple[float, float, float, float]:
    numbers = [float(n) for n in re.findall(r"-?\d+\.\d+", path)]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("word", [w for w in BENGALI if "-" not in w])
def test_bengali_is_drawn_where_harfbuzz_puts_it(word: str) -> None:
    drawn = bounds(outlines.path_of(word, 100, "start"))
    assert drawn == pytest.approx(reference_bounds(word, 100), abs=0.02)


def test_a_conjunct_is_one_glyph_and_a_vowel_sign_stands_before_its_letter() -> None:
    assert len(outlines.shape("ক্ষ")[0]) == 1
    sign, letter = outlines.shape("কি")[0]
    assert sign.x < letter.x


def test_each_script_is_set_in_its_own_font() -> None:
    glyphs, _ = outlines.shape("H800-ঘণ্টা × $২")
    latin, bengali = outlines.faces("400Regular")
    assert {glyph.face for glyph in glyphs} == {latin, bengali}
    assert all(glyph.index for glyph in glyphs), "a glyph is missing"


def test_overrides_of_direction_draw_nothing() -> None:
    assert outlines.path_of("\u202eabc\u202c", 10, "start") == outlines.path_of("abc", 10, "start")


def test_words_stand_at_their_anchor() -> None:
    start, middle, end = (
        bounds(outlines.path_of("মডেল", 100, a)) for a in ("start", "middle", "end")
    )
    width = outlines.shape("মডেল")[1] * 100
    assert start[0] - middle[0] == pytest.approx(width / 2, abs=0.02)
    assert start[0] - end[0] == pytest.approx(width, abs=0.02)


# Drawing


@pytest.mark.parametrize("lang", ["en", "bn"])
def test_a_drawing_holds_outlines_and_no_text(lang: str) -> None:
    svg = draw(form(lang=lang)).svg
    assert "<text" not in svg
    assert svg.count("<path") > 5
    assert "var(" not in svg


def test_a_rim_round_words_is_drawn_behind_them() -> None:
    rim = {"type": "text", "stroke": "#ffffff", "strokeWidth": 4}
    said = {"encoding": {"text": {"value": "গ"}}, "data": {"values": [{}]}, "height": 20}
    assert 'stroke="#ffffff" stroke-width="4"' in draw(form({**said, "mark": rim})).svg
    assert 'stroke="' not in draw(form({**said, "mark": {"type": "text"}})).svg


def test_what_all_marks_of_a_group_share_is_said_once() -> None:
    rows = [{"x": x / 7} for x in range(60)]
    dots = {
        "data": {"values": rows},
        "mark": {"type": "point", "filled": True, "color": "#0067a8", "opacity": 1},
        "encoding": {"x": {"field": "x", "type": "quantitative", "axis": None}},
    }
    svg = draw(form(dots)).svg
    assert len(re.findall(r"<path transform", svg)) == len(rows)
    assert svg.count('fill="#0067a8"') == 1
    assert 'opacity="1"' not in svg
    assert not re.search(r"translate\(\d+\.\d{3}", svg)


def test_text_stays_text_where_it_is_asked_for() -> None:
    svg = draw(form(), text="text", theme="light").svg
    assert "মডেল ক" in svg
    assert palette("light")["muted"] in svg


def test_a_drawing_passes_for_an_accessible_pdf() -> None:
    import typst

    files = {
        "main.typ": b'#set document(title: "x")\n#image("chart.svg", alt: "Two bars.")',
        "chart.svg": draw(form(lang="bn")).svg.encode(),
    }
    # its stubs do not know yet that files may come as a dict
    compile_in_memory: Any = typst.compile
    assert compile_in_memory(files, format="pdf", pdf_standards=["ua-1"])[:5] == b"%PDF-"


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "At **\\$2.00** it is **1,234,567**."), ("bn", "At **\\$২.০০** it is **১২,৩৪,৫৬৭**.")],
)
def test_the_sentence_is_said_at_the_start_in_the_language_s_digits(lang: str, said: str) -> None:
    template = "At **{price:$,.2f}** it is **{price * 617283.5:,.0f}**."
    assert draw(form(lang=lang, sentence=template)).sentence == said


def test_a_chart_without_a_sentence_says_none() -> None:
    assert draw(form()).sentence is None


def test_a_drawing_is_as_wide_as_it_is_asked_to_be_and_narrow_then() -> None:
    said = "{narrow ? 'narrow' : 'wide'}, {paper ? 'paper' : 'screen'}"
    wide = draw(form(sentence=said), width_px=640, theme="print")
    narrow = draw(form(sentence=said), width_px=360, theme="light")
    assert (wide.sentence, narrow.sentence) == ("wide, paper", "narrow, screen")
    assert 'width="640"' in wide.svg
    assert 'width="360"' in narrow.svg


def test_neighbouring_series_differ_in_lightness_on_paper() -> None:
    fills = list(dict.fromkeys(re.findall(r'fill="(#[0-9a-f]{6})"', draw(form()).svg)))
    light = [_lightness(c) for c in fills if c not in palette("print").values()]
    assert len(light) == 2
    assert abs(light[0] - light[1]) > 0.2


def _lightness(colour: str) -> float:
    r, g, b = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_hostile_text_in_a_chart_is_drawn_and_does_nothing() -> None:
    evil = '</text><script>alert(1)</script><a href="javascript:alert(1)">"\u202e'
    rows = [{"model": evil, "hours": 1, "link": "javascript:alert(1)"}]
    chart = {**CHART, "data": {"values": rows}, "title": evil}
    chart["encoding"] = {**CHART["encoding"], "href": {"field": "link"}}
    ways: tuple[Literal["outlines", "text"], ...] = ("outlines", "text")
    for text in ways:
        root = ET.fromstring(draw(form(chart), text=text).svg)
        tags = {e.tag.split("}")[1] for e in root.iter()}
        assert tags <= {"svg", "g", "path", "rect", "line", "text", "tspan"}
        assert not [a for e in root.iter() for a in e.attrib if "href" in a or a.startswith("on")]


def test_a_chart_in_a_form_that_asks_for_a_file_is_refused() -> None:
    loaded = form() | {"spec": {**CHART, "data": {"url": "file:///etc/passwd"}}}
    with pytest.raises(Exception, match="Put the rows themselves"):
        draw(loaded)


# Compiling


def test_a_page_gets_vega_in_the_theme_and_the_locale() -> None:
    vega = to_vega(form(lang="bn", sentence="{price}")["spec"], "bn")
    assert vega["config"]["locale"] == locale("bn")
    assert {"price", "sentence", "narrow", "paper"} <= {s["name"] for s in vega["signals"]}
    assert "var(--kp-open, #0067a8)" in str(vega)
    assert to_vega(vega, "bn") is vega


def test_altair_s_theme_has_plain_colours() -> None:
    assert "var(" not in str(altair_theme())


# Altair


def test_altair_charts_are_shown_as_figures_without_importing_altair_first() -> None:
    code = """
import sys
from IPython.core.interactiveshell import InteractiveShell
from kholapath.charts.altair_hook import register
shell = InteractiveShell.instance()
register(shell, "bn")
assert "altair" not in sys.modules
import altair as alt
show = shell.display_formatter.format
chart = alt.Chart(alt.Data(values=[{"a": 1, "b": 2}])).mark_point().encode(x="a:Q", y="b:Q")
data, _ = show(chart.properties(title="A title"))
form = data["application/vnd.kholapath.print+json"]
print(form["title"], form["description"], form["lang"], form["table"]["rows"])
data, _ = show(alt.Chart("https://example.org/x.csv").mark_point())
print(sorted(data), data["text/plain"])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == [
        "A title A title bn [['১', '২']]",
        "['text/plain'] The chart loads 'https://example.org/x.csv'. Put the rows themselves in the chart.",
    ], done.stderr


# Words with figures, and colours by name


def test_figures_are_written_as_each_language_writes_them() -> None:
    words = {"en": "{n:.1f} M of {n}, {who}", "bn": "{n:.1f} মিলিয়ন, মোট {n}; {who}"}
    assert fill(words, n=1234567.25, who="Meta") == {
        "en": "1,234,567.3 M of 1,234,567.25, Meta",
        "bn": "১২,৩৪,৫৬৭.৩ মিলিয়ন, মোট ১২,৩৪,৫৬৭.২৫; Meta",
    }


def test_a_colour_by_name_falls_back_to_the_light_theme_and_is_drawn_in_any() -> None:
    assert variable("open") == "var(--kp-open, #0067a8)"
    chart = {"mark": {"type": "bar", "color": variable("open")}}
    assert coloured(chart, "dark")["mark"]["color"] == palette("dark")["open"]
