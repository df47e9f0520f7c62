/** Mark the words: buttons that stay pressed, in the running text. */
import { h } from "../../../_shared/dom.ts";
import { pick } from "../../../_shared/i18n.ts";
import type { Body, BodyContext, QuestionType, Shown } from "../../types.ts";
import { running, signLine, signOf, type Verdict, wordOf } from "../running.ts";
import { type MarkWordsItem, mark } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "../running.css";
import "./style.css";

function body(context: BodyContext<MarkWordsItem>): Body {
  const { item, lang, words } = context;
  let chosen: string[] = [];
  const buttons = new Map<string, { button: HTMLButtonElement; said: string }>();

  const toggle = (id: string) => () => {
    const now = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    const next = item.entries.map((entry) => entry.id).filter((one) => now.includes(one));
    context.change(next.length ? next : null);
  };
  const text = running(pick(item.text, lang) ?? "", (id, said) => {
    const button = h("button", { type: "button", class: "kp-word", onclick: toggle(id) }, said);
    buttons.set(id, { button, said });
    return button;
  });
  const signs = h("p", { class: "kp-signs" });

  function show({ value, result, revealed, locked }: Shown): void {
    chosen = Array.isArray(value) ? value : [];
    const judged = result !== null && !result.refused && result.correct !== null;
    // a sealed item has no key here: only an answer right as a whole says which words are
    const key = item.answer ?? (result?.correct ? chosen : []);
    const verdicts = [...buttons].map(([id, { button, said }]): Verdict => {
      const [mine, right] = [chosen.includes(id), key.includes(id)];
      const told = key.length > 0 && (revealed ? mine || right : judged && mine);
      const verdict = told ? (right ? "good" : "bad") : "";
      button.disabled = locked;
      button.dataset.state = verdict;
      button.setAttribute("aria-pressed", String(mine));
      button.replaceChildren(...signOf(verdict), said);
      const word = wordOf(verdict, words);
      if (word) button.setAttribute("aria-label", `${said}: ${word}`);
      else button.removeAttribute("aria-label");
      return verdict;
    });
    signs.replaceChildren(...signLine(verdicts, words));
  }
  return { el: h("div", {}, text, signs), show };
}

const type: QuestionType<MarkWordsItem> = { mark, words: { en, bn }, body };

export default type;
