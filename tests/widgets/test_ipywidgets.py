"""Ours among ipywidgets' own: linked, observed, interacted with, and boxed on screen and off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import ipywidgets
import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell
from lxml import html as lxml_html
from nbclient import NotebookClient

from kholapath_widgets import Choice, Control, Explorable, Numeric
from kholapath_widgets._base import PRINT_MIME, TeachingWidget
from kholapath_widgets._containers import bundle_of
from kholapath_widgets.question.widget import KernelStore

VIEW_MIME = "application/vnd.jupyter.widget-view+json"
CHART: dict[str, Any] = {
    "data": {"values": [{"hours": 2}]},
    "mark": "bar",
    "params": [{"name": "price", "value": 2}],
    "encoding": {"x": {"field": "hours", "type": "quantitative"}},
}


def choice(**fields: Any) -> TeachingWidget:
    options = {"3": "That is 2 + 1.", "4": None}
    made: TeachingWidget = Choice("2 + 2?", options, answer="4", store=KernelStore(), **fields)
    return made


def number() -> TeachingWidget:
    made: TeachingWidget = Numeric("3 + 3?", 6, store=KernelStore())
    return made


def chart() -> TeachingWidget:
    words: dict[str, Any] = {"title": "Cost grows", "description": "Bar.", "source": "A report"}
    made: TeachingWidget = Explorable(
        CHART, controls=[Control("price", "Price", 1, 10, 1)], **words
    )
    return made


Case = tuple[Callable[[], TeachingWidget], Any]
CASES: list[Case] = [(choice, "b"), (number, "6"), (chart, {"price": 3})]
both_kinds = pytest.mark.parametrize(("make", "value"), CASES, ids=["choice", "numeric", "chart"])


def group_of(box: ipywidgets.Box) -> dict[str, Any]:
    shown = bundle_of(box)
    assert shown
    form: dict[str, Any] = shown[0][PRINT_MIME]
    return form


@both_kinds
class TestAmongOthers:
    def test_its_value_can_be_observed(self, make: Any, value: Any) -> None:
        widget, seen = make(), list[Any]()
        widget.observe(lambda change: seen.append(change.new), "value")
        widget.value = value
        assert seen == [value]

    @pytest.mark.parametrize("trait", ["value", "lang"])
    def test_two_can_be_linked(self, make: Any, value: Any, trait: str) -> None:
        one, other = make(), make()
        ipywidgets.link((one, trait), (other, trait))
        setattr(one, trait, value if trait == "value" else "bn")
        assert getattr(other, trait) == getattr(one, trait)

    def test_the_browser_can_link_it(self, make: Any, value: Any) -> None:
        widget, label = make(), ipywidgets.Label()
        link = ipywidgets.jslink((widget, "lang"), (label, "value"))
        assert link.get_state()["source"] == [f"IPY_MODEL_{widget.model_id}", "lang"]

    def test_interact_takes_it_as_a_control(self, make: Any, value: Any) -> None:
        widget = make()
        control = ipywidgets.interactive(lambda given: given, given=widget)
        widget.value = value
        assert control.children[0] is widget
        assert control.result == value

    def test_interactive_output_follows_it(self, make: Any, value: Any) -> None:
        widget, seen = make(), list[Any]()

        def follow(given: Any) -> None:
            seen.append(given)

        ipywidgets.interactive_output(follow, {"given": widget})
        widget.value = value
        assert seen[-1] == value

    @pytest.mark.parametrize(
        "container",
        [
            ipywidgets.VBox,
            ipywidgets.HBox,
            ipywidgets.GridBox,
            ipywidgets.Tab,
            ipywidgets.Accordion,
            ipywidgets.Stack,
        ],
    )
    def test_every_container_holds_it_and_survives_export(
        self, make: Any, value: Any, container: Any
    ) -> None:
        widget = make()
        widget.value = value
        box = container([widget])
        shown = bundle_of(box)
        assert shown
        assert shown[0][VIEW_MIME]["model_id"] == box.model_id
        assert shown[0][PRINT_MIME]["children"][0]["form"] == widget.print_form()
        assert {"text/html", "text/markdown", "text/plain"} < set(shown[0])


@both_kinds
class TestItsLayout:
    """ipywidgets' own layout, which is another model: made for who asks."""

    def test_nobody_asked(self, make: Any, value: Any) -> None:
        widget = make()
        assert VIEW_MIME in widget._repr_mimebundle_()[0]
        assert "layout" not in widget.get_state()

    def test_reading_it_makes_it_and_tells_the_browser(self, make: Any, value: Any) -> None:
        widget = make()
        widget.layout.width = "50%"
        assert widget.get_state()["layout"] == f"IPY_MODEL_{widget.layout.model_id}"
        assert widget.layout.width == "50%"

    def test_it_is_set_as_ipywidgets_sets_it(self, make: Any, value: Any) -> None:
        widget = make()
        widget.layout = {"width": "30%"}
        assert widget.layout.width == "30%"
        assert widget.get_state()["layout"] == f"IPY_MODEL_{widget.layout.model_id}"

    def test_a_grid_can_place_it(self, make: Any, value: Any) -> None:
        widget, grid = make(), ipywidgets.GridspecLayout(1, 1)
        grid[0, 0] = widget
        assert widget.layout.grid_area


class TestAGroupOnPaper:
    def test_titles_and_order_are_kept(self) -> None:
        form = group_of(ipywidgets.Tab([choice(), number()], titles=["First", "Second"]))
        assert (form["version"], form["kind"], form["lang"]) == (1, "group", "en")
        assert [child["title"] for child in form["children"]] == ["First", "Second"]
        prompts = [child["form"]["sheet"]["prompt"] for child in form["children"]]
        assert prompts == ["2 + 2?", "3 + 3?"]

    def test_a_container_within_a_container_is_a_group_within_a_group(self) -> None:
        form = group_of(ipywidgets.VBox([ipywidgets.HBox([choice()]), number()]))
        assert form["children"][0]["form"]["kind"] == "group"
        assert form["children"][0]["form"]["children"][0]["form"]["kind"] == "question"

    def test_its_language_is_that_of_what_it_holds(self) -> None:
        bengali = Choice({"bn": "২ + ২?"}, ["৩", "৪"], answer="৪", lang="bn", store=KernelStore())
        assert group_of(ipywidgets.VBox([ipywidgets.Label("x"), bengali]))["lang"] == "bn"

    @pytest.mark.parametrize(
        ("widget", "text"),
        [
            (ipywidgets.Label("Look here"), "Look here"),
            (ipywidgets.HTML("<p>Look <b>here</b> &amp; there</p>"), "Look here & there"),
            (ipywidgets.IntSlider(7, description="Price"), "Price: 7"),
            (ipywidgets.Text("x", description="Name"), "Name: x"),
            (
                ipywidgets.Output(outputs=[{"output_type": "stream", "text": "printed\n"}]),
                "printed",
            ),
        ],
    )
    def test_another_widget_is_its_words(self, widget: Any, text: str) -> None:
        first = group_of(ipywidgets.VBox([widget, choice()]))["children"][0]["form"]
        assert first == {"version": 1, "kind": "text", "lang": "en", "text": text}

    @pytest.mark.parametrize(
        "widget",
        [
            ipywidgets.Label(""),
            ipywidgets.Button(description="Go"),
            ipywidgets.Password(value="secret"),
            ipywidgets.Image(value=b"png"),
            ipywidgets.VBox([ipywidgets.Label(" ")]),
            ipywidgets.Output(),
        ],
    )
    def test_what_says_nothing_on_paper_is_left_out(self, widget: Any) -> None:
        assert len(group_of(ipywidgets.VBox([widget, choice()]))["children"]) == 1

    def test_hostile_words_of_other_widgets_are_inert(self) -> None:
        hostile = "<img src=x onerror=alert(1)>**[x](javascript:alert(1))"
        box = ipywidgets.Tab([ipywidgets.Label(hostile), choice()], titles=[hostile, ""])
        data = (bundle_of(box) or ({},))[0]
        tree = lxml_html.fragment_fromstring(data["text/html"])
        assert not tree.xpath("//img | //a[@href]")
        assert "](javascript" not in data["text/markdown"]


@pytest.fixture
def formatter() -> Iterator[Any]:
    """The display formatter of a shell that lives as long as the test."""
    shell = InteractiveShell.instance()
    assert shell.display_formatter
    yield shell.display_formatter.mimebundle_formatter
    InteractiveShell.clear_instance()


class TestInAShell:
    def test_a_container_without_one_of_ours_stays_as_it_was(self) -> None:
        box = ipywidgets.VBox([ipywidgets.Label("x")])
        assert bundle_of(box) == (box._repr_mimebundle_(), {})

    def test_it_is_told_how_and_ipywidgets_is_not_changed(self, formatter: Any) -> None:
        method = ipywidgets.Box._repr_mimebundle_
        choice()
        assert formatter.lookup_by_type(ipywidgets.Tab) is bundle_of
        assert ipywidgets.Box._repr_mimebundle_ is method

    def test_somebody_elses_way_to_show_containers_is_left_alone(self, formatter: Any) -> None:
        formatter.for_type(ipywidgets.Box, str)
        choice()
        assert formatter.lookup_by_type(ipywidgets.VBox) is str


def test_a_notebook_saves_the_group_beside_the_live_view() -> None:
    source = (
        "import ipywidgets\n"
        "from kholapath_widgets import Choice, Numeric\n"
        "one, two = Choice('2 + 2?', ['3', '4'], answer='4'), Numeric('3 + 3?', 6)\n"
        "ipywidgets.Tab([one, ipywidgets.VBox([ipywidgets.Label('Then'), two])], titles=['A', 'B'])"
    )
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    NotebookClient(notebook, kernel_name="python3", timeout=60).execute()
    (output,) = notebook.cells[0].outputs
    children = output.data[PRINT_MIME]["children"]
    assert VIEW_MIME in output.data
    assert [child["title"] for child in children] == ["A", "B"]
    assert [c["form"]["kind"] for c in children[1]["form"]["children"]] == ["text", "question"]
    assert "3 + 3?" in output.data["text/plain"]
    assert output.data["text/html"].count("<fieldset") == 2
