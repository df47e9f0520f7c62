"""A JupyterLab of our own to look at: private folders, a small course, a free port."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from pathlib import Path
from typing import Any

from sample_course import SLUG, SampleCourse, cell, notebook

from kholapath.progress import Progress

EXPLORABLES = """
from kholapath_widgets import Control, Explorable

def price(data):
    return Explorable(
        {
            "data": {"values": [{"hours": 2}]},
            "transform": [{"calculate": "datum.hours * price", "as": "cost"}],
            "mark": "bar",
            "params": [{"name": "price", "value": 2}],
            "encoding": {
                "x": {"field": "cost", "type": "quantitative", "scale": {"domain": [0, 20]}}
            },
        },
        title={"en": "The hour decides", "bn": "ঘণ্টাই ঠিক করে"},
        description={"en": "One bar.", "bn": "একটি দণ্ড।"},
        source={"en": "A report", "bn": "একটি প্রতিবেদন"},
        controls=[Control("price", {"en": "Price", "bn": "দাম"}, 1, 10, 1, format="$,.0f")],
        sentence={
            "en": "At **{price:$,.0f}** the run costs {price * 2:$,.0f}.",
            "bn": "**{price:$,.0f}** হলে রানের খরচ {price * 2:$,.0f}।",
        },
    )
"""


EXPOSED = {"LabApp": {"expose_app_in_browser": True}}  # as window.jupyterapp
STORE = Path("store", "progress.sqlite3")


def course_to_explore(folder: Path) -> SampleCourse:
    """The sample course, with a chart to turn in its notebooks."""
    course = SampleCourse(folder)
    course.write(f"{SLUG}/explorables.py", EXPLORABLES)
    for lang in ("en", "bn"):
        nb = notebook(lang)
        nb["cells"].insert(-1, cell("chart", 'lesson.explore("price")', code=True))
        course.write_notebook(lang, nb)
    return course


def own_environment(folder: Path) -> dict[str, str]:
    """Make the environment of a JupyterLab that keeps all it knows in `folder`."""
    kinds = ("CONFIG", "DATA", "RUNTIME")
    own = {f"JUPYTER_{kind}_DIR": str(folder / kind) for kind in kinds}
    own |= {f"JUPYTERLAB_{kind}_DIR": str(folder / kind) for kind in ("SETTINGS", "WORKSPACES")}
    own |= {"IPYTHONDIR": str(folder / "ipython"), "KHOLAPATH_PROGRESS": str(folder / STORE)}
    (folder / "CONFIG").mkdir()
    (folder / "CONFIG" / "jupyter_lab_config.json").write_text(json.dumps(EXPOSED))
    return os.environ | own


def end(server: subprocess.Popen[Any]) -> None:
    """End a server of Jupyter at once: a kernel ends by itself when its server is gone.

    Asked politely, a server may wait for minutes for a kernel that is busy.
    """
    server.kill()
    server.communicate()


class LabServer:
    """JupyterLab in the course's folder, until `stop`.

    Attributes
    ----------
    url
        Of the server, without token.
    course
        What it serves.
    """

    token = "t"

    def __init__(self, folder: Path) -> None:
        self.course = course_to_explore(folder / "lessons")
        self.settings, self.store = folder / "SETTINGS", folder / STORE
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.log = folder / "lab.log"
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
                    *(f"--ServerApp.port={port}", f"--IdentityProvider.token={self.token}"),
                    f"--ServerApp.root_dir={self.course.folder}",
                    "--ServerApp.allow_unauthenticated_access=False",
                ],
                cwd=self.course.folder,
                env=own_environment(folder),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait()

    def _wait(self, patience: float = 60) -> None:
        until = time.monotonic() + patience
        while time.monotonic() < until and self._process.poll() is None:
            try:
                self.get("api/status")
            except urllib.error.URLError:
                time.sleep(0.1)
            else:
                return
        self.stop()
        raise RuntimeError(f"JupyterLab does not start:\n{self.log.read_text()[-3000:]}")

    def ask(
        self, path: str, body: str | None = None, *, method: str = "GET", token: str = token
    ) -> tuple[int, Any]:
        """Return the status and the JSON that the server answers with."""
        request = urllib.request.Request(
            f"{self.url}/{path}",
            data=body.encode() if body is not None else None,
            headers={"Authorization": f"token {token}"},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                said = answer.read()
                return answer.status, json.loads(said) if said else None
        except urllib.error.HTTPError as refusal:
            return refusal.code, json.load(refusal)

    def get(self, path: str) -> Any:
        """Return the JSON of an answer that is no refusal."""
        status, answer = self.ask(path)
        assert status == HTTPStatus.OK, answer
        return answer

    def address(self, notebook: str = "") -> str:
        """Return the address of JupyterLab, of an empty workspace with `notebook` in it."""
        tree = f"/tree/{notebook}" if notebook else ""
        return f"{self.url}/lab{tree}?token={self.token}&reset"

    def set(self, plugin: str, **settings: Any) -> None:
        """Set a user's settings, as ``apputils-extension:themes``; all of them again if none."""
        package, _, name = plugin.partition(":")
        file = self.settings / "@jupyterlab" / package / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(settings))

    def fresh(self) -> None:
        """Be as on the first day: no answers, no settings of the user, no kernels."""
        self.end_kernels()
        Progress(self.store).forget()
        for file in self.settings.rglob("*.jupyterlab-settings"):
            file.unlink()

    def wait_until_kept(self, score: float, patience: float = 20) -> None:
        """Wait for an answer with this score to be kept: a screen shows it before the kernel does."""
        until = time.monotonic() + patience
        while not any(
            (answer.record["result"] or {}).get("score") == score
            for answer in Progress(self.store).answers()
        ):
            assert time.monotonic() < until, f"no answer that scored {score} was kept"
            time.sleep(0.05)

    def kholapath(self, *arguments: str) -> str:
        """Return what our command prints where this JupyterLab's answers are kept."""
        program = Path(sys.executable).with_name("kholapath")
        own = os.environ | {"KHOLAPATH_PROGRESS": str(self.store)}
        return subprocess.run(
            [program, *arguments], env=own, capture_output=True, text=True, check=True
        ).stdout

    def end_kernels(self) -> None:
        """End every kernel: what a notebook knows then is what was kept."""
        for session in self.get("api/sessions"):
            self.ask(f"api/sessions/{session['id']}", method="DELETE")

    def stop(self) -> None:
        """End it, and its kernels with it."""
        end(self._process)
