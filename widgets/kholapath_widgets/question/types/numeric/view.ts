/** A number: a field that echoes what it read. */
import { h } from "../../../_shared/dom.ts";
import { fill, formatNumber, pick } from "../../../_shared/i18n.ts";
import type { QuestionType } from "../../types.ts";
import { field } from "../field.ts";
import { mark, type NumericItem, readResponse, units } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";

const type: QuestionType<NumericItem> = {
  mark,
  words: { en, bn },
  body(context) {
    const { item, lang, words } = context;
    const unit = pick(units(item), lang) ?? "";
    const echo = h("p", { class: "kp-read" });
    return field(context, {
      label: unit ? `${words.field} (${unit})` : (words.field ?? ""),
      inputmode: "decimal",
      after: h("span", {}, unit),
      below: echo,
      seen(text) {
        const { value } = readResponse(text, Object.values(units(item)));
        const plain = value === null || text.trim() === String(value);
        echo.textContent = plain ? "" : fill(words.read_as ?? "", { n: formatNumber(value, lang) });
      },
      answer: () => (item.answer ? `${formatNumber(item.answer.value, lang)} ${unit}` : ""),
    });
  },
};

export default type;
