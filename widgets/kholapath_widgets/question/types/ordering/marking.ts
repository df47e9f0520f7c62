import type { Texts } from "../../../_shared/i18n.ts";
import { type Item, type Result, refuse, verdict } from "../../types.ts";

export interface OrderingItem extends Item {
  entries: { id: string; text: Texts; feedback?: Texts }[];
  answer?: string[];
  credit: "exact" | "lcs";
}

/** The response, if it is all the ids, each once. */
export function readOrder(item: OrderingItem, response: unknown): string[] | null {
  if (!Array.isArray(response) || response.length !== item.entries.length) return null;
  return item.entries.every((entry) => response.includes(entry.id)) ? response : null;
}

/** The longest run of the response that is in the order of the answer (see marking.py). */
export function kept(response: readonly string[], answer: readonly string[]): string[] {
  const places = answer.length ? response.map((id) => answer.indexOf(id)) : [];
  const at = (list: number[], i: number) => list[i] as number;
  const longest = places.map(() => 1);
  for (let i = places.length - 1; i >= 0; i--) {
    const after = longest.filter((_, j) => j > i && at(places, j) > at(places, i));
    longest[i] = 1 + Math.max(0, ...after);
  }
  const run: string[] = [];
  let last = -1;
  let wanted = Math.max(0, ...longest);
  places.forEach((place, i) => {
    if (longest[i] !== wanted || place < last) return;
    run.push(response[i] as string);
    last = place;
    wanted -= 1;
  });
  return run.length > 1 ? run : [];
}

/** Marks the order of all ids; the words are those of the entries to move. */
export function mark(item: OrderingItem, response: unknown): Result {
  const given = readOrder(item, response);
  if (!given) return refuse();
  const answer = item.answer ?? [];
  const run = kept(given, answer);
  const spoken = (id: string) => item.entries.find((entry) => entry.id === id)?.feedback;
  const said = given.filter((id) => answer.length && !run.includes(id) && spoken(id));
  const whole = item.credit === "exact" || !run.length;
  const score = whole ? Number(run.length === given.length) : (run.length - 1) / (given.length - 1);
  return verdict(
    item.mode,
    score,
    said.map((id) => `entries.${id}.feedback`),
  );
}
