"""A notebook as a Document: nothing lost, nothing doubled, each output in its best form."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from sample_course import cell

from kholapath.document import model as m
from kholapath.document.normalize import normalize, only_shows
from kholapath_widgets import Choice, Explorable
from kholapath_widgets._base import PRINT_MIME

META = m.Meta(slug="x", lang="en", title="X")
PNG = base64.b64encode(b"\x89PNG").decode()


def blocks(*cells: dict[str, Any], lang: str = "en") -> tuple[m.Block, ...]:
    return normalize(
        {"cells": cells, "metadata": {}}, m.Meta(slug="x", lang=lang, title="X")
    ).blocks


def shown(*outputs: dict[str, Any]) -> tuple[m.Block, ...]:
    """The blocks of a cell's outputs, without its code."""
    code = {**cell("c", "1", "remove-input", code=True), "outputs": list(outputs)}
    return blocks(code)


def data(**forms: Any) -> dict[str, Any]:
    """One output; `text_html` stands for text/html."""
    return {
        "output_type": "display_data",
        "data": {name.replace("_", "/", 1): form for name, form in forms.items()},
        "metadata": {},
    }


def widget(form: dict[str, Any]) -> dict[str, Any]:
    plain = {"text/plain": "x", "text/html": "<p>x</p>"}
    return {"output_type": "display_data", "data": {**plain, PRINT_MIME: form}, "metadata": {}}


class TestMarkdown:
    def test_it_is_cut_at_its_headings(self) -> None:
        found = blocks(cell("a", "before\n\n# One *two*\n\nbetween\n\n## Three\n"))
        assert [type(b).__name__ for b in found] == ["Prose", "Heading", "Prose", "Heading"]
        title = found[1]
        assert isinstance(title, m.Heading)
        assert (title.level, title.markdown) == (1, "One *two*")

    def test_a_heading_in_code_or_in_a_quote_is_none(self) -> None:
        text = "```\n# no\n```\n\n> # quoted"
        assert [type(b).__name__ for b in blocks(cell("a", text))] == ["Prose"]

    def test_a_heading_underlined_is_one(self) -> None:
        assert isinstance(blocks(cell("a", "Title\n====="))[0], m.Heading)

    def test_a_footnote_goes_with_the_part_that_names_it(self) -> None:
        text = "one[^n]\n\n# H\n\ntwo [site]\n\n[^n]: a note\n    of two lines\n[site]: https://x.example"
        first, _, second = blocks(cell("a", text))
        assert isinstance(first, m.Prose)
        assert isinstance(second, m.Prose)
        assert first.markdown == "one[^n]\n\n[^n]: a note\n    of two lines"
        assert second.markdown == "two [site]\n\n[site]: https://x.example"

    def test_pictures_in_the_cell_go_with_its_prose(self) -> None:
        pasted = {
            **cell("a", "![x](attachment:x.png)"),
            "attachments": {"x.png": {"image/png": PNG}},
        }
        (found,) = blocks(pasted)
        assert isinstance(found, m.Prose)
        assert found.attachments == {"x.png": {"image/png": PNG}}


class TestCells:
    def test_each_block_knows_its_cell_its_tags_and_its_language(self) -> None:
        other = {**cell("b", "text", "key-points")}
        other["metadata"]["kholapath"] = {"lang": "bn"}
        (_, found) = blocks(cell("a", "x"), other)
        assert found.where == m.Where(2, "b")
        assert found.tags == {"key-points"}
        assert found.lang == "bn"

    @pytest.mark.parametrize("tag", ["setup", "remove-cell"])
    def test_what_only_opens_the_lesson_is_left_out(self, tag: str) -> None:
        assert not blocks(cell("a", "import kholapath", tag, code=True), cell("b", "x", tag))

    def test_raw_cells_are_for_other_tools(self) -> None:
        assert not blocks({"cell_type": "raw", "id": "r", "metadata": {}, "source": "\\newpage"})

    def test_source_may_be_a_list_of_lines(self) -> None:
        (found,) = blocks({**cell("a", "", code=True), "source": ["a = 1\n", "a"]})
        assert isinstance(found, m.Code)
        assert found.source == "a = 1\na"

    @pytest.mark.parametrize(
        "source", ['lesson.ask("a")', 'lesson.ask("a")\nlesson.explore("b")  # both']
    )
    def test_code_that_only_shows_a_widget_is_not_printed(self, source: str) -> None:
        assert only_shows(source)

    @pytest.mark.parametrize("source", ['q = lesson.ask("a")', "print(1)", "not python", ""])
    def test_other_code_is_for_the_reader(self, source: str) -> None:
        assert not only_shows(source)


class TestOutputs:
    def test_printed_text_is_joined_and_loses_its_colours(self) -> None:
        stream = {"output_type": "stream", "name": "stdout"}
        (found,) = shown({**stream, "text": "\x1b[31mre"}, {**stream, "text": ["d\x1b[0m\n"]})
        assert isinstance(found, m.Text)
        assert found.text == "red\n"

    def test_a_progress_bar_is_as_it_was_left(self) -> None:
        (found,) = shown({"output_type": "stream", "name": "stderr", "text": " 1%\r50%\r99%\ndone"})
        assert isinstance(found, m.Text)
        assert found.text == "99%\ndone"

    def test_an_error_that_was_meant_is_one_line(self) -> None:
        error = {"output_type": "error", "ename": "ValueError", "evalue": "no", "traceback": ["…"]}
        (found,) = shown(error)
        assert isinstance(found, m.Text)
        assert found.text == "ValueError: no"

    def test_a_table_keeps_its_rows_and_knows_its_numbers(self) -> None:
        html = (
            "<table><thead><tr><th></th><th>hours</th></tr><tr><th>model</th><th></th></tr></thead>"
            "<tbody><tr><th>A</th><td>2,788</td></tr><tr><th>B</th><td>NaN</td></tr></tbody></table>"
        )
        (found,) = shown(data(text_html=html, text_plain="…"))
        assert isinstance(found, m.Table)
        assert found.header == (("model", "hours"),)
        assert found.rows == (("A", "2,788"), ("B", "NaN"))
        assert found.numeric == (False, True)

    def test_a_real_dataframe_is_a_table(self) -> None:
        import pandas as pd

        frame = pd.DataFrame({"cost": [5.576, -1.0]}, index=pd.Index(["V3", "x"], name="model"))
        (found,) = shown(data(text_html=frame.to_html()))
        assert isinstance(found, m.Table)
        assert found.header == (("model", "cost"),)
        assert found.numeric == (False, True)

    def test_a_cell_over_several_columns_leaves_no_row_short(self) -> None:
        html = "<table><tr><th colspan=2>a</th></tr><tr><td>1</td><td>2</td></tr></table>"
        (found,) = shown(data(text_html=html))
        assert isinstance(found, m.Table)
        assert found.header == (("a", ""),)

    def test_other_html_gives_way_to_text_and_is_read_where_there_is_none(self) -> None:
        (text,) = shown(data(text_html="<b>x</b>", text_plain="plain"))
        assert isinstance(text, m.Text)
        assert text.text == "plain"
        html = "<p>words</p><script>alert(1)</script>"
        (words,) = shown(data(text_html=html, text_plain="<IPython.core.display.HTML object>"))
        assert isinstance(words, m.Text)
        assert words.text == "words"

    def test_a_formula_loses_its_dollars(self) -> None:
        for tex in ("$$x^2$$", "$\\displaystyle x^2$", "\\[x^2\\]", "x^2"):
            (found,) = shown(data(text_latex=tex, text_plain="x**2"))
            assert isinstance(found, m.Formula)
            assert found.tex == "x^2"

    def test_a_picture_has_its_alt_text(self) -> None:
        output = {
            **data(image_png=PNG, text_plain="<Figure>"),
            "metadata": {"image/png": {"alt": "a"}},
        }
        (found,) = shown(output)
        assert isinstance(found, m.Image)
        assert (found.mime, found.data, found.alt) == ("image/png", b"\x89PNG", "a")

    def test_markdown_may_hold_headings(self) -> None:
        found = shown(data(text_markdown="# H\n\np", text_plain="…"))
        assert [type(b).__name__ for b in found] == ["Heading", "Prose"]

    def test_another_notebooks_vega_lite_is_a_chart(self) -> None:
        spec = {"mark": "bar", "data": {"values": [{"a": 1}]}, "title": "Bars"}
        output = {"output_type": "display_data", "data": {"application/vnd.vegalite.v6+json": spec}}
        (found,) = shown(output)
        assert isinstance(found, m.Chart)
        assert found.form["title"] == "Bars"


class TestWidgets:
    def test_a_question_and_a_figure_keep_their_own_language(self) -> None:
        question = Choice("২ + ২?", {"৩": None, "৪": None}, answer="৪", lang="bn")
        figure = Explorable({"mark": "bar", "data": {"values": []}}, description="Bars")
        item, chart = shown(widget(question.print_form()), widget(figure.print_form()))
        assert isinstance(item, m.Item)
        assert item.lang == "bn"
        assert isinstance(chart, m.Chart)

    def test_a_container_keeps_its_parts_in_order(self) -> None:
        form = Choice("2 + 2?", {"3": None, "4": None}, answer="4").print_form()
        inner = {"version": 1, "kind": "group", "lang": "en", "children": []}
        text = {"version": 1, "kind": "text", "lang": "en", "text": "hi"}
        children = [{"title": "T", "form": form}, {"title": "", "form": text}, {"form": inner}]
        (found,) = shown(widget({"kind": "group", "lang": "en", "children": children}))
        assert isinstance(found, m.Group)
        assert [(t, type(b).__name__) for t, b in found.children] == [
            ("T", "Item"),
            ("", "Text"),
            ("", "Group"),
        ]

    def test_a_widget_from_a_later_version_falls_back_to_its_text(self) -> None:
        (found,) = shown(widget({"version": 9, "kind": "hologram", "lang": "en"}))
        assert isinstance(found, m.Text)
