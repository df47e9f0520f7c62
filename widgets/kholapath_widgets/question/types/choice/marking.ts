import { type Result, refuse, verdict } from "../../types.ts";
import { feedbackIds, type OptionItem } from "../options.ts";

export interface ChoiceItem extends OptionItem {
  answer?: string;
}

/** Marks the id of the chosen option. */
export function mark(item: ChoiceItem, response: unknown): Result {
  if (typeof response !== "string" || !item.options.some((o) => o.id === response)) return refuse();
  return verdict(item.mode, response === item.answer ? 1 : 0, feedbackIds(item, [response]));
}
