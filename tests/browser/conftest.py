"""Real Chromium, real JupyterLab: one of each for all tests, a fresh page for every one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser.lab_server import LabServer
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebError,
)

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


@pytest.fixture(scope="module")
def one_page(browser: Browser) -> Iterator[tuple[Page, Watch]]:
    context, watch = browser.new_context(), Watch()
    watch.over(context)
    yield context.new_page(), watch
    context.close()


@pytest.fixture
def page(one_page: tuple[Page, Watch]) -> Iterator[Page]:
    """The page that a module's tests share, for what needs none of its own."""
    page, watch = one_page
    watch.errors.clear()
    yield page
    assert watch.external == []
    assert watch.errors == []


def axe(page: Page, *within: str) -> list[str]:
    """Return what axe finds against WCAG 2.2 AA in the page, or within these selectors alone."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "([within, tags]) => axe.run(within.length ? {include: within} : document,"
        " {runOnly: {type: 'tag', values: tags}})",
        [[[selector] for selector in within], WCAG],
    )
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
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
