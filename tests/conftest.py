"""Every test has a course of its own, and never sees or touches anybody's answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from chromium import CHROMIUM
from filelock import FileLock
from playwright.sync_api import Browser, expect, sync_playwright
from sample_course import SampleCourse

from kholapath.lesson.execute import execute

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


@pytest.fixture(scope="session")
def executed(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[Path], Any]:
    """Run a lesson's notebook: once for all tests, whichever worker asks first."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent

    def run(path: Path) -> Any:
        done = shared / f"{path.parent.name}.{path.name}"
        with FileLock(f"{done}.lock"):
            if not done.exists():
                nbformat.write(execute(nbformat.read(path, as_version=4), path), done)
        return nbformat.read(done, as_version=4)

    return run


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
