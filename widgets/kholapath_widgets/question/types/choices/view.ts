/** Several answers out of several: native checkboxes. */
import { h, uid } from "../../../_shared/dom.ts";
import { digits, fill } from "../../../_shared/i18n.ts";
import type { QuestionType } from "../../types.ts";
import { optionList } from "../options.ts";
import { type ChoicesItem, mark } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";

const type: QuestionType<ChoicesItem> = {
  mark,
  words: { en, bn },
  body(context) {
    const { item, lang, words } = context;
    const list = optionList(
      context,
      "checkbox",
      uid("choices"),
      (value) => (Array.isArray(value) ? value : []),
      item.answer ?? [],
    );
    const n = digits(String(item.choose ?? ""), lang);
    const many = item.choose ? fill(words.choose ?? "", { n }) : (words.label ?? "");
    list.el.prepend(h("p", { class: "kp-read" }, many));
    return list;
  },
};

export default type;
