"""What Binder builds from this repository, as far as it can be seen without Docker."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


def pins(name: str) -> dict[str, str]:
    """Return the versions that a file pins; every line of it must."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if not line.startswith("#")]
    found = [re.fullmatch(r"([\w.-]+)==([\w.+!]+)", line) for line in wanted]
    assert all(found), [line for line, pin in zip(wanted, found, strict=True) if not pin]
    return {str(canonicalize_name(pin[1])): pin[2] for pin in found if pin}


@pytest.fixture(scope="module")
def dockerfile() -> str:
    """Everything that repo2docker says, the Dockerfile among it."""
    program = Path(sys.executable).with_name("jupyter-repo2docker")
    done = subprocess.run(
        [program, "--no-build", "--debug", "."],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


def test_it_builds_with_python_3_12(dockerfile: str) -> None:
    assert "Building conda environment for python=3.12" in dockerfile


def test_the_pinned_packages_come_before_the_project(dockerfile: str) -> None:
    """A new lesson then rebuilds the last step only."""
    steps = ['-r "binder/requirements.txt"', " src/ ${REPO_DIR}/", "./binder/postBuild"]
    at = [dockerfile.rindex(step) for step in steps]
    assert at == sorted(at)


def test_what_is_pinned_for_binder_is_what_was_tested() -> None:
    assert pins("binder/requirements.txt").items() <= pins("constraints.txt").items()


def test_everything_the_project_asks_for_is_pinned() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    extras = project["optional-dependencies"]
    asked = {
        Requirement(text).name for text in project["dependencies"] + extras["lab"] + extras["pdf"]
    }
    missing = {str(canonicalize_name(name)) for name in asked - {"kholapath"}}
    assert missing - set(pins("binder/requirements.txt")) == set()


def test_the_last_step_can_be_run() -> None:
    script = ROOT / "binder" / "postBuild"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", script], check=True)


def test_the_badge_opens_a_notebook_that_there_is() -> None:
    for name in ("README.md", "README.bn.md"):
        badge = re.search(
            r"mybinder\.org/v2/gh/\S+urlpath=lab/tree/([^)\s]+)", (ROOT / name).read_text("utf-8")
        )
        assert badge
        assert (ROOT / badge[1]).is_file()
