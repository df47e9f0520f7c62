/** Several answers out of several: native checkboxes. */
import { uid } from "../../../_shared/dom.ts";
import type { QuestionType } from "../../types.ts";
import { optionList } from "../options.ts";
import { type ChoicesItem, mark } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";

const type: QuestionType<ChoicesItem> = {
  mark,
  words: { en, bn },
  body: (context) =>
    optionList(
      context,
      "checkbox",
      uid("choices"),
      (value) => (Array.isArray(value) ? value : []),
      context.item.answer ?? [],
    ),
};

export default type;
