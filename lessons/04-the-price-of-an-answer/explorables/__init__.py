"""The three figures of lesson 4. Every number in them comes from a table; the words are here."""

from __future__ import annotations

from .hosts import one_model_many_hosts
from .prices import price_history
from .rent import token_or_hour

__all__ = ["one_model_many_hosts", "price_history", "token_or_hour"]
