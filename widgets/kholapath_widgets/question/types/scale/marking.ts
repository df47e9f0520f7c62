import { type Result, refuse, verdict } from "../../types.ts";
import { feedbackIds, type OptionItem } from "../options.ts";

export interface ScaleItem extends OptionItem {
  layout: "row" | "list";
}

/** Takes the id of the chosen step; none is right or wrong. */
export function mark(item: ScaleItem, response: unknown): Result {
  if (typeof response !== "string" || !item.options.some((o) => o.id === response)) return refuse();
  return verdict(item.mode, 0, feedbackIds(item, [response]));
}
