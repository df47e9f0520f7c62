/** Draw first, then see: by pointer on the chart, or number by number below it. */
import { h } from "../../../_shared/dom.ts";
import { fill, formatNumber, pick } from "../../../_shared/i18n.ts";
import type { Body, BodyContext, QuestionType, Shown, Words } from "../../types.ts";
import { withUnit } from "../plot.ts";
import { canvas } from "./canvas.ts";
import { numberFields } from "./fields.ts";
import { type DrawItem, drawing, mark } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "./style.css";

function body(context: BodyContext<DrawItem>): Body {
  const { item, lang, words } = context;
  const unit = pick(item.unit ?? {}, lang) ?? "";
  const picture = canvas(context);
  const fields = numberFields(context, unit);
  const known = item.marks
    .filter((p) => p.value !== undefined)
    .map((p) => {
      const said = withUnit(formatNumber(p.value as number, lang), unit);
      return h("li", {}, `${pick(p.label, lang)}: ${said}`);
    });
  const heard = h("ul", { class: "kp-heard" }, ...known);
  const caption = h("p", { class: "kp-unit" }, unit);
  const how = h("p", { class: "kp-read" }, words.how);

  function show({ value, result, locked }: Shown): void {
    const drawn = drawing(item, value);
    const done = result !== null && !result.refused;
    picture.show(drawn, done, locked || done);
    fields.show(drawn, done, locked || done, result?.refused === true);
    how.style.visibility = locked || done ? "hidden" : "visible";
  }
  const el = h("div", { class: "kp-draw" }, caption, picture.el, heard, how, fields.el);
  return { el, show, stop: picture.stop };
}

/** How far the drawing was from the truth, and where most. */
function remark(item: DrawItem, value: unknown, lang: string, words: Words): string {
  const drawn = drawing(item, value);
  const unit = pick(item.unit ?? {}, lang) ?? "";
  const say = (n: number) => formatNumber(Number(n.toPrecision(3)), lang);
  const gaps = item.marks
    .filter((p) => p.id in drawn)
    .map((p) => {
      const [you, truth] = [drawn[p.id] as number, item.answer[p.id] as number];
      return { label: pick(p.label, lang) ?? "", you, truth, off: Math.abs(you - truth) };
    });
  const mean = gaps.reduce((sum, gap) => sum + gap.off, 0) / gaps.length;
  const widest = gaps.reduce((a, b) => (b.off > a.off ? b : a));
  const { label, you, truth } = widest;
  const near = mean <= 0.04 * (item.axis.max - item.axis.min);
  const said = { n: withUnit(say(mean), unit), label, a: say(you), b: say(truth) };
  return fill(words[near ? "near" : "off"] ?? "", said);
}

const type: QuestionType<DrawItem> = {
  mark,
  words: { en, bn },
  body,
  remark,
  button: "commit",
  once: true,
  ungraded: true,
};

export default type;
