import { type Result, refuse, verdict } from "../../types.ts";
import { type Credit, credited } from "../credit.ts";
import { feedbackIds, type OptionItem } from "../options.ts";

export interface ChoicesItem extends OptionItem {
  answer?: string[];
  credit: Credit;
  choose?: number;
}

/** Marks the ids of the chosen options by the item's credit rule. */
export function mark(item: ChoicesItem, response: unknown): Result {
  const known = (id: unknown) => item.options.some((o) => o.id === id);
  if (!Array.isArray(response) || !response.length || !response.every(known)) return refuse();
  const chosen = new Set(response as string[]);
  const score = credited(item.credit, chosen, item.answer ?? [], item.options.length);
  return verdict(item.mode, score, feedbackIds(item, [...chosen]));
}
