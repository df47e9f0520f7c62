"""The two figures of lesson 3. Every number in them comes from a table; the words are here."""

from __future__ import annotations

from .bills import one_model_four_costs
from .cost import what_did_it_cost

__all__ = ["one_model_four_costs", "what_did_it_cost"]
