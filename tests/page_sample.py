"""A lesson for the page: every block made by hand, and every question and widget by its example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import paper_sample

from kholapath.document import model as m
from kholapath.document.normalize import Spot
from kholapath.document.outputs import block_of_form
from kholapath_widgets import Choice, Explorable
from kholapath_widgets.examples import example, example_names

SLUG = "03-the-price-of-a-model"
FILES = {"en": f"{SLUG}.en.page.html", "bn": f"{SLUG}.bn.page.html"}
_SAMPLES = {"en": paper_sample.english, "bn": paper_sample.bengali}
_DEKS = {
    "en": "In January 2025 a number went round the world: 5.6 million dollars. What exactly did it buy?",
    "bn": "২০২৫ সালের জানুয়ারিতে একটি সংখ্যা সারা পৃথিবীতে ছড়িয়ে পড়ে: ৫৬ লাখ ডলার। সেই টাকায় আসলে কী কেনা হয়েছিল?",
}


def widgets(lang: str) -> Iterator[m.Block]:
    """Yield each example under a heading of its own."""
    for n, name in enumerate(example_names(), 100):
        said: dict[str, Any] = paper_sample.at(n, lang)
        yield m.Heading(**said, level=2, markdown=name)
        form = example(name, lang).print_form()
        made = block_of_form(form, Spot(said["where"], lang, frozenset()))
        assert made
        yield made


def lesson(lang: str = "en", *more: m.Block) -> m.Document:
    """Return the lesson in a language, with further blocks at its end."""
    made = _SAMPLES[lang]()
    siblings = {tag: file for tag, file in FILES.items() if tag != lang}
    meta = replace(made.meta, siblings=siblings, minutes=45)
    dek = m.Prose(**paper_sample.at(0, lang, "dek"), markdown=_DEKS[lang])
    return m.Document(meta, (dek, *made.blocks, *widgets(lang), *more))


def document(*blocks: m.Block, lang: str = "en", **meta: Any) -> m.Document:
    """Return a document of these blocks alone."""
    return m.Document(paper_sample.meta(lang, **meta), blocks)


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "</style></title></textarea><svg onload=alert(1)>",
    "[x](javascript:alert(1)) <a href='javascript:alert(1)'>x</a>",
    "<iframe src=https://example.org></iframe><base href=https://example.org>",
    "<form action=https://example.org><input id=lesson name=body></form>",
    '"><b onmouseover=alert(1)>',
    "\u202egnp.exe\u2066",
]


def hostile(text: str) -> m.Document:
    """Return a document with `text` wherever words of an author's stand."""
    question = Choice(text, options=[text, "other"], answer="a", explanation=text)
    chart = Explorable(
        {"mark": "bar", "data": {"values": [{"a": 1, text: text}]}, "encoding": {}},
        title=text,
        subtitle=text,
        description=text,
        source=text,
    )
    return document(
        m.Heading(**paper_sample.at(1), level=2, markdown=text),
        m.Prose(**paper_sample.at(1), markdown=text),
        m.Code(**paper_sample.at(2), source=text, language=text),
        m.Text(**paper_sample.at(2), text=text),
        m.Formula(**paper_sample.at(2), tex=text),
        m.Table(**paper_sample.at(2), header=((text,),), rows=((text,),), numeric=(False,)),
        m.Image(**paper_sample.at(2), mime="image/png", data=b"x", alt=text),
        m.Item(**paper_sample.at(3), form=question.print_form()),
        m.Chart(**paper_sample.at(4), form=chart.print_form()),
        m.Group(**paper_sample.at(5), children=((text, m.Text(**paper_sample.at(5), text=text)),)),
        title=text,
        course=text,
        description=text,
        siblings={"bn": f"{text}.html"},
    )
