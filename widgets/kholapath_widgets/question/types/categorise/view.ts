/** Put each into its category: a native list for each row. */
import { order } from "../../../_shared/random.ts";
import type { QuestionType } from "../../types.ts";
import { pairList, type Row, rightOf } from "../pairs.ts";
import { type CategoriseItem, mark } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";

const type: QuestionType<CategoriseItem> = {
  mark,
  words: { en, bn },
  body(context) {
    const { item, seed } = context;
    const byId = new Map(item.entries.map((entry) => [entry.id, entry]));
    const rows = order([...byId.keys()].sort(), seed, item.id).map((id) => byId.get(id) as Row);
    return pairList(context, rows, item.categories, rightOf(item, rows));
  },
};

export default type;
