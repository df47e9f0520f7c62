"""Real Chromium, real JupyterLab: one of each for all tests, a fresh page for every one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from browser.lab_server import LabServer
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    WebError,
)

DESK: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 390, "height": 800}
OURS = {"127.0.0.1", "localhost"}
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

NewPage = Callable[..., Page]


class Watch:
    """What pages ask of the network beyond this machine, and what they complain of."""

    def __init__(self) -> None:
        self.external: list[str] = []
        self.errors: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", self._raised)

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "file"} and parts.hostname not in OURS:
            self.external.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _raised(self, error: WebError) -> None:
        self.errors.append(str(error.error))


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def new_page(browser: Browser, watch: Watch) -> Iterator[NewPage]:
    """Open pages, with a context's options; none may ask the network or log an error."""
    contexts: list[BrowserContext] = []

    def made(**options: object) -> Page:
        contexts.append(browser.new_context(**options))  # type: ignore[arg-type]
        watch.over(contexts[-1])
        return contexts[-1].new_page()

    yield made
    for context in contexts:
        context.close()
    assert watch.external == []
    assert watch.errors == []


def _kept(browser: Browser, **options: Any) -> Iterator[tuple[Page, Watch]]:
    context, watch = browser.new_context(**options), Watch()
    watch.over(context)
    yield context.new_page(), watch
    context.close()


def _taken(kept: tuple[Page, Watch]) -> Iterator[Page]:
    page, watch = kept
    watch.errors.clear()
    yield page
    assert watch.external == []
    assert watch.errors == []


@pytest.fixture(scope="module")
def one_page(browser: Browser) -> Iterator[tuple[Page, Watch]]:
    yield from _kept(browser, viewport=DESK)


@pytest.fixture
def page(one_page: tuple[Page, Watch]) -> Iterator[Page]:
    """The page that a module's tests share, for what needs none of its own."""
    if one_page[0].viewport_size != DESK:
        one_page[0].set_viewport_size(DESK)
    yield from _taken(one_page)


@pytest.fixture(scope="module")
def one_phone(browser: Browser) -> Iterator[tuple[Page, Watch]]:
    yield from _kept(browser, viewport=PHONE, has_touch=True)


@pytest.fixture
def phone(one_phone: tuple[Page, Watch]) -> Iterator[Page]:
    """As `page`, under a finger."""
    yield from _taken(one_phone)


def axe(page: Page, *within: str, beside: Sequence[str] = ()) -> list[str]:
    """Return what axe finds against WCAG 2.2 AA in the page, or within these selectors alone.

    Parameters
    ----------
    beside
        Tags of further rules, as ``best-practice``.
    """
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        """([within, tags]) => axe.run(
          within.length ? { include: within } : document,
          // it would describe each element that is right, too: three quarters of its time
          { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] },
        ).then((result) => result.violations)""",
        [[[selector] for selector in within], [*WCAG, *beside]],
    )
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


@pytest.fixture(scope="session")
def lab_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabServer]:
    server = LabServer(tmp_path_factory.mktemp("lab"))
    yield server
    server.stop()


@pytest.fixture
def lab(lab_server: LabServer) -> LabServer:
    """JupyterLab as on its first day."""
    lab_server.fresh()
    return lab_server
