"""The layout of a teaching widget, made when somebody asks for it.

ipywidgets gives every widget a layout: one more model in the kernel, in the browser and in the
saved notebook, all of whose 40 settings are mostly null. Few lessons set one.
"""

from __future__ import annotations

from typing import Any

import ipywidgets
from ipywidgets.widgets.trait_types import InstanceDict
from traitlets import default, observe


class _OnDemand(InstanceDict):  # type: ignore[misc]  # untyped
    """A layout that is set, and so told to the browser, when it is first read."""

    def get(self, obj: Any, cls: Any = None) -> Any:
        if self.name not in obj._trait_values:  # noqa: SLF001 - to look without asking for it
            obj.set_trait(self.name, self.klass())
        return super().get(obj, cls)


class LayoutOnDemand(ipywidgets.DOMWidget):  # type: ignore[misc]  # untyped
    """A widget whose `layout` is as any other's, and is sent only once it is there."""

    keys: list[str]
    layout = _OnDemand(ipywidgets.Layout).tag(sync=True, **ipywidgets.widget_serialization)

    @default("keys")
    def _keys_at_first(self) -> list[str]:
        return [name for name in self._default_keys() if name != "layout"]

    @observe("layout")
    def _send_it(self, _change: Any) -> None:
        if "layout" not in self.keys:
            self.keys = [*self.keys, "layout"]
            self.send_state("layout")
