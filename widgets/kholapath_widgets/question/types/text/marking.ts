import { distance, fold, graphemes } from "../../../_shared/graphemes.ts";
import type { Texts } from "../../../_shared/i18n.ts";
import { type Item, type Result, refuse, verdict } from "../../types.ts";

interface Wrong {
  id: string;
  accept: string[];
  feedback: Texts;
}

export interface TextItem extends Item {
  answer?: { accept: string[]; near: number; case: boolean };
  wrong?: Wrong[];
}

const LONGEST = 500;

/** Whether `response` is one of `accepted`, or within `near` graphemes of one (see marking.py). */
export function match(response: string, accepted: string[], near: number, matchCase: boolean) {
  const given = fold([...response].slice(0, LONGEST).join(""), matchCase);
  const targets = accepted.map((text) => fold(text, matchCase));
  if (targets.includes(given)) return "exact";
  const size = graphemes(given).length;
  const close = targets.some((target) => {
    const length = graphemes(target).length;
    if (length <= 3 || Math.abs(length - size) > near) return false;
    const edits = distance(given, target);
    return edits > 0 && edits <= near;
  });
  return close ? "near" : "none";
}

/** Marks what was typed; a near miss is told, and costs no try. */
export function mark(item: TextItem, response: unknown): Result {
  if (typeof response !== "string" || !fold(response)) return refuse();
  if (!item.answer) return verdict(item.mode, 0, []);
  const wrong = item.wrong?.find((w) => match(response, w.accept, 0, false) === "exact");
  if (wrong) return verdict(item.mode, 0, [`wrong.${wrong.id}.feedback`]);
  const found = match(response, item.answer.accept, item.answer.near, item.answer.case);
  if (found === "near") return refuse("@near_miss");
  return verdict(item.mode, found === "exact" ? 1 : 0, []);
}
