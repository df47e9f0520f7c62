"""Any Altair chart in a lesson shown as our figure: offline, in the theme, with its table."""

from __future__ import annotations

from typing import Any

from kholapath_widgets import Explorable, WidgetError
from kholapath_widgets._shared.locale import pick
from kholapath_widgets.explorable.spec import as_spec

# By name, so that a lesson opens without importing Altair: it costs a second.
_MODULES = ("altair.vegalite.v6.api", "altair.vegalite.v5.api")

# A learner's own chart is shown even when it says nothing of itself; `kholapath check` asks authors.
_UNDESCRIBED = {
    "en": "A chart made in this notebook; its figures are in the table.",
    "bn": "এই নোটবুকে বানানো একটি চার্ট; এর সংখ্যাগুলো সারণিতে আছে।",
}


def register(shell: Any, lang: str = "en") -> None:
    """Show every Altair chart of an IPython `shell` as an `Explorable` in `lang`."""

    def bundle(chart: Any, **options: Any) -> Any:
        try:
            return as_explorable(chart, lang)._repr_mimebundle_(**options)
        except WidgetError as error:
            return {"text/plain": str(error)}, {}

    for module in _MODULES:
        shell.display_formatter.mimebundle_formatter.for_type_by_name(
            module, "TopLevelMixin", bundle
        )


def as_explorable(chart: Any, lang: str = "en") -> Explorable:
    """Return a chart as a figure: its title becomes the figure's, its description the alt text.

    Parameters
    ----------
    chart
        Altair's, or a Vega-Lite dict.
    """
    spec = as_spec(chart)
    title, subtitle = _titles(spec.pop("title", ""))
    described = spec.pop("description", "") or title or pick(_UNDESCRIBED, lang)
    return Explorable(spec, title=title, subtitle=subtitle, description=described, lang=lang)


def _titles(title: Any) -> tuple[str, str]:
    """Return title and subtitle of a Vega-Lite ``title``: a text, its lines, or an object of both."""
    if isinstance(title, dict):
        return _line(title.get("text", "")), _line(title.get("subtitle", ""))
    return _line(title), ""


def _line(text: Any) -> str:
    return " ".join(map(str, text)) if isinstance(text, list) else str(text)
