"""`make bench`: speed as ratios, two commands side by side in one run.

Each row pairs what we measure with what it is compared to, taken in turns so that a busy machine
slows both; the figure is the ratio of their medians. Memory is the peak of the whole process.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from chromium import CHROMIUM
from playwright.sync_api import sync_playwright

from .browser import measure_page
from .lab import measure_lab
from .process import Run, compare

BIN = Path(sys.executable).parent
LESSON = "03-the-price-of-a-model"
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def executed_lesson(folder: Path, lang: str) -> Path:
    """Run the lesson once; both sides of a ratio then read this same notebook."""
    import nbformat

    from kholapath.lesson.course import find_course
    from kholapath.lesson.execute import execute

    source = find_course().find(LESSON).notebooks[lang]
    notebook = execute(nbformat.read(source, as_version=4), source)
    target = folder / f"lesson.{lang}.ipynb"
    nbformat.write(notebook, target)
    return target


def rows(folder: Path) -> list[tuple[str, Run, Run, float]]:
    """Measure every pair: name, ours, theirs, the most the ratio may be."""
    notebook = executed_lesson(folder, "bn")
    plain = [
        str(BIN / "jupyter"),
        "nbconvert",
        "--to",
        "html",
        "--output-dir",
        str(folder / "plain"),
        str(notebook),
    ]

    def export(edition: str) -> list[str]:
        return [
            str(BIN / "kholapath"),
            "export",
            str(notebook),
            "--to",
            edition,
            "--out",
            str(folder / edition),
        ]

    def importing(package: str) -> list[str]:
        return [sys.executable, "-c", f"import {package}"]

    return [
        ("page / nbconvert html", *compare(export("page"), plain), 1.3),
        ("handout / nbconvert html", *compare(export("handout"), plain), 1.2),
        (
            "import kholapath_widgets / anywidget",
            *compare(importing("kholapath_widgets"), importing("anywidget"), 15),
            1.3,
        ),
    ]


def measured_in_browser(page: Path, folder: Path) -> list[tuple[str, float, float, str]]:
    """Measure the page, and JupyterLab in `folder`: name, value, the most it may be, unit."""
    folder.mkdir()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        measured = measure_page(page, browser) + measure_lab(folder, browser)
        browser.close()
    return measured


def main() -> int:
    """Print the table; the exit code says whether every ratio is within its budget."""
    folder = Path(tempfile.mkdtemp())
    try:
        table = rows(folder)
        shown = measured_in_browser(next((folder / "page").glob("*.html")), folder / "lab")
    finally:
        shutil.rmtree(folder)
    print(f"{'':40}{'ours':>16}{'theirs':>16}{'ratio':>8}{'budget':>8}")
    within = True
    for name, ours, theirs, budget in table:
        ratio = statistics.median(ours.seconds) / statistics.median(theirs.seconds)
        within &= ratio <= budget
        print(f"{name:40}{ours!s:>16}{theirs!s:>16}{ratio:8.2f}{budget:8.2f}")
    for name, value, budget, unit in shown:
        within &= value <= budget
        print(
            f"{name:40}{value:13.1f} {unit:2}{f'{budget:g} {unit}':>16}{value / budget:8.2f}{1:8.2f}"
        )
    return 0 if within else 1


if __name__ == "__main__":
    raise SystemExit(main())
