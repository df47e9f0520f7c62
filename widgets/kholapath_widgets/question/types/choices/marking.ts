import { type Result, refuse, verdict } from "../../types.ts";
import { feedbackIds, type OptionItem } from "../options.ts";

export interface ChoicesItem extends OptionItem {
  answer?: string[];
  credit: keyof typeof RULES;
  choose?: number;
}

type Rule = (hits: number, wrong: number, answers: number, options: number) => number;

/** The four credit rules, by PrairieLearn's names (the twin of marking.py). */
const RULES = {
  all: (hits, wrong, answers) => (hits === answers && wrong === 0 ? 1 : 0),
  net_correct: (hits, wrong, answers) => (answers ? Math.max(0, hits - wrong) / answers : 0),
  coverage: (hits, wrong, answers) =>
    answers && hits ? (hits / answers) * (hits / (hits + wrong)) : 0,
  each_answer: (hits, wrong, answers, options) => (options - wrong - (answers - hits)) / options,
} satisfies Record<string, Rule>;

/** Marks the ids of the chosen options by the item's credit rule. */
export function mark(item: ChoicesItem, response: unknown): Result {
  const known = (id: unknown) => item.options.some((o) => o.id === id);
  if (!Array.isArray(response) || !response.every(known)) return refuse();
  const chosen = [...new Set(response as string[])];
  if (!chosen.length) return refuse();
  const answers = item.answer ?? [];
  const hits = chosen.filter((id) => answers.includes(id)).length;
  const rule: Rule = RULES[item.credit];
  const score = rule(hits, chosen.length - hits, answers.length, item.options.length);
  return verdict(item.mode, score, feedbackIds(item, chosen));
}
