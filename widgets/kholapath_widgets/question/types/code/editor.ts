/** A plain editor: numbered lines, Tab that indents and can be left. */
import { h, uid } from "../../../_shared/dom.ts";
import { digits } from "../../../_shared/i18n.ts";
import type { BodyContext } from "../../types.ts";
import type { CodeItem } from "./marking.ts";

const INDENT = "    ";
const MOVES = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"]);

export function editor({ lang, words, change, submit }: BodyContext<CodeItem>) {
  // Tab belongs to the code only once work on it has begun; Esc gives it back to the page
  let working = false;
  const gutter = h("div", { class: "kp-gutter", "aria-hidden": "true" });
  const keys = h("p", { class: "kp-read kp-keys", id: uid("keys") }, words.keys);
  const text = h("textarea", {
    class: "kp-code-text",
    "aria-label": words.field,
    "aria-describedby": keys.id,
    wrap: "off",
    dir: "ltr",
    translate: "no",
    autocomplete: "off",
    autocapitalize: "off",
    autocorrect: "off",
    spellcheck: "false",
    oninput: () => {
      working = true;
      number();
      change(text.value);
    },
    onpointerdown: () => {
      working = true;
    },
    onblur: () => {
      working = false;
    },
    onkeydown: (event: Event) => onKey(event as KeyboardEvent),
  });

  function onKey(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, metaKey, isComposing, keyCode } = event;
    if (isComposing || keyCode === 229) return;
    if (MOVES.has(key)) working = true;
    if (key === "Escape") working = false;
    if (key === "Tab" && working) {
      event.preventDefault();
      if (shiftKey) outdent();
      else insert(INDENT);
    }
    if (key !== "Enter") return;
    event.preventDefault();
    if (ctrlKey || metaKey || shiftKey) submit();
    else insert(`\n${nextIndent()}`);
  }

  /** As typed, so that it can be undone. */
  function insert(words: string): void {
    if (document.execCommand("insertText", false, words)) return;
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input"));
  }

  const lineStart = () => text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;

  function nextIndent(): string {
    const line = text.value.slice(lineStart(), text.selectionStart);
    const indent = /^ */.exec(line)?.[0] ?? "";
    return /:\s*$/.test(line) ? indent + INDENT : indent;
  }

  function outdent(): void {
    const start = lineStart();
    const spaces = /^ {0,4}/.exec(text.value.slice(start))?.[0].length ?? 0;
    if (!spaces) return;
    const at = Math.max(start, text.selectionStart - spaces);
    text.setSelectionRange(start, start + spaces);
    if (!document.execCommand("delete")) text.setRangeText("");
    text.setSelectionRange(at, at);
  }

  function number(): void {
    const lines = Math.max(3, text.value.split("\n").length);
    text.rows = lines;
    const numbers = Array.from({ length: lines }, (_, i) => digits(String(i + 1), lang));
    gutter.textContent = numbers.join("\n");
  }

  return {
    el: h("div", {}, h("div", { class: "kp-code" }, gutter, text), keys),
    show(code: string, locked: boolean, wrong: boolean): void {
      if (text.value !== code) text.value = code;
      text.readOnly = locked;
      text.setAttribute("aria-invalid", String(wrong));
      number();
    },
  };
}
