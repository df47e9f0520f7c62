"""What a reader of the page waits for: the first answer, and the chart under the slider."""

from __future__ import annotations

import statistics
from pathlib import Path

from playwright.sync_api import Browser

# Sets the first chart's slider step by step; a step ends in the frame that shows the new drawing.
SLIDE = """async () => {
  const slider = document.querySelector('.kp-explorable input[type=range]');
  const chart = slider.closest('.kp-explorable').querySelector('svg');
  const times = [];
  const [low, high] = [Number(slider.min), Number(slider.max)];
  for (let i = 0; i < 120; i++) {
    const drawn = new Promise(done => new MutationObserver((_, o) => { o.disconnect(); done(); })
      .observe(chart, {subtree: true, childList: true, attributes: true, characterData: true}));
    const start = performance.now();
    slider.value = low + (high - low) * ((i * 7) % 120 + 1) / 121;
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    await drawn;
    times.push(performance.now() - start);
  }
  return times;
}"""


def measure_page(
    page_file: Path, browser: Browser, loads: int = 5
) -> list[tuple[str, float, float, str]]:
    """Return (what, measured, budget, unit) for the page in `page_file`."""
    interactive = [_load(browser, page_file) for _ in range(loads)]
    page = browser.new_page()
    page.goto(page_file.as_uri())
    page.wait_for_selector(".kp-explorable svg")
    steps = sorted(page.evaluate(SLIDE))
    memory = page.evaluate("performance.memory.usedJSHeapSize") / 2**20
    page.close()
    return [
        ("page load to interactive, median", statistics.median(interactive), 1000, "ms"),
        ("slider to redraw, p95", steps[int(len(steps) * 0.95)], 16.7, "ms"),
        ("page heap", memory, 100, "MB"),
    ]


def _load(browser: Browser, page_file: Path) -> float:
    """Milliseconds from navigation until every question and chart of a fresh page answers."""
    page = browser.new_page()
    page.goto(page_file.as_uri())
    page.wait_for_selector("html[data-interactive]")
    mark: float = page.evaluate(
        "performance.getEntriesByName('kholapath-interactive')[0].startTime"
    )
    page.close()
    return mark
