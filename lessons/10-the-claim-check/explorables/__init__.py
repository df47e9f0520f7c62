"""The figure of lesson 10: which of the fifteen claims hold."""

from __future__ import annotations

from .verdicts import which_claims_hold

__all__ = ["which_claims_hold"]
