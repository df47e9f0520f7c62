"""An explorable as a widget: what it asks for, what it keeps, and what it is away from the screen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import ipywidgets
import pandas as pd
import pytest
from lxml import html as lxml_html

from kholapath_widgets import ChartError, Choose, Control, Explorable, WidgetError
from kholapath_widgets._base import PRINT_MIME
from kholapath_widgets._errors import NoDescription, UnknownParam
from kholapath_widgets.explorable.sentence import to_expression

HOSTILE = '<img src=x onerror="alert(1)"></script>[x](javascript:alert(1)) \u202egnihtyreve `$|'
ROWS = [{"model": "V3", "hours": 2.788}, {"model": "Llama", "hours": 30.84}]
CHART: dict[str, Any] = {
    "data": {"values": ROWS},
    "mark": "bar",
    "params": [{"name": "price", "value": 2}],
    "encoding": {"x": {"field": "hours", "type": "quantitative"}, "y": {"field": "model"}},
}
PRICE = Control("price", {"en": "Price", "bn": "দাম"}, 0.5, 12.5, 0.05, format="$,.2f")
MODEL = Choose("model", "Model", [{"value": "V3", "label": "V3"}, {"value": "Llama", "label": "L"}])


def made(chart: Any = CHART, **options: Any) -> Explorable:
    words = {"title": "Cost grows", "description": "Two bars.", "source": "A report"}
    return Explorable(chart, **{**words, "controls": [PRICE], **options})


def forms_of(widget: Explorable) -> dict[str, Any]:
    shown = widget._repr_mimebundle_()
    assert shown
    data: dict[str, Any] = shown[0]
    return data


def test_a_chart_without_a_description_is_refused_and_says_why() -> None:
    with pytest.raises(NoDescription, match="'Cost grows' has no description") as raised:
        made(description=" ")
    assert isinstance(raised.value, WidgetError)


def test_a_control_of_no_parameter_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(UnknownParam, match=r"'prise'\. It has: price"):
        made(controls=[Control("prise", "Price", 0, 1, 0.1)])


def test_a_control_with_a_value_of_its_own_brings_its_parameter_along() -> None:
    widget = made(controls=[Control("tax", "Tax", 0, 1, 0.1, value=0.5)])
    assert {"name": "tax", "value": 0.5} in widget.spec["en"]["params"]


@pytest.mark.parametrize(
    ("value", "message"),
    [({"prise": 1}, "prise"), ({"price": 99}, "0.5 to 12.5"), ({"price": "2"}, "number")],
)
def test_a_value_that_no_control_can_take_is_refused(value: Any, message: str) -> None:
    widget = made()
    with pytest.raises(ChartError, match=message):
        widget.value = value
    assert widget.value == {"price": 2}


def test_a_choice_takes_its_options_only() -> None:
    widget = made(controls=[PRICE, MODEL])
    assert widget.value == {"price": 2, "model": "V3"}
    with pytest.raises(ChartError, match="one of 'V3', 'Llama'"):
        widget.value = {"model": "GPT"}


def test_a_value_may_name_some_parameters_and_the_rest_stay() -> None:
    widget = made(controls=[PRICE, MODEL])
    widget.value = {"price": 3}
    assert widget.value == {"price": 3, "model": "V3"}


def test_two_explorables_can_be_linked_and_observed() -> None:
    one, other = made(), made()
    ipywidgets.link((one, "value"), (other, "value"))
    seen: list[float] = []
    other.observe(lambda change: seen.append(change["new"]["price"]), "value")
    one.value = {"price": 5}
    assert other.value == {"price": 5}
    assert seen == [5]


def test_interact_follows_it() -> None:
    widget, seen = made(), []
    out = ipywidgets.interactive_output(lambda x: seen.append(x["price"]), {"x": widget})
    widget.value = {"price": 7}
    assert seen[-1] == 7
    assert out is not None


def test_a_chart_that_would_load_anything_is_refused() -> None:
    with pytest.raises(ChartError, match=r"https://example\.org"):
        made({**CHART, "data": {"url": "https://example.org/x.csv"}})


def test_links_pictures_and_bare_inputs_are_dropped_but_columns_are_the_author_s() -> None:
    rows = [{"url": "https://example.org", "href": "x", "hours": 1}]
    chart = {
        "data": {"values": rows},
        "usermeta": {"embedOptions": {"actions": True}},
        "mark": {
            "type": "image",
            "url": "https://example.org/x.png",
            "href": "javascript:alert(1)",
        },
        "encoding": {"href": {"field": "href"}, "url": {"field": "url"}},
        "params": [{"name": "price", "value": 2, "bind": {"input": "range"}}],
    }
    spec = made(chart).spec["en"]
    assert spec["data"]["values"] == rows
    assert spec["mark"] == {"type": "image"}
    assert spec["encoding"] == {}
    assert "usermeta" not in spec
    assert "bind" not in json.dumps(spec["params"])


def test_an_altair_chart_is_taken_as_it_is() -> None:
    import altair as alt

    chart = alt.Chart(pd.DataFrame(ROWS)).mark_bar().encode(x="hours", y="model")
    widget = made(chart.add_params(alt.param("price", value=2)))
    assert widget.value == {"price": 2}
    assert widget.table["rows"] == [["V3", 2.788], ["Llama", 30.84]]


def test_one_chart_serves_both_languages_and_each_has_its_sentence() -> None:
    widget = made(
        description={"en": "Two bars.", "bn": "দুটি দণ্ড।"},
        sentence={"en": "At {price:$.2f}", "bn": "ঘণ্টায় {price:$.2f}"},
    )
    said = {tag: spec["params"][-1]["expr"] for tag, spec in widget.spec.items()}
    assert said == {
        "en": '"At " + format(price, "$.2f")',
        "bn": '"ঘণ্টায় " + format(price, "$.2f")',
    }


@pytest.mark.parametrize(
    ("template", "expression"),
    [
        ("Plain.", '"Plain."'),
        ("", "''"),
        ("{name}", "(name)"),
        ("{price*2.788:$,.1f}", 'format(price*2.788, "$,.1f")'),
        ('{a > 1 ? "many" : "one"}', '(a > 1 ? "many" : "one")'),
        ("{a > b ? a : b:,.0f}", 'format(a > b ? a : b, ",.0f")'),
        ("{{{x}}}", '"{" + (x) + "}"'),
        ('say "{x}"', '"say \\"" + (x) + "\\""'),
        ('{x ? "a:b?{c" : 1}', None),
    ],
)
def test_a_sentence_is_one_expression(template: str, expression: str | None) -> None:
    if expression is None:
        expression = '(x ? "a:b?{c" : 1)'
    assert to_expression(template) == expression


@pytest.mark.parametrize("template", ["{", "a } b", "{}", "{ }"])
def test_a_brace_that_opens_nothing_is_named(template: str) -> None:
    with pytest.raises(ChartError, match="brace"):
        to_expression(template)


def test_the_table_says_what_is_missing_and_writes_the_language_s_digits() -> None:
    rows = pd.DataFrame(
        {"model": ["V3", "GPT-4", "BLOOM"], "cost": [1234567.5, float("nan"), 2.25]}
    )
    columns = {"cost": {"en": "Cost", "bn": "খরচ"}, "model": "Model"}
    words = {"en": "Two bars.", "bn": "দুটি দণ্ড।"}
    widget = made(table=rows, columns=columns, description=words, lang="bn")
    assert widget.print_form()["table"] == {
        "header": ["খরচ", "Model"],
        "rows": [["১২,৩৪,৫৬৭.৫০", "V3"], ["হিসাব নেই", "GPT-4"], ["২.২৫", "BLOOM"]],
    }


def test_its_print_form_is_json_and_whole() -> None:
    form = json.loads(json.dumps(made(sentence="{price:$.2f}").print_form()))
    assert (form["version"], form["kind"], form["lang"]) == (1, "explorable", "en")
    assert (form["title"], form["description"], form["source"]) == (
        "Cost grows",
        "Two bars.",
        "A report",
    )
    assert form["state"]["value"] == {"price": 2}
    assert form["spec"] == form["state"]["spec"]["en"]
    assert form["answers"] == {}


def test_it_is_a_figure_with_a_table_where_no_script_runs() -> None:
    bundle = forms_of(made())
    assert bundle[PRINT_MIME]["kind"] == "explorable"
    figure = lxml_html.fromstring(bundle["text/html"])
    assert figure.tag == "figure"
    assert figure.findtext(".//figcaption/strong") == "Cost grows"
    assert [cell.text for cell in figure.iter("td")] == ["2.788", "30.840"]
    assert "| V3 | 2.788 |" in bundle["text/markdown"]
    assert bundle["text/plain"].splitlines() == ["Cost grows", "Two bars.", "Source: A report"]


def test_hostile_words_are_inert_in_every_form() -> None:
    table = [{HOSTILE: HOSTILE}]
    words = dict.fromkeys(("title", "subtitle", "description", "source"), HOSTILE)
    bundle = forms_of(made(table=table, **words))
    tags = {e.tag for e in lxml_html.fromstring(bundle["text/html"]).iter()}
    assert tags <= {
        "figure",
        "figcaption",
        "strong",
        "br",
        "small",
        "p",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
    }
    assert "](javascript" not in bundle["text/markdown"].replace("\\]", "")
    assert "\u202e" not in json.dumps(bundle, ensure_ascii=False)


def test_its_words_are_said_in_both_languages() -> None:
    import kholapath_widgets.explorable as package

    folder = Path(package.__file__).parent / "strings"
    en, bn = (json.loads((folder / f"{tag}.json").read_text("utf-8")) for tag in ("en", "bn"))
    assert list(en) == list(bn)
    assert all(word.strip() for word in [*en.values(), *bn.values()])
