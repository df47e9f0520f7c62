"""Every test has a course of its own, and never sees or touches anybody's answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_course import SampleCourse


@pytest.fixture(autouse=True)
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "store" / "progress.sqlite3"
    monkeypatch.setenv("KHOLAPATH_PROGRESS", str(path))
    for name in ("KHOLAPATH_LESSONS", "KHOLAPATH_LANG", "JPY_SESSION_NAME"):
        monkeypatch.delenv(name, raising=False)
    return path


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SampleCourse:
    """A course without fault, in the current folder."""
    made = SampleCourse(tmp_path / "lessons")
    monkeypatch.chdir(made.folder)
    return made
