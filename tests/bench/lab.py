"""What a class waits for in JupyterLab: ten quizzes, from the run of all cells until all are shown."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any

import nbformat
from browser.lab_server import LabServer
from playwright.sync_api import Browser, Page

from kholapath_widgets.question.types import FOLDER

QUIZZES, QUESTIONS = 10, 3
KERNEL = 60_000  # ms
READY = """() => {
  const kernel = window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;
  return kernel?.connectionStatus === "connected" && kernel.status === "idle";
}"""
# Empties the notebook's outputs, runs it, and waits until every question can be answered and the
# frame after that is drawn. What is looked at in each frame must not itself cost a layout.
RUN = """async wanted => {
  const { commands } = window.jupyterapp;
  const frame = () => new Promise(requestAnimationFrame);
  const there = () => [...document.querySelectorAll(".jp-OutputArea .kp-question")]
    .filter(el => el.querySelector("input, select, button"));
  await commands.execute("notebook:clear-all-cell-outputs");
  do { await frame(); await frame(); } while (there().length);
  const start = performance.now();
  const run = commands.execute("notebook:run-all-cells");
  do { await frame(); } while (there().length < wanted);
  await frame();
  const took = performance.now() - start;
  await run;
  if (!there().every(el => el.checkVisibility())) throw new Error("a question is not visible");
  return took;
}"""
# What it is compared to: an anywidget that has the fields and nothing else.
BARE = f"""import anywidget
class Bare(anywidget.AnyWidget):
    _esm = '''export default {{
      render({{ el }}) {{ el.innerHTML = "<p class=kp-question><input></p>".repeat({QUESTIONS}); }},
    }};'''"""


def quizzes() -> Any:
    """Make the notebook: ten quizzes, a cell each, of questions in turn from the types' examples."""
    names = ["choice", "numeric", "choices", "text", "matching", "ordering"]
    read = {name: str(FOLDER / name / "example.yaml") for name in names}
    first = (
        "from kholapath_widgets import Quiz, load_items\n"
        f"items = [item for file in {list(read.values())!r} for item in load_items(file).values()]\n"
        "questions = [item.authored_form() for item in items]"
    )
    chosen = [
        f"[{{**questions[(i + {n}) % len(questions)]}} for i in range({QUESTIONS})]"
        for n in range(QUIZZES)
    ]
    shown = [
        f'Quiz("Quiz {n}", {items}, id="quiz-{n}", lang="bn")' for n, items in enumerate(chosen, 1)
    ]
    return _notebook([first, *shown])


def bare_widgets() -> Any:
    """Make the notebook it is compared to: ten anywidgets of as many fields."""
    return _notebook([BARE, *["Bare()"] * QUIZZES])


def _notebook(sources: list[str]) -> Any:
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def measure_lab(
    folder: Path, browser: Browser, times: int = 7
) -> list[tuple[str, float, float, str]]:
    """Return (what, measured, budget, unit) for ten quizzes on a notebook."""
    lab = LabServer(folder)
    try:
        pages = [_opened(lab, browser, made()) for made in (quizzes, bare_widgets)]
        first, _ = (page.evaluate(RUN, QUIZZES * QUESTIONS) for page in pages)
        # in turns, so that a busy machine slows both
        taken = [[page.evaluate(RUN, QUIZZES * QUESTIONS) for page in pages] for _ in range(times)]
    finally:
        lab.stop()
    ours, theirs = (statistics.median(column) for column in zip(*taken, strict=True))
    return [
        ("ten quizzes in Lab, the first run", first, 3000, "ms"),  # with the import, a kernel cold
        ("ten quizzes in Lab, run to visible", ours, 500, "ms"),
        ("as a share of ten bare anywidgets", 100 * ours / theirs, 150, "%"),
    ]


def _opened(lab: LabServer, browser: Browser, made: Any) -> Page:
    name = f"{len(browser.contexts)}.ipynb"
    nbformat.write(made, lab.course.folder / name)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(lab.address(name))
    page.wait_for_function(READY, timeout=KERNEL)
    return page
