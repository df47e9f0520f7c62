"""Every test has a course of its own, and never sees or touches anybody's answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import CHROMIUM
from playwright.sync_api import Browser, expect, sync_playwright
from sample_course import SampleCourse

PATIENCE = 20_000  # ms: the machine may have other work


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of all tests: playwright can be started only once."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


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
