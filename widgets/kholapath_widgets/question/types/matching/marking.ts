import type { Result } from "../../types.ts";
import { type Entry, markRows, type PairItem, type Row } from "../pairs.ts";

export interface MatchingItem extends PairItem {
  pairs: Row[];
  options: Entry[];
}

/** Marks the map from pair to option. */
export const mark = (item: MatchingItem, response: unknown): Result =>
  markRows(item, "pairs", item.pairs, item.options, response);
