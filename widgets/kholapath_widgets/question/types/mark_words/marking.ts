import type { Texts } from "../../../_shared/i18n.ts";
import { type Item, type Result, refuse, verdict } from "../../types.ts";
import { type Credit, credited } from "../credit.ts";

export interface MarkWordsItem extends Item {
  text: Texts;
  entries: { id: string; text: Texts; feedback?: Texts; feedback_unchosen?: Texts }[];
  answer?: string[];
  credit: Credit;
}

/** Marks the ids of the words by the item's credit rule. */
export function mark(item: MarkWordsItem, response: unknown): Result {
  const known = (id: unknown) => item.entries.some((entry) => entry.id === id);
  if (!Array.isArray(response) || !response.length || !response.every(known)) return refuse();
  const chosen = new Set(response as string[]);
  const score = credited(item.credit, chosen, item.answer ?? [], item.entries.length);
  const said = item.entries.filter((entry) => entry.feedback && chosen.has(entry.id));
  const unsaid = item.entries.filter((entry) => entry.feedback_unchosen && !chosen.has(entry.id));
  return verdict(item.mode, score, [
    ...said.map((entry) => `entries.${entry.id}.feedback`),
    ...unsaid.map((entry) => `entries.${entry.id}.feedback_unchosen`),
  ]);
}
