"""Arrows point one way: lessons use toolkit, toolkit uses widgets, widgets use neither."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import kholapath

ROOT = Path(__file__).parents[2]
HEAVY = ["altair", "pandas", "nbconvert", "nbformat", "jupyterlab", "ipywidgets", "pydantic"]


def imported(folder: str) -> dict[str, set[str]]:
    """The top-level packages that each module of a folder imports."""
    found: dict[str, set[str]] = {}
    for file in (ROOT / folder).rglob("*.py"):
        names: set[str] = set()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
        found[str(file.relative_to(ROOT))] = names
    assert found, f"{folder} has no modules"
    return found


def test_widgets_use_nothing_of_the_toolkit() -> None:
    assert [
        f for f, names in imported("widgets/kholapath_widgets").items() if "kholapath" in names
    ] == []


def test_neither_uses_a_lesson() -> None:
    for folder in ("widgets/kholapath_widgets", "toolkit/kholapath"):
        assert [f for f, names in imported(folder).items() if names & {"lessons", "tests"}] == []


@pytest.mark.parametrize("package", ["kholapath", "kholapath_widgets"])
def test_importing_a_package_loads_nothing_heavy(package: str) -> None:
    code = f"import sys, {package}; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_opening_a_lesson_and_asking_loads_neither_altair_nor_pandas(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from pathlib import Path; from sample_course import SampleCourse, SLUG; import os, kholapath\n"
        f"c = SampleCourse(Path({str(tmp_path / 'c')!r})); os.chdir(c.lesson)\n"
        "kholapath.open_lesson(SLUG).ask('total')._repr_mimebundle_()\n"
        "print([m for m in ('altair', 'pandas', 'nbconvert') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


def test_every_public_name_can_be_had() -> None:
    assert dir(kholapath) == kholapath.__all__
    assert all(getattr(kholapath, name) for name in kholapath.__all__)
    assert not hasattr(kholapath, "opne_lesson")
