/** A chart to read: its marks are a list to choose from, or a field takes the number read off. */
import { h, uid } from "../../../_shared/dom.ts";
import { formatNumber, pick } from "../../../_shared/i18n.ts";
import type { Body, BodyContext, QuestionType, Shown } from "../../types.ts";
import { field } from "../field.ts";
import { withUnit } from "../plot.ts";
import { barChart, type Chart, lineChart } from "./chart.ts";
import { asked, mark, type PickItem, rightMarks, rightValue } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "./style.css";

const draw = (context: BodyContext<PickItem>, group: string | null): Chart =>
  (context.item.chart === "line" ? lineChart : barChart)(context, group);

/** The marks are the answers: native radios, in the chart or beside it. */
function choose(context: BodyContext<PickItem>): Body {
  const chart = draw(context, uid("pick"));
  function show({ value, result, revealed, locked }: Shown): void {
    const judged = result !== null && !result.refused && result.correct !== null;
    const right = context.item.answer || !result?.correct ? rightMarks(context.item) : [value];
    chart.show({
      chosen: typeof value === "string" ? value : null,
      locked,
      values: revealed || result?.correct === true,
      verdict: (id) => {
        const seen = revealed || (judged && id === value);
        return seen && right.includes(id) ? "good" : seen && id === value ? "bad" : "";
      },
    });
  }
  return { el: chart.el, show, stop: chart.stop };
}

/** The number is typed under the chart. */
function readOff(context: BodyContext<PickItem>, unit: string): Body {
  const { item, lang, words } = context;
  const chart = draw(context, null);
  const input = field(context, {
    label: unit ? `${words.field} (${unit})` : (words.field ?? ""),
    inputmode: "decimal",
    after: h("span", {}, unit),
    answer: () => withUnit(formatNumber(Number(rightValue(item).toPrecision(3)), lang), unit),
  });
  function show(shown: Shown): void {
    const values = shown.revealed || shown.result?.correct === true;
    chart.show({ chosen: null, locked: shown.locked, values, verdict: () => "" });
    input.show(shown);
  }
  return { el: h("div", {}, chart.el, input.el), show, stop: chart.stop };
}

const type: QuestionType<PickItem> = {
  mark,
  words: { en, bn },
  body(context) {
    const unit = asked(context.item);
    return unit ? readOff(context, pick(unit, context.lang) ?? "") : choose(context);
  },
};

export default type;
