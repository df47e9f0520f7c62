"""What a format cannot hold is said, a line each, by item and reason: never dropped in silence."""

from __future__ import annotations

import logging

_log = logging.getLogger("kholapath")


class Losses:
    """Says what is left out.

    Parameters
    ----------
    system
        The format, as it ends the sentence: ``GIFT has no place for it``.
    """

    def __init__(self, system: str) -> None:
        self.system = system

    def part(self, item: str, what: str, why: str = "") -> None:
        """Say that a part of an item is left out; `what` opens the sentence: ``the hints are``."""
        it = "them" if what.endswith(" are") else "it"
        reason = why or f"{self.system} has no place for {it}"
        _log.warning("item %s: %s left out: %s", item, what, reason)

    def item(self, item: str, why: str = "") -> None:
        """Say that a whole item is left out."""
        _log.warning("item %s: left out: %s", item, why or f"{self.system} has no such question")
