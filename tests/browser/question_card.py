"""One question in a bare page, mounted as a notebook and a lesson's page mount it, and its learner."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page

from kholapath_widgets.question.item import Item
from kholapath_widgets.question.judging import FRESH
from kholapath_widgets.question.types import FOLDER

_VIEW = FOLDER.parent
_MODEL = """
window.Model ??= class {
  constructor(state) { this.state = state; this.heard = {}; this.sent = []; }
  get(name) { return this.state[name]; }
  set(name, value) {
    this.state[name] = structuredClone(value);
    for (const handler of this.heard[`change:${name}`] ?? []) handler();
  }
  save_changes() {}
  on(event, handler) { (this.heard[event] ??= []).push(handler); }
  off(event, handler) { this.heard[event] = this.heard[event].filter((h) => h !== handler); }
  send(content) { this.sent.push(content); }
};
window.mountCard = async (code, state) => {
  window.escaped = [];
  document.onkeydown = ({ key, target }) => target.closest("main") && window.escaped.push(key);
  window.view ??= await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  window.model = new window.Model(state);
  const el = document.querySelector("main");
  window.unmount = window.view.default.initialize().mount({ model: window.model, el });
};
"""
# what a screen reader calls the focused control, near enough: its label, else its words
_FOCUSED = """() => {
  const el = document.activeElement;
  if (el === document.body) return "";
  return [el.getAttribute("aria-label"), ...[...(el.labels ?? [])].map((l) => l.innerText), el.innerText]
    .filter(Boolean).join(" ");
}"""
_IN_GROUP = """(name) => {
  const el = document.activeElement;
  return el.type === "radio" && !el.labels[0].innerText.includes(name)
    && [...document.querySelectorAll("input[type=radio]")]
      .some((r) => r.name === el.name && r.labels[0].innerText.includes(name));
}"""
_PAGE = """<!doctype html><html lang="en" data-theme="{theme}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A question</title>
<style>{css} body {{ margin: 12px; background: {paper} }}</style><main></main></html>"""
_PAPER = {"light": "#fff", "dark": "#14181d"}


class Card:
    """A question in a page, and what its learner does with the keyboard."""

    def __init__(
        self, page: Page, item: Item, *, theme: str = "light", form: Any = None, **state: Any
    ) -> None:
        self.page, self.item = page, item
        # what only a kernel can mark is met here as a page without one has it
        asks_kernel = item.sealed and item.right_response() is not None
        own_form = item.public_form() if asks_kernel else item.view_form()
        css = (_VIEW / "view.css").read_text(encoding="utf-8")
        page.set_content(_PAGE.format(theme=theme, css=css, paper=_PAPER[theme]))
        page.add_script_tag(content=_MODEL)
        self.mount(
            {
                "item": form or own_form,
                "value": None,
                "record": FRESH,
                "lang": "en",
                "number": 1,
                "seed": 7,
                "notice": "",
                **state,
            }
        )

    def mount(self, state: dict[str, Any]) -> None:
        code = (_VIEW / "view.js").read_text(encoding="utf-8")
        self.page.evaluate("([code, state]) => window.mountCard(code, state)", [code, state])

    def unmount(self) -> None:
        self.page.evaluate("window.unmount()")

    @property
    def model(self) -> dict[str, Any]:
        """The model's state as it is now."""
        found: dict[str, Any] = self.page.evaluate("window.model.state")
        return found

    def set(self, **traits: Any) -> None:
        """Change the model from outside, as the kernel does."""
        for name, value in traits.items():
            self.page.evaluate("([n, v]) => window.model.set(n, v)", [name, value])

    @property
    def root(self) -> Locator:
        return self.page.locator(".kp-question")

    @property
    def said(self) -> Locator:
        """The words that answer the learner."""
        return self.page.locator(".kp-feedback")

    @property
    def state(self) -> str | None:
        return self.root.get_attribute("data-state")

    def button(self, step: str) -> Locator:
        return self.page.locator(f"[data-step={step}]")

    def tab_to(self, name: str) -> None:
        """Press Tab until the control of this name has the focus; arrows within a radio group."""
        for _ in range(60):
            if name in self.page.evaluate(_FOCUSED):
                return
            inside = self.page.evaluate(_IN_GROUP, name)
            self.page.keyboard.press("ArrowDown" if inside else "Tab")
        raise AssertionError(f"no control called {name!r} can be reached by keyboard")

    def follow(self, story: list[str]) -> None:
        """Do what a type's story says: ``to NAME``, ``press KEY``, ``type WORDS``."""
        for step in story:
            verb, _, rest = step.partition(" ")
            if verb == "to":
                self.tab_to(rest)
            elif verb == "press":
                self.page.keyboard.press(rest)
            else:
                self.page.keyboard.type(rest)

    def submit(self) -> None:
        """Reach the primary button by keyboard, and press it."""
        self.tab_to(self.button("submit").inner_text())
        self.page.keyboard.press("Enter")

    def heard_outside(self) -> list[str]:
        """Keys that got past the card, as to JupyterLab's shortcuts."""
        keys: list[str] = json.loads(self.page.evaluate("JSON.stringify(window.escaped)"))
        return keys
