"""The explorable as a widget: a chart that moves without a kernel, and is also on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import traitlets as t

from kholapath_widgets._base import TeachingWidget, written
from kholapath_widgets._errors import NoDescription, UnknownParam
from kholapath_widgets._shared.locale import pick, pick_lang
from kholapath_widgets._shared.strings import strings

from .controls import AnyControl
from .printing import static_forms
from .spec import as_spec, prepare, rows_of, start
from .table import in_language, make_table
from .texts import Text, as_map, is_by_language


class Explorable(TeachingWidget):
    """A figure: title, chart, controls, a sentence that follows them, source and table.

    Parameters
    ----------
    chart
        An Altair chart or a Vega-Lite dict; or one for each language, as ``{"en": ..., "bn": ...}``.
        Colours may be the theme's, as ``"var(--kp-open, #0067a8)"``; the parameters ``narrow``
        (below 480 px) and ``paper`` are there to use. Its height is its own; its width the reader's.
    title
        What the chart shows, as a sentence.
    subtitle
        What is measured, and in what unit.
    description
        The chart in words, for a reader who cannot see it. Required.
    source
        Where the figures come from, and their date.
    controls
        What a reader can turn.
    sentence
        What the chart says now, as a template; see `kholapath_widgets.explorable.sentence`.
    table, columns
        The figures (a DataFrame or rows) and the names of their columns; by default the chart's.
    lang
        The language shown first; a plain string among the texts is in this language.

    Raises
    ------
    ChartError
        If there is no description, a control names no parameter, or the chart loads anything.

    Examples
    --------
    >>> Explorable(chart, title="Cost grows with price", description="One bar ...",
    ...            controls=[Control("price", "An hour costs", 0.5, 12.5, 0.05, format="$,.2f")],
    ...            sentence="At **{price:$,.2f}** an hour it costs **{price*2.788:$,.1f} million**.")
    """

    folder: ClassVar[Path] = Path(__file__).parent

    spec = written(t.Dict(help="Vega-Lite (in a page: Vega) by language"))
    texts = written(t.Dict(help="title, subtitle, description, source; each by language"))
    controls = written(t.List(help="what a reader can turn"))
    table = written(t.Dict(help="header and rows"))
    value = t.Dict(help="each parameter's value").tag(sync=True)

    def __init__(  # noqa: PLR0913 - each is a line of the figure, and has a name
        self,
        chart: Any,
        *,
        title: Text = "",
        subtitle: Text = "",
        description: Text = "",
        source: Text = "",
        controls: Sequence[AnyControl] = (),
        sentence: Text | None = None,
        table: Any = None,
        columns: Mapping[str, Text] | None = None,
        lang: str = "en",
        **kwargs: Any,
    ) -> None:
        given = {"title": title, "subtitle": subtitle, "description": description, "source": source}
        texts = {name: as_map(text, lang) for name, text in given.items()}
        if not any(words.strip() for words in texts["description"].values()):
            raise NoDescription(pick(texts["title"], lang) if texts["title"] else "")
        charts = chart if is_by_language(chart) else {lang: chart}
        specs = {tag: as_spec(each) for tag, each in charts.items()}
        said = as_map(sentence, lang)
        first = pick(specs, lang)
        starts = {c.param: start(first, c) for c in controls}
        self._controls = {c.param: c for c in controls}
        super().__init__(
            spec={
                tag: prepare(pick(specs, tag), controls, pick(said, tag) if said else None)
                for tag in dict.fromkeys([*specs, *said])
            },
            texts=texts,
            controls=[c.to_json(lang, starts[c.param]) for c in controls],
            table=make_table(rows_of(first) if table is None else table, columns, lang),
            value=starts,
            lang=lang,
            **kwargs,
        )

    @t.validate("value")
    def _whole_value(self, proposal: dict[str, Any]) -> dict[str, Any]:
        """A value may name some parameters only; the others stay as they are."""
        given: dict[str, Any] = proposal["value"]
        for param, value in given.items():
            if param not in self._controls:
                raise UnknownParam(param, list(self._controls))
            self._controls[param].check(value)
        return {**self.value, **given}

    def print_form(self) -> dict[str, Any]:
        """Return what an edition needs to set the figure on paper, and its whole state for a page."""
        lang = pick_lang(self.texts["description"], self.lang)
        texts = {k: pick(words, lang) if words else "" for k, words in self.texts.items()}
        table = in_language(self.table, lang, strings(self.folder, lang)["missing"])
        state = ("spec", "texts", "controls", "table", "value")
        return {
            "version": 1,
            "kind": "explorable",
            "lang": lang,
            **texts,
            "spec": pick(self.spec, lang),
            "table": table,
            "state": {**{name: getattr(self, name) for name in state}, "lang": lang},
            "answers": {},
        }

    def _static_forms(self, form: dict[str, Any]) -> dict[str, str]:
        return static_forms(form)
