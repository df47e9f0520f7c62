/** Beside an answer: sure or unsure? Asked before it is marked. */
import type { Words } from "../_shared/card.ts";
import { h, uid } from "../_shared/dom.ts";

export interface Sure {
  el: HTMLElement;
  show(given: boolean | null, closed: boolean, words: Words): void;
}

export function sure(keep: (given: boolean) => void): Sure {
  const name = uid("sure");
  const legend = h("legend");
  const choices = [true, false].map((given) => {
    const input = h("input", { type: "radio", name, onchange: () => keep(given) });
    const word = h("span");
    return { given, input, word, label: h("label", {}, input, word) };
  });
  const labels = choices.map(({ label }) => label);
  const el = h("fieldset", { class: "kp-sure" }, legend, h("div", {}, ...labels));
  return {
    el,
    show(given, closed, words) {
      legend.textContent = words.sure_asked ?? "";
      for (const choice of choices) {
        choice.word.textContent = words[choice.given ? "sure" : "unsure"] ?? "";
        choice.input.checked = given === choice.given;
        choice.input.disabled = closed;
      }
    },
  };
}
