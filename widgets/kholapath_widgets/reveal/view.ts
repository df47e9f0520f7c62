/** A gate: what is behind it is shown after a try, and closed again at will. */

import { button, type Content, cardOf, type Look, rich } from "../_shared/card.ts";
import { h, uid } from "../_shared/dom.ts";
import type { Texts } from "../_shared/i18n.ts";
import { asRuntime } from "../_shared/runtime.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "../_shared/card.css";
import "./style.css";

interface Gate extends Content {
  task: Texts;
  answer: Texts;
  write: boolean;
}

interface Opened {
  open: boolean;
  written: string;
  early: boolean;
}

const fresh = (): Opened => ({ open: false, written: "", early: false });

function draw({ content, record, lang, words, turn }: Look<Gate, Opened>): Node[] {
  const toggle = () =>
    turn((last) => {
      const early = content.write && !last.open && !last.written.trim();
      return { ...last, early, open: !last.open && !early };
    });
  const id = uid("thought");
  const field = content.write
    ? h("textarea", { id, dir: "auto", "data-step": "written", value: record.written })
    : undefined;
  field?.addEventListener("change", () => turn((last) => ({ ...last, written: field.value })));
  const gate = button("gate", "kp-primary", words[record.open ? "close" : "open"], toggle);
  gate.setAttribute("aria-expanded", String(record.open));
  return [
    h("div", { dir: "auto" }, rich(content.task, lang)),
    field ? h("label", { for: id, class: "kp-muted" }, words.thoughts) : null,
    field,
    h("div", { class: "kp-row" }, gate),
    h(
      "div",
      { class: "kp-behind", role: "status", dir: "auto" },
      record.early ? h("p", {}, words.early) : null,
      record.open ? rich(content.answer, lang) : null,
    ),
  ].filter((node): node is HTMLDivElement => Boolean(node));
}

export default asRuntime(cardOf({ name: "reveal", words: { en, bn }, fresh, draw }));
