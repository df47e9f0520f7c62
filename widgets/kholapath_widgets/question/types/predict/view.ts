/** Guess first, then see: a slider, the bars it draws, and the truth over the guess. */
import { h } from "../../../_shared/dom.ts";
import { fill, formatNumber, pick } from "../../../_shared/i18n.ts";
import type { Body, BodyContext, QuestionType, Shown } from "../../types.ts";
import { mark, type PredictItem } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";

function body(context: BodyContext<PredictItem>): Body {
  const { item, lang, words } = context;
  const { min, max, step, start } = item.range;
  const unit = item.answer.unit ? (pick(item.answer.unit, lang) ?? "") : "";
  const joined = unit.length > 1 ? ` ${unit}` : unit;
  const say = (x: number) => `${formatNumber(x, lang, Number.isInteger(x) ? 0 : 1)}${joined}`;
  const slider = h("input", {
    type: "range",
    min,
    max,
    step,
    value: start,
    "aria-label": words.your_guess,
    oninput: () => context.change(slider.valueAsNumber),
    onkeydown: (event: Event) => {
      if ((event as KeyboardEvent).key === "Enter") context.submit();
    },
  });
  const output = h("output", { class: "kp-value" });
  const bars = item.bars.map((bar) => drawnBar(bar, context, say));
  const said = h("p", { class: "kp-read" });
  const control = h("div", { class: "kp-slider" }, h("span", {}, say(min)), slider, output);
  const el = h("div", {}, control, h("div", { class: "kp-bars" }, ...bars.map((b) => b.el)), said);

  function show({ value, result, locked }: Shown): void {
    const guess = typeof value === "number" ? value : start;
    const done = result !== null && !result.refused;
    if (slider.valueAsNumber !== guess) slider.valueAsNumber = guess;
    slider.disabled = locked || done;
    slider.setAttribute("aria-valuetext", say(guess));
    output.textContent = say(guess);
    for (const bar of bars) bar.show(guess, done);
    said.textContent = done ? fill(words.you_said ?? "", { n: say(guess) }) : "";
  }
  return { el, show };
}

function drawnBar(
  bar: PredictItem["bars"][number],
  { item, lang, words }: BodyContext<PredictItem>,
  say: (x: number) => string,
) {
  const share = (x: number) => `${Math.max(0.6, (x / item.range.max) * 100)}%`;
  const truth = h("span", { class: "kp-bar" });
  const guess = h("span", { class: "kp-bar kp-guess" });
  const label = h("span", { class: "kp-bar-value" });
  const track = h("span", { class: "kp-track" }, truth, guess, label);
  const el = h("div", { class: "kp-bar-row" }, h("span", {}, pick(bar.label, lang) ?? ""), track);

  function show(value: number, done: boolean): void {
    const known = bar.value ?? (done ? item.answer.value : undefined);
    truth.style.width = known === undefined ? "0" : share(known);
    guess.hidden = bar.value !== undefined;
    guess.style.width = share(value);
    const end = Math.max(known ?? 0, bar.value === undefined ? value : 0);
    label.style.insetInlineStart = share(end);
    label.textContent = known === undefined ? (words.you ?? "") : say(Math.round(known * 10) / 10);
  }
  return { el, show };
}

const type: QuestionType<PredictItem> = {
  mark,
  words: { en, bn },
  body,
  button: "commit",
  once: true,
};

export default type;
