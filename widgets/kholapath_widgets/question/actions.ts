/** One primary button, and the small ones beside it. */
import { h } from "../_shared/dom.ts";
import { digits, ENDONYMS, fill } from "../_shared/i18n.ts";
import type { Look, Steps } from "./look.ts";
import { isEmpty, keyIsHere } from "./state.ts";

export function actions(now: Look, revealable: boolean, steps: Steps): Node[] {
  const { item, record, words, lang, stage, locked, waiting } = now;
  if (stage === "answering" || stage === "over") return [];
  const small = (step: string, word: string | undefined, onclick: () => void) =>
    h("button", { type: "button", class: "kp-small", "data-step": step, onclick }, word);
  const found: Node[] = [];
  if (!locked) {
    found.push(
      h(
        "button",
        {
          type: "button",
          class: "kp-primary",
          "data-step": "submit",
          "aria-disabled": waiting ? "true" : undefined,
          onclick: steps.submit,
        },
        primary(now),
      ),
    );
  }
  if (!locked && record.hints < item.hints.length) {
    const n = digits(String(record.hints + 1), lang);
    const m = digits(String(item.hints.length), lang);
    found.push(small("hint", fill(words.hint ?? "", { n, m }), steps.hint));
  }
  const graded = item.mode !== "survey" && !now.type.ungraded;
  if (graded && !locked && !record.skipped && record.attempts === 0) {
    found.push(small("skip", words.idk, steps.skip));
  }
  if (revealable) found.push(small("reveal", words.reveal, steps.reveal));
  if (record.attempts > 0 || record.revealed || record.skipped || !isEmpty(now.value)) {
    found.push(restart(now, steps));
  }
  const others = Object.keys(item.prompt).filter((tag) => tag !== lang && stage === "alone");
  for (const other of others) {
    found.push(
      h(
        "button",
        {
          type: "button",
          class: "kp-small kp-language",
          lang: other,
          "data-step": "language",
          onclick: () => steps.language(other),
        },
        ENDONYMS[other] ?? other,
      ),
    );
  }
  return found;
}

function primary({ item, type, record, words }: Look): string | undefined {
  if (type.button) return words[type.button];
  if (item.mode === "survey") return words.send_button;
  if (item.mode === "check") {
    return (keyIsHere(item) && words.here_button) || words.submit_button;
  }
  return words[record.attempts > 0 ? "again_button" : "check_button"];
}

/** Erasing asks once more, in place. */
function restart({ words }: Look, steps: Steps): HTMLElement {
  const button = (step: string, cls: string, word: string | undefined, onclick: () => void) =>
    h("button", { type: "button", class: cls, "data-step": step, onclick }, word);
  const holder = h("span", { class: "kp-restart" });
  const closed = () => holder.replaceChildren(button("reset", "kp-small", words.reset, open));
  const open = () => {
    const no = button("reset", "kp-small", words.no, () => {
      closed();
      holder.querySelector("button")?.focus();
    });
    const sure = h("span", {}, words.reset_sure);
    holder.replaceChildren(sure, button("erase", "kp-small", words.yes, steps.reset), no);
    no.focus();
  };
  closed();
  return holder;
}
