"""The base of every teaching widget: what it is on a screen, and what it is everywhere else."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import ipywidgets
import traitlets as t

from ._errors import UnknownOption
from ._layout import LayoutOnDemand
from ._mime import PRINT_MIME as PRINT_MIME  # noqa: PLC0414 - the base is where widgets look for it

# A view's code is saved with every widget that carries it, so a widget carries this line alone
# and the code itself travels once a notebook, in the ViewRuntime it points to.
_STUB = """export default {
render: async p => (await p.host.getWidget(p.model.get("runtime"))).exports.mount(p)
}"""


def _one_line(value: Any, _widget: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def written(trait: t.Instance[Any]) -> t.Instance[Any]:
    """Make a trait of what was written for a widget: the browser reads it and never sets it.

    It travels as one text, which `asRuntime` reads again: a saved notebook gives every field of
    a state a line and its indent, a tenth of a question.
    """
    return trait.tag(sync=True, to_json=_one_line)


class ViewRuntime(anywidget.AnyWidget):
    """The browser code of one kind of widget, shared by all of that kind in a notebook."""


@cache
def _runtime_class(folder: Path) -> type[ViewRuntime]:
    body = {"_esm": folder / "view.js", "_css": folder / "view.css", "__module__": __name__}
    return type(f"{folder.name.title()}View", (ViewRuntime,), body)


def _register_containers() -> None:
    from ._containers import register

    register()


_runtimes: dict[Path, ViewRuntime] = {}


def runtime_of(folder: Path) -> ViewRuntime:
    """Return the one live runtime for the view in `folder`, making it at first use."""
    runtime = _runtimes.get(folder)
    if runtime is None or runtime.comm is None:  # closed, as by Widget.close_all()
        runtime = _runtimes[folder] = _runtime_class(folder)()
    return runtime


class TeachingWidget(LayoutOnDemand, anywidget.AnyWidget, ipywidgets.ValueWidget):  # type: ignore[misc]  # untyped
    """A widget that keeps a faithful form everywhere.

    A subclass names its `folder` (where ``view.ts`` is built to ``view.js``) and writes
    `print_form`; `print_html`, `print_markdown` and `print_text` follow from that.
    """

    folder: ClassVar[Path]
    _esm = _STUB

    runtime = anywidget.WidgetTrait().tag(sync=True)
    lang = t.Unicode("en", help="BCP 47 tag of the language shown").tag(sync=True)
    value = t.Any(None, allow_none=True, help="the learner's answer or setting, as JSON").tag(
        sync=True
    )

    def __init__(self, **kwargs: Any) -> None:
        allowed = [name for name in self.trait_names() if not name.startswith("_")]
        for name in kwargs:
            if name not in allowed and not self.has_trait(name):
                raise UnknownOption(type(self).__name__, name, allowed)
        super().__init__(runtime=runtime_of(self.folder), **kwargs)
        _register_containers()

    def print_form(self) -> dict[str, Any]:
        """Return what an edition needs to set this widget on paper.

        Returns
        -------
        ``{"version": 1, "kind": ..., "lang": ..., ...}``, JSON; whatever gives an answer away
        lies under ``"answers"`` and nowhere else.
        """
        raise NotImplementedError

    def _static_forms(self, form: dict[str, Any]) -> dict[str, str]:
        """Return the form as ``text/html`` (no script), ``text/markdown`` and ``text/plain``."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        live = super()._repr_mimebundle_(**kwargs)
        if live is None:
            return None
        data, metadata = live
        form = self.print_form()
        return {**data, PRINT_MIME: form, **self._static_forms(form)}, metadata
