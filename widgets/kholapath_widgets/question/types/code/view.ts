/** A program to write: an editor, then what came of running it. */
import { h, redraw } from "../../../_shared/dom.ts";
import { pick } from "../../../_shared/i18n.ts";
import type { Body, BodyContext, QuestionType, Shown } from "../../types.ts";
import { editor } from "./editor.ts";
import { type CodeItem, mark } from "./marking.ts";
import { type Outcome, outcome } from "./outcome.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "./style.css";

const START = 4000; // ms that a kernel may take besides the program itself

function body(context: BodyContext<CodeItem>): Body {
  const { item, lang, words } = context;
  const area = editor(context);
  const before = h("p", { class: "kp-code-title" }, words.given);
  const given = h("div", { class: "kp-code-given" }, before, listing(item.setup));
  given.hidden = !item.setup.trim();
  const starter = (pick(item.starter ?? {}, lang) ?? "").replace(/\n+$/, "");
  const ran = h("div", { class: "kp-ran" });
  const solution = h("div", {});

  function show({ value, result, revealed, locked, extra }: Shown): void {
    const code = typeof value === "string" ? value : starter;
    area.show(code, locked, result?.correct === false || result?.refused === true);
    redraw(ran, extra ? outcome(extra as Outcome, result === null, lang, words) : []);
    const shown = revealed && item.answer ? item.answer.solution : "";
    redraw(
      solution,
      shown ? [h("p", { class: "kp-code-title" }, words.solution), listing(shown)] : [],
    );
  }
  return { el: h("div", {}, given, area.el, ran, solution), show };
}

/** Code to read; it can be scrolled by keyboard. */
const listing = (source: string): HTMLElement =>
  h(
    "pre",
    { class: "kp-listing", tabindex: 0, dir: "ltr", translate: "no" },
    h("code", {}, source.replace(/^\n+|\s+$/g, "")),
  );

const type: QuestionType<CodeItem> = {
  mark,
  words: { en, bn },
  body,
  patience: (item) => item.seconds * 1000 + START,
};

export default type;
