"""A chart's specification, made ready: offline, without bare inputs, with its parameters set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kholapath_widgets._errors import ChartError, UnknownParam

from .controls import AnyControl, Choose
from .sentence import to_expression

Spec = dict[str, Any]

WIDTH = 640  # px, until a view knows its own
SENTENCE = "sentence"
# Every chart has these: true below 480 px, and true on paper, where nothing moves.
STATES = ("narrow", "paper")

# Channels that load or lead somewhere: a chart on a page asks for nothing.
_FORBIDDEN = {"href", "url", "usermeta", "$schema", "bind"}
_COMPOUND = {"concat", "hconcat", "vconcat", "repeat", "facet"}


def as_spec(chart: Any) -> Spec:
    """Return a chart's own copy of its Vega-Lite specification; it may be Altair's or a dict."""
    spec = chart.to_dict() if hasattr(chart, "to_dict") else chart
    if not isinstance(spec, Mapping):
        raise ChartError(
            f"A chart is an Altair chart or a Vega-Lite dict, not {type(chart).__name__}."
        )
    clean: Spec = _without_loads(spec)
    return clean


def _without_loads(value: Any, inside: str = "") -> Any:
    if isinstance(value, Mapping):
        if inside == "data" and "url" in value:
            raise ChartError(
                f"The chart loads {value['url']!r}. Put the rows themselves in the chart."
            )
        # rows are the author's: a column may well be called "url"
        rows = inside in ("values", "datasets")
        return {
            k: v if rows or k == "values" else _without_loads(v, k)
            for k, v in value.items()
            if rows or k not in _FORBIDDEN
        }
    if isinstance(value, list | tuple):
        return [v if inside == "values" else _without_loads(v, inside) for v in value]
    return value


def prepare(spec: Spec, controls: Sequence[AnyControl], sentence: str | None) -> Spec:
    """Return `spec` with every parameter that its view and its paper need."""
    params = {p["name"]: p for p in spec.get("params", [])}
    for control in controls:
        params[control.param] = {"name": control.param, "value": start(spec, control)}
    for state in STATES:
        params.setdefault(state, {"name": state, "value": False})
    ready = {**spec, "params": list(params.values())}
    if sentence:
        ready["params"].append({"name": SENTENCE, "expr": to_expression(sentence)})
    if not _COMPOUND & ready.keys():
        ready["width"] = WIDTH
        ready["autosize"] = {"type": "fit-x", "contains": "padding"}
    return ready


def start(spec: Spec, control: AnyControl) -> Any:
    """Return where a control starts: its own value, else its parameter's, else the first option."""
    own = {p["name"]: p["value"] for p in spec.get("params", []) if "value" in p}
    if control.value is not None:
        return control.check(control.value)
    if control.param in own:
        return control.check(own[control.param])
    if isinstance(control, Choose):
        return control.options[0]["value"]
    raise UnknownParam(control.param, list(own))


def rows_of(spec: Any) -> list[Mapping[str, Any]]:
    """Return the longest list of rows in a specification: what its table shows by default."""
    return max(_all_rows(spec), key=len, default=[])


def _all_rows(value: Any) -> Iterator[list[Mapping[str, Any]]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "values" or key.startswith("data-"):  # Altair names its datasets data-…
                rows = inner if isinstance(inner, list) else []
                yield [row for row in rows if isinstance(row, Mapping)]
            else:
                yield from _all_rows(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _all_rows(inner)
