"""The sentence under a chart: a template compiled to one Vega expression.

``"At **{price:$,.2f}** an hour"`` becomes ``"At **" + format(price, "$,.2f") + "** an hour"``, so
that the browser and the paper's engine say the same, in the digits of the language.
"""

from __future__ import annotations

import json
import re

from kholapath_widgets._errors import ChartError

_TOKEN = re.compile(r"""\{\{|\}\}|\{((?:[^{}"']|"[^"]*"|'[^']*')*)\}|[{}]""")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")


def to_expression(template: str) -> str:
    """Compile a template to a Vega expression that gives a string.

    Parameters
    ----------
    template
        Words with ``**bold**``, and ``{expression:format}`` where a value belongs: a Vega
        expression over the chart's parameters, and a d3 number format or none.
        ``{{`` and ``}}`` stand for the braces themselves.
    """
    terms: list[str] = []
    end = 0
    for match in _TOKEN.finditer(template):
        terms.append(_quote(template[end : match.start()]))
        end = match.end()
        found, inside = match.group(), match.group(1)
        if found in ("{{", "}}"):
            terms.append(_quote(found[0]))
        elif inside is None or not inside.strip():
            raise ChartError(
                f"A brace in the sentence {template!r} does not open and close a value."
            )
        else:
            terms.append(_value(inside))
    terms.append(_quote(template[end:]))
    return " + ".join(t for t in terms if t) or "''"


def _quote(words: str) -> str:
    return json.dumps(words, ensure_ascii=False) if words else ""


def _value(inside: str) -> str:
    """One ``{expression:format}``; the colon of an ``a ? b : c`` is not the format's."""
    bare = _QUOTED.sub(lambda m: "_" * len(m.group()), inside)
    if bare.count(":") > bare.count("?"):
        at = bare.rindex(":")
        return f"format({inside[:at].strip()}, {json.dumps(inside[at + 1 :].strip())})"
    return f"({inside.strip()})"
