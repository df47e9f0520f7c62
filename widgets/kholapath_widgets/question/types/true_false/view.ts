/** True or false, and why: native radios, the two side by side. */
import { h, uid } from "../../../_shared/dom.ts";
import type { Body, BodyContext, QuestionType, Shown } from "../../types.ts";
import { optionList } from "../options.ts";
import { mark, split, type TrueFalseItem, VERDICTS } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "./style.css";

function body(context: BodyContext<TrueFalseItem>): Body {
  const { item, lang, words } = context;
  const asked = item.options.length > 0;
  const given = { said: "", reason: "" };
  const give = (part: keyof typeof given) => (id: unknown) => {
    given[part] = String(id);
    context.change(asked ? [given.said, given.reason].filter(Boolean) : id);
  };
  const said = (value: unknown) => (split(value)?.said ?? []) as string[];
  const reasons = (value: unknown) => (split(value)?.reasons ?? []) as string[];

  const pair = VERDICTS.map((id) => ({ id, text: { [lang]: words[id] ?? "" } }));
  const verdicts = optionList(
    { ...context, item: { ...item, options: pair, shuffle: false }, change: give("said") },
    "radio",
    uid("verdict"),
    said,
    item.answer === undefined ? [] : [String(item.answer)],
  );
  verdicts.el.classList.add("kp-true-false");
  const el = h("div", {}, verdicts.el);
  if (!asked) return { el, show: verdicts.show };

  const why = optionList(
    { ...context, change: give("reason") },
    "radio",
    uid("reason"),
    reasons,
    item.because === undefined ? [] : [item.because],
  );
  const question = h("p", { id: uid("because"), class: "kp-because" }, words.because);
  for (const [list, label] of [
    [verdicts, { "aria-label": words.label }],
    [why, { "aria-labelledby": question.id }],
  ] as const) {
    list.el.setAttribute("role", "radiogroup");
    for (const [name, value] of Object.entries(label)) list.el.setAttribute(name, value ?? "");
  }
  el.append(question, why.el);

  function show(shown: Shown): void {
    given.said = said(shown.value)[0] ?? "";
    given.reason = reasons(shown.value)[0] ?? "";
    // without the key, a wrong whole does not say which half is wrong
    const hidden = item.sealed && shown.result?.correct === false;
    const told = hidden ? { ...shown, result: null } : shown;
    verdicts.show(told);
    why.show(told);
  }
  return { el, show };
}

const type: QuestionType<TrueFalseItem> = { mark, words: { en, bn }, body };

export default type;
