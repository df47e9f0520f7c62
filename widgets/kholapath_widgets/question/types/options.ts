/** What the types with options share (the twin of _options.py). */
import { h, sign } from "../../_shared/dom.ts";
import { safe } from "../../_shared/html.ts";
import { pick, type Texts } from "../../_shared/i18n.ts";
import { order } from "../../_shared/random.ts";
import type { Body, BodyContext, Item, Shown } from "../types.ts";

export interface Option {
  id: string;
  text: Texts;
  feedback?: Texts;
  feedback_unchosen?: Texts;
  pin?: "last";
}

export interface OptionItem extends Item {
  options: Option[];
  shuffle: boolean;
}

/** Where the words for this choice are: of the chosen, then of the unchosen. */
export const feedbackIds = (item: OptionItem, chosen: string[]): string[] => [
  ...item.options
    .filter((o) => chosen.includes(o.id) && o.feedback)
    .map((o) => `options.${o.id}.feedback`),
  ...item.options
    .filter((o) => !chosen.includes(o.id) && o.feedback_unchosen)
    .map((o) => `options.${o.id}.feedback_unchosen`),
];

export function ordered(item: OptionItem, seed: number): Option[] {
  if (!item.shuffle) return item.options;
  const byId = new Map(item.options.map((o) => [o.id, o]));
  const pinned = item.options.filter((o) => o.pin).map((o) => o.id);
  return order([...byId.keys()], seed, item.id, pinned).map((id) => byId.get(id) as Option);
}

/** A list of native radios or checkboxes; `chosen` reads a value, `answers` the key. */
export function optionList<I extends OptionItem>(
  context: BodyContext<I>,
  kind: "radio" | "checkbox",
  group: string,
  chosen: (value: unknown) => string[],
  answers: string[],
): Body {
  const rows = ordered(context.item, context.seed).map((option) => {
    const input = h("input", {
      type: kind,
      name: group,
      onchange: () => context.change(read()),
      onkeydown: (event: Event) => {
        if ((event as KeyboardEvent).key === "Enter") context.submit();
      },
    });
    const tag = h("span", { class: "kp-tag" });
    const text = h("span", { dir: "auto" }, safe(pick(option.text, context.lang) ?? ""));
    const row = h("label", { class: "kp-option" }, input, text, tag);
    return { id: option.id, input, tag, row };
  });
  const picked = () => rows.filter((r) => r.input.checked).map((r) => r.id);
  const read = () => (kind === "radio" ? (picked()[0] ?? null) : picked());
  const el = h("div", { class: "kp-options" }, ...rows.map((r) => r.row));

  function show({ value, result, revealed, locked }: Shown): void {
    const now = chosen(value);
    const judged = result !== null && !result.refused && result.correct !== null;
    // a sealed item has no key here: only an answer right as a whole says which options are
    const key = answers.length || result?.correct !== true ? answers : now;
    const unknown = !key.length && kind === "checkbox";
    for (const { id, input, tag, row } of rows) {
      input.checked = now.includes(id);
      input.disabled = locked;
      const right = key.includes(id);
      const seen = revealed || (judged && (result.correct === true || now.includes(id)));
      const state = !seen || unknown ? "" : right ? "good" : now.includes(id) ? "bad" : "";
      row.dataset.state = state;
      const missed = !now.includes(id) && now.some((chosen) => key.includes(chosen));
      const word = right ? (missed ? "missed" : "this_one") : "not_this";
      tag.replaceChildren(...(state ? [sign(right ? "✓" : "✕"), context.words[word] ?? ""] : []));
    }
  }
  return { el, show };
}
