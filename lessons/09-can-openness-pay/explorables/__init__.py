"""The figure of lesson 9. Every price in it comes from a table; the cost is the reader's assumption."""

from __future__ import annotations

from .margin import what_is_left

__all__ = ["what_is_left"]
