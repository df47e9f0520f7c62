import type { Result } from "../../types.ts";
import { type Entry, markRows, type PairItem, type Row } from "../pairs.ts";

export interface CategoriseItem extends PairItem {
  entries: Row[];
  categories: Entry[];
}

/** Marks the map from entry to category. */
export const mark = (item: CategoriseItem, response: unknown): Result =>
  markRows(item, "entries", item.entries, item.categories, response);
