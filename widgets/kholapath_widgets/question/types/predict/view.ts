/** Guess first, then see: a slider, the bars it draws, and the truth over the guess. */
import { h } from "../../../_shared/dom.ts";
import { fill, formatNumber, pick } from "../../../_shared/i18n.ts";
import type { Body, BodyContext, QuestionType, Shown, Words } from "../../types.ts";
import { withUnit } from "../plot.ts";
import { mark, type PredictItem } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "./style.css";

/** Writes a number as fine as the slider's steps, and a tenth at the least. */
function writer({ range }: PredictItem, lang: string): (x: number) => string {
  const places = Math.max(1, String(range.step).split(".")[1]?.length ?? 0);
  const round = (x: number) => Math.round(x * 10 ** places) / 10 ** places;
  return (x) => formatNumber(round(x), lang, Number.isInteger(round(x)) ? 0 : places);
}

function measured({ answer }: PredictItem, lang: string): (number: string) => string {
  const unit = answer.unit ? (pick(answer.unit, lang) ?? "") : "";
  return (number) => withUnit(number, unit);
}

function body(context: BodyContext<PredictItem>): Body {
  const { item, lang, words } = context;
  const { min, max, step, start } = item.range;
  const write = writer(item, lang);
  const say = (x: number) => measured(item, lang)(write(x));
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
  const bars = item.bars.map((bar) => drawnBar(bar, context, write));
  const el = h(
    "div",
    {},
    h("p", { class: "kp-guessed" }, h("span", {}, words.your_guess), output),
    h("div", { class: "kp-slider" }, h("span", {}, write(min)), slider, h("span", {}, write(max))),
    h("div", { class: "kp-bars" }, ...bars.map((b) => b.el)),
  );

  function show({ value, result, locked }: Shown): void {
    const guess = typeof value === "number" ? value : start;
    const done = result !== null && !result.refused;
    if (slider.valueAsNumber !== guess) slider.valueAsNumber = guess;
    slider.disabled = locked || done;
    slider.setAttribute("aria-valuetext", say(guess));
    output.textContent = say(guess);
    for (const bar of bars) bar.show(guess, done);
  }
  return { el, show };
}

function drawnBar(
  bar: PredictItem["bars"][number],
  { item, lang, words }: BodyContext<PredictItem>,
  write: (x: number) => string,
) {
  const top = Math.max(item.range.max, ...item.bars.flatMap((b) => b.value ?? []));
  const share = (x: number) => `${Math.min(100, Math.max(0.6, (x / top) * 100))}%`;
  const asked = bar.value === undefined;
  const truth = h("span", { class: asked ? "kp-bar kp-found" : "kp-bar" });
  const guess = h("span", { class: "kp-bar kp-guess" });
  const label = h("span", { class: "kp-bar-value" });
  const track = h("span", { class: "kp-track" }, truth, guess, label);
  const name = h("span", { dir: "auto" }, pick(bar.label, lang) ?? "");
  const el = h("div", { class: "kp-bar-row" }, name, track);

  function show(value: number, done: boolean): void {
    const known = bar.value ?? (done ? item.answer.value : undefined);
    truth.style.width = known === undefined ? "0" : share(known);
    guess.hidden = !asked;
    guess.style.width = share(value);
    label.style.insetInlineStart = share(Math.max(known ?? 0, asked ? value : 0));
    label.textContent = known === undefined ? (words.you ?? "") : write(known);
  }
  return { el, show };
}

/** What was said, and how far it was from the truth. */
function remark(item: PredictItem, value: unknown, lang: string, words: Words): string {
  const write = writer(item, lang);
  const [guess, truth] = [Number(value), item.answer.value];
  const ratio = truth / guess;
  const times = Math.max(ratio, 1 / ratio);
  const key = !(guess * truth > 0) ? "is" : times < 1.1 ? "near" : ratio > 1 ? "more" : "less";
  const unit = measured(item, lang);
  const said = fill(words.you_said ?? "", { n: write(guess) });
  const then = fill(words[`truth_${key}`] ?? "", {
    m: unit(formatNumber(truth, lang)),
    k: formatNumber(times, lang, times < 10 ? 1 : 0),
  });
  return `${said} ${then}`;
}

const type: QuestionType<PredictItem> = {
  mark,
  words: { en, bn },
  body,
  remark,
  button: "commit",
  once: true,
  ungraded: true,
};

export default type;
