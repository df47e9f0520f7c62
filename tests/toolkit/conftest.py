"""What several tests of the toolkit are given."""

from __future__ import annotations

import pytest
from lms_sample import Ready

from kholapath_widgets.question.types import item_types


@pytest.fixture
def ready_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the samples hand an edition any interaction, as if a type of question had it."""
    monkeypatch.setitem(item_types(), Ready.NAME, Ready)
