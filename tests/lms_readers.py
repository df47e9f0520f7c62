"""Readers of exchange formats that we did not write, each behind one function."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from qti_convert import upgrade_qti2_to_qti3

ROOT = Path(__file__).parents[1]
PLAYER = ROOT / "node_modules" / "@citolab" / "qti-components" / "cdn" / "index.js"
_GIFT = """
import {parse} from "gift-pegjs";
let text = "";
process.stdin.on("data", more => text += more).on("end", () => {
  try { console.log(JSON.stringify(parse(text))); }
  catch (error) { console.error(error.message); process.exit(1); }
});
"""
# Plays an item, gives it the response (or the right one, as the item itself says), and ends the try.
_PLAY = """async ([xml, given]) => {
  document.body.innerHTML = '<qti-item><item-container></item-container></qti-item>';
  await customElements.whenDefined('item-container');
  const container = document.querySelector('item-container');
  container.itemXML = xml;
  const item = await new Promise((resolve, reject) => {
    const until = performance.now() + 5000;
    const look = () => {
      const found = container.shadowRoot?.querySelector('qti-assessment-item');
      if (found?.variables?.length) return resolve(found);
      if (performance.now() > until) return reject(new Error('no item appeared'));
      requestAnimationFrame(look);
    };
    look();
  });
  const source = new DOMParser().parseFromString(xml, 'application/xml');
  for (const declared of source.querySelectorAll('qti-response-declaration')) {
    const name = declared.getAttribute('identifier');
    const right = [...declared.querySelectorAll('qti-correct-response > qti-value')].map(v => v.textContent);
    const single = declared.getAttribute('cardinality') === 'single';
    const value = given ? given[name] : single ? right[0] : right;
    if (value !== undefined) item.updateResponseVariable(name, value);
  }
  item.processResponse();
  return Object.fromEntries(item.variables.map(v => [v.identifier, v.value]));
}"""


def gift(data: bytes) -> list[dict[str, Any]]:
    """What gift-pegjs reads in a GIFT file."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", _GIFT],
        input=data.decode(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env={**os.environ, "PATH": path},
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def items(package: bytes, *, upgrade: bool) -> dict[str, str]:
    """The items of a QTI package as QTI 3, a 2.1 one upgraded by citolab-qti-convert."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = [n for n in archive.namelist() if n not in ("imsmanifest.xml", "assessment.xml")]
        found = {n[:-4]: archive.read(n).decode() for n in names if n.endswith(".xml")}
    return {n: upgrade_qti2_to_qti3(xml) if upgrade else xml for n, xml in found.items()}


class Player:
    """The QTI components of Citolab, in a browser without a network."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def play(self, item: str, given: dict[str, Any] | None = None) -> dict[str, Any]:
        """The outcome variables of an item after a response; the right one if none is given."""
        outcomes: dict[str, Any] = self.page.evaluate(_PLAY, [item, given])
        return outcomes


@contextmanager
def player(browser: Browser) -> Iterator[Player]:
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    page.set_content("<!doctype html><title>items</title>")
    page.add_script_tag(path=PLAYER, type="module")
    yield Player(page)
    page.close()
