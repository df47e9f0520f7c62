"""Text that can be set: characters that no font of ours has, and marks that turn text round."""

from __future__ import annotations

import functools
import logging
import re
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parents[2] / "fonts"
MISSING = "\ue000"  # the template draws it as an empty box

_log = logging.getLogger("kholapath")
# Every font has these; anything else is looked up, which costs reading the fonts.
_COMMON = re.compile("[\t\n -~ -ÿ\u0964-\u0965ঁ-৺–—‘’“”…\u200c\u200d]+")
# Controls, bidirectional overrides, surrogates, private use, tags and variation selectors.
_DROP = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\ufeff\ufff0-\ufffc\ufffe\uffff\U000e0000-\U000e01ef]"
)


@functools.cache
def _coverage() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    text = [f for f in FONTS.glob("*_400Regular.ttf") if "Serif" not in f.name]
    return frozenset(c for f in text for c in TTFont(f, lazy=True).getBestCmap())


def settable(text: str, place: str) -> str:
    """Return `text` without control marks, with an empty box for each character we cannot draw.

    What was replaced is logged with `place`, so that nothing is lost silently.
    """
    text = _DROP.sub("", text)
    rest = set(_COMMON.sub("", text))
    gone = {c for c in rest if c == "\ufffd" or ord(c) not in _coverage()} if rest else set()
    if gone:
        said = "%s: no font on paper has %s; an empty box stands there"
        _log.warning(said, place, " ".join(sorted(gone)))
        text = "".join(MISSING if c in gone else c for c in text)
    return text


def cleaned(value: Any, place: str) -> Any:
    """Return a JSON value with every text in it settable."""
    if isinstance(value, str):
        return settable(value, place)
    if isinstance(value, dict):
        return {k: cleaned(v, place) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [cleaned(v, place) for v in value]
    return value
