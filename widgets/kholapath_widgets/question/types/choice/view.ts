/** One answer out of several: native radios. */
import { uid } from "../../../_shared/dom.ts";
import type { QuestionType } from "../../types.ts";
import { optionList } from "../options.ts";
import { type ChoiceItem, mark } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";

const type: QuestionType<ChoiceItem> = {
  mark,
  words: { en, bn },
  body: (context) =>
    optionList(
      context,
      "radio",
      uid("choice"),
      (value) => (typeof value === "string" ? [value] : []),
      context.item.answer === undefined ? [] : [context.item.answer],
    ),
};

export default type;
