"""The one Markdown renderer: what it sets, and what it takes away."""

from __future__ import annotations

import pytest

from kholapath_widgets._shared.markdown import clean_html, prose_html, to_html


def test_math_is_mathml_that_keeps_its_source() -> None:
    assert '<math alttext="2 \\times 3" display="inline"><mrow>' in to_html("$2 \\times 3$")


def test_math_that_cannot_be_read_is_shown_as_its_source() -> None:
    assert "\\frac{" in to_html("$\\frac{$")


def test_a_price_is_not_math() -> None:
    for prices in ("from $2 to $4 an hour", "$2/$4", "$2, or $4"):
        assert to_html(prices) == f"<p>{prices}</p>"


def test_a_single_paragraph_is_unwrapped_for_a_label() -> None:
    assert to_html("**open** weights", inline=True) == "<strong>open</strong> weights"
    assert to_html("one\n\ntwo", inline=True) == "<p>one</p>\n<p>two</p>"


def test_a_table_aligns_by_class_since_the_page_allows_no_style() -> None:
    table = to_html("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert '<td class="right">2</td>' in table
    assert "style" not in table


def test_footnotes_of_two_texts_can_share_a_page() -> None:
    one, two = (to_html("text[^1]\n\n[^1]: note", prefix=p) for p in ("one-", "two-"))
    assert 'href="#fnone-1"' in one
    assert 'id="fnone-1"' in one
    assert "fnone-1" not in two


def test_a_footnote_is_numbered_in_the_digits_of_the_language() -> None:
    assert ">[১]</a>" in prose_html("text[^1]\n\n[^1]: note", lang="bn")


def test_a_formula_has_no_number() -> None:
    assert "(1)" not in to_html("$$\\begin{align}a &= b\\end{align}$$").replace("<mtext>", "")


def test_a_picture_that_the_text_carries_is_shown_and_another_is_a_link() -> None:
    carried = prose_html(
        "![a cat](attachment:my%20cat.png)",
        lang="en",
        pictures={"my cat.png": "data:image/png;base64,AA"},
    )
    assert carried == '<p><img src="data:image/png;base64,AA" alt="a cat"></p>'
    remote = to_html("![a *dog*](https://example.org/dog.png)")
    assert '<a href="https://example.org/dog.png"' in remote
    assert ">a dog</a>" in remote


def test_a_task_is_a_box_with_its_words_for_a_name() -> None:
    assert "<li><label><input" in to_html("- [x] done")


def test_html_is_text_in_a_question_and_html_in_a_notebooks_prose() -> None:
    source = "H<sub>2</sub>O<script>alert(1)</script>"
    assert "&lt;sub&gt;" in to_html(source)
    assert prose_html(source, lang="en") == "<p>H<sub>2</sub>O</p>"


def test_no_text_gives_a_name_to_a_place_in_the_page() -> None:
    assert "id=" not in prose_html('<a id="lesson">x</a>', lang="en")


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "[click](javascript:alert(1))",
        "[click](data:text/html,<script>alert(1)</script>)",
        "![pixel](https://example.org/pixel.png)",
        "<svg onload=alert(1)>",
        '$\\text{<img src=x onerror="alert(1)">}$',
        "<style>*{display:none}</style>",
        "<iframe src=https://example.org></iframe>",
    ],
)
def test_hostile_markdown_is_inert(hostile: str) -> None:
    for rendered in (to_html(hostile), prose_html(hostile, lang="en"), clean_html(hostile)):
        for danger in (
            "<script",
            "<svg",
            "<style",
            "<iframe",
            'href="javascript',
            'href="data',
            'src="http',
        ):
            assert danger not in rendered.lower()
        assert "<img src=x onerror" not in rendered
