/** A word or a few: a field; pasting is welcome. */
import type { QuestionType } from "../../types.ts";
import { field } from "../field.ts";
import { mark, type TextItem } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";

const type: QuestionType<TextItem> = {
  mark,
  words: { en, bn },
  body: (context) =>
    field(context, {
      label: context.words.field ?? "",
      answer: () => context.item.answer?.accept[0] ?? "",
    }),
};

export default type;
