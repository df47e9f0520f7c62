"""What a class waits for in JupyterLab: ten quizzes, from the run of all cells until all are shown."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any

import nbformat
from browser.lab_server import LabServer
from playwright.sync_api import Browser

from kholapath_widgets.question.types import FOLDER

QUIZZES, QUESTIONS = 10, 3
KERNEL = 60_000  # ms
READY = """() => {
  const kernel = window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;
  return kernel?.connectionStatus === "connected" && kernel.status === "idle";
}"""
# Empties the notebook's outputs, runs it, and waits in frames until every question can be answered.
RUN = """async wanted => {
  const { commands } = window.jupyterapp;
  await commands.execute("notebook:clear-all-cell-outputs");
  const shown = () => [...document.querySelectorAll(".kp-quiz .kp-question")]
    .filter(el => el.checkVisibility() && el.querySelector("input, select, textarea")).length;
  while (shown()) await new Promise(requestAnimationFrame);
  const start = performance.now();
  const run = commands.execute("notebook:run-all-cells");
  while (shown() < wanted) await new Promise(requestAnimationFrame);
  const took = performance.now() - start;
  await run;
  return took;
}"""


def notebook() -> Any:
    """Make the notebook: ten quizzes, a cell each, of questions in turn from the types' examples."""
    names = ["choice", "numeric", "choices", "text", "matching", "ordering"]
    read = {name: str(FOLDER / name / "example.yaml") for name in names}
    first = (
        "from kholapath_widgets import Quiz, load_items\n"
        f"items = [item for file in {list(read.values())!r} for item in load_items(file).values()]\n"
        "questions = [item.authored_form() for item in items]"
    )
    cells = [nbformat.v4.new_code_cell(first)]
    for n in range(QUIZZES):
        chosen = f"[{{**questions[(i + {n}) % len(questions)]}} for i in range({QUESTIONS})]"
        cells.append(
            nbformat.v4.new_code_cell(f'Quiz("Quiz {n + 1}", {chosen}, id="quiz-{n}", lang="bn")')
        )
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def measure_lab(
    folder: Path, browser: Browser, times: int = 5
) -> list[tuple[str, float, float, str]]:
    """Return (what, measured, budget, unit) for ten quizzes on a notebook."""
    lab = LabServer(folder)
    try:
        nbformat.write(notebook(), lab.course.folder / "ten.ipynb")
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(lab.address("ten.ipynb"))
        page.wait_for_function(READY, timeout=KERNEL)
        first = page.evaluate(RUN, QUIZZES * QUESTIONS)
        again = [page.evaluate(RUN, QUIZZES * QUESTIONS) for _ in range(times)]
        page.close()
    finally:
        lab.stop()
    return [
        ("ten quizzes in Lab, the first run", first, 3000, "ms"),  # with the import, a kernel cold
        ("ten quizzes in Lab, run to visible", statistics.median(again), 500, "ms"),
    ]
