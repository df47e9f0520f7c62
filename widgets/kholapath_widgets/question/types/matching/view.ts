/** Which belongs to which: a native list for each row. */
import { order } from "../../../_shared/random.ts";
import type { QuestionType } from "../../types.ts";
import { type Entry, pairList, rightOf } from "../pairs.ts";
import { type MatchingItem, mark } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";

const type: QuestionType<MatchingItem> = {
  mark,
  words: { en, bn },
  body(context) {
    const { item, seed } = context;
    const byId = new Map(item.options.map((o) => [o.id, o]));
    const targets = order([...byId.keys()].sort(), seed, item.id).map(
      (id) => byId.get(id) as Entry,
    );
    return pairList(context, item.pairs, targets, rightOf(item, item.pairs));
  },
};

export default type;
