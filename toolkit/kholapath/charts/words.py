"""Words with figures in them, as each language writes its numbers."""

from __future__ import annotations

from collections.abc import Mapping

from kholapath_widgets._shared.locale import format_number


class _Figure(float):
    """A number that `str.format` writes in one language."""

    lang = "en"

    def __format__(self, spec: str) -> str:
        return format_number(self, self.lang, int(spec.strip(".f")) if spec else None)


def fill(words: Mapping[str, str], **figures: float | str) -> dict[str, str]:
    """Return texts by language with their ``{name}`` filled in.

    Parameters
    ----------
    words
        Templates by BCP 47 tag, as ``{"en": "{times:.0f} times", "bn": "{times:.0f} গুণ"}``; the
        format says how many digits stand after the point, none how many there are.
    figures
        What to fill in: numbers, grouped and in the digits of each language; or names.
    """
    return {
        tag: template.format(**{name: _figure(value, tag) for name, value in figures.items()})
        for tag, template in words.items()
    }


def _figure(value: float | str, lang: str) -> float | str:
    if isinstance(value, str):
        return value
    figure = _Figure(value)
    figure.lang = lang
    return figure
