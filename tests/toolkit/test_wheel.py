"""What pip installs: all of the browser side, the lessons, fonts and words, and nothing of ours."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = "kholapath-0.1.0.data/data"
LAB = f"{DATA}/share/jupyter/labextensions/@kholapath/lab"
STALE = [
    "toolkit/kholapath/labextension/build_log.json",
    "toolkit/kholapath/labextension/static/old.js.map",
    "toolkit/labextension/lib/old.js",
    "widgets/kholapath_widgets/gone/view.js",
    "toolkit/kholapath/editions/gone/host.css",
]

Wheel = dict[str, bytes]


def tracked() -> list[str]:
    """Return the files that are in git, or would be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if (ROOT / name).is_file()]


def packed_as(file: Path, root: Path) -> str:
    """Return a source's name in its package: `root` and the source root left out."""
    return Path(*file.relative_to(root).parts[1:]).as_posix()


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources, among the leavings of an older development build."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in tracked():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    for name in STALE:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("stale")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


@pytest.fixture(scope="module")
def wheel(checkout: Path) -> Wheel:
    """The files of a wheel built for release, by name."""
    own = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    skip = {"HATCH_JUPYTER_BUILDER_SKIP_NPM": "1"}  # `npm install` would look at the network
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", "out"]
    for command in (["npm", "run", "build:prod"], [*pip, "."]):
        done = subprocess.run(
            command,
            cwd=checkout,
            env=os.environ | own | skip,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    [file] = (checkout / "out").glob("*.whl")
    with zipfile.ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_notices_of_bundled_packages_go_with_them(wheel: Wheel) -> None:
    notices = wheel["kholapath_widgets/THIRD-PARTY.txt"].decode()
    page = wheel["kholapath/editions/page/host.js"].decode()
    for holder in ("University of Washington Interactive Data Lab", "Mike Bostock"):
        assert holder in notices
        assert holder in page
    assert "dompurify" in notices


def test_every_view_and_host_is_bundled(wheel: Wheel, checkout: Path) -> None:
    views = checkout.glob("widgets/kholapath_widgets/*/view.ts")
    sources = [*views, *checkout.glob("toolkit/kholapath/editions/**/host.ts")]
    assert len(sources) > 2
    bundles = [packed_as(source.with_suffix(".js"), checkout) for source in sources]
    assert [name for name in bundles if name not in wheel] == []


def test_the_lab_extension_is_there_and_points_at_its_files(wheel: Wheel) -> None:
    package = json.loads(wheel[f"{LAB}/package.json"])
    assert f"{LAB}/{package['jupyterlab']['_build']['load']}" in wheel
    assert json.loads(wheel[f"{LAB}/install.json"])["packageName"] == "kholapath"


def test_nothing_of_a_development_build_is_in_it(wheel: Wheel) -> None:
    left = re.compile(
        r"\.tsx?$|\.map$|build_log|/gone/|/old\.|\.pyc$|\.ipynb_checkpoints|(^|/)tests/"
    )
    assert [name for name in wheel if left.search(name)] == []
    scripts = [name for name in wheel if name.endswith(".js")]
    assert [name for name in scripts if re.search(rb"sourceMappingURL=\S+\.map", wheel[name])] == []


def test_no_file_names_a_folder_of_this_machine(wheel: Wheel, checkout: Path) -> None:
    folders = [str(folder).encode() for folder in (ROOT, checkout, Path.home())]
    named = [name for name, data in wheel.items() if any(f + b"/" in data for f in folders)]
    assert named == []


def test_every_lesson_and_table_is_in_it(wheel: Wheel, checkout: Path) -> None:
    files = [f.relative_to(checkout) for f in checkout.glob("lessons/**/*") if f.is_file()]
    assert [f for f in files if f"{DATA}/share/kholapath/{f.as_posix()}" not in wheel] == []
    assert f"{DATA}/share/kholapath/lessons/course.yaml" in wheel


def test_every_font_comes_with_its_licence(wheel: Wheel) -> None:
    fonts = [Path(name).stem for name in wheel if re.match(r"kholapath/fonts/.*\.ttf", name)]
    families = {re.sub(r"(?<!^)(?=[A-Z])", "-", font.split("_")[0]).lower() for font in fonts}
    assert len(families) == 5
    for family in families:
        assert b"SIL OPEN FONT LICENSE" in wheel[f"kholapath/fonts/OFL-{family}.txt"].upper()


def test_the_words_and_the_servers_settings_are_in_it(wheel: Wheel, checkout: Path) -> None:
    words = [f for f in checkout.glob("*/kholapath*/**/*.json") if "labextension" not in f.parts]
    assert [f for f in words if packed_as(f, checkout) not in wheel] == []
    assert "kholapath/locale/bn_BD/LC_MESSAGES/kholapath.json" in wheel
    assert f"{DATA}/etc/jupyter/jupyter_server_config.d/kholapath.json" in wheel
    assert f"{DATA}/share/jupyter/lab/settings/overrides.d/kholapath.json" in wheel


def test_the_licences_are_in_it(wheel: Wheel) -> None:
    for name in ("LICENSE", "LICENSE-CONTENT.md"):
        assert f"kholapath-0.1.0.dist-info/licenses/{name}" in wheel


def test_no_lock_names_a_host() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text("utf-8")
    for name in ("constraints.txt", "binder/requirements.txt"):
        assert "://" not in (ROOT / name).read_text("utf-8")
