"""Every part of the print vocabulary, as HTML, Markdown and plain text."""

from __future__ import annotations

from typing import Any

import pytest

from kholapath_widgets._shared import print_html, print_markdown
from kholapath_widgets._shared.locale import pick, pick_lang

PARTS: list[dict[str, Any]] = [
    {"part": "text", "md": "Look at **both** bars."},
    {"part": "options", "mark": "box", "entries": [{"label": "ক", "md": "one\n\ntwo"}]},
    {"part": "blank", "width": 30, "before": "about", "after": "million"},
    {"part": "lines", "count": 2},
    {
        "part": "bars",
        "max": 60,
        "unit": "h",
        "rows": [{"label": "V3", "value": 1234.5, "note": ""}],
    },
    {"part": "bars", "max": 60, "unit": "", "rows": [{"label": "<b>", "value": None, "note": ""}]},
    {
        "part": "line",
        "min": 0,
        "max": 60,
        "unit": "%",
        "rows": [{"label": "2026", "value": 41, "note": ""}],
    },
    {"part": "table", "header": ["a", "b"], "rows": [["1 | 2", "<i> **b**"]]},
    {"part": "code", "source": "print('```')", "language": "python"},
]
SHEET = {"prompt": "Which *one*?", "label": "One answer", "parts": PARTS}


def test_every_part_has_both_renderers() -> None:
    known = {part["part"] for part in PARTS}
    assert set(print_html._RENDER) == set(print_markdown._RENDER) == known


@pytest.mark.parametrize(
    "fragment",
    [
        '<fieldset class="kp-static" lang="bn"><legend>১২ · One answer</legend>',
        "<strong>both</strong>",
        '<span aria-hidden="true">☐</span> ক. ',
        "<li>V3: ১,২৩৪.৫ h</li>",
        "<li>2026: ৪১ %</li>",
        "<li>&lt;b&gt;: ",
        '<th scope="col">a</th>',
        "<td>&lt;i&gt; <strong>b</strong></td>",
        "<pre><code>print(&#x27;```&#x27;)</code></pre>",
    ],
)
def test_html_is_semantic_and_escaped(fragment: str) -> None:
    assert fragment in print_html.parts_html(SHEET, 12, "bn")


@pytest.mark.parametrize(
    "fragment",
    [
        "**12.** Which *one*?\n\n*One answer*",
        "- ☐ ক. one two",
        "about \\_\\_\\_",
        "- V3: 1,234.5 h",
        "| 1 \\| 2 | <i> **b** |",
        "````python\nprint('```')\n````",
    ],
)
def test_markdown_keeps_its_signs_apart_from_the_text(fragment: str) -> None:
    assert fragment in print_markdown.parts_markdown(SHEET, 12, "en")


def test_plain_text_has_no_markdown_for_weight_or_blanks() -> None:
    text = print_markdown.parts_text(SHEET, None, "en")
    assert text.startswith("Which *one*?\n\nOne answer\n")
    assert "about __________ million" in text
    assert "**" not in text


@pytest.mark.parametrize(
    ("lang", "chosen"), [("bn", "bn"), ("bn-BD", "bn"), ("fr", "en"), ("en-GB", "en")]
)
def test_a_text_is_picked_by_tag_then_language_then_english(lang: str, chosen: str) -> None:
    texts = {"bn": "বাংলা", "en": "English"}
    assert pick_lang(texts, lang) == chosen
    assert pick(texts, lang) == texts[chosen]


def test_a_text_without_english_is_picked_anyway() -> None:
    assert pick({"bn": "বাংলা"}, "fr") == "বাংলা"
