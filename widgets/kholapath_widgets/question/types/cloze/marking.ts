import { fold } from "../../../_shared/graphemes.ts";
import type { Texts } from "../../../_shared/i18n.ts";
import { type Item, type Result, refuse, verdict } from "../../types.ts";
import type { Entry } from "../pairs.ts";
import { match } from "../text/marking.ts";

export interface Gap {
  id: string;
  text?: Texts;
  options: Entry[];
  feedback?: Texts;
}

export interface ClozeItem extends Item {
  text: Texts;
  gaps: Gap[];
  bank: Entry[];
  reuse: boolean;
  answer?: Record<string, string | string[]>;
  near: number;
  case: boolean;
  credit: "all" | "each_answer";
}

/** What a gap can be filled with; nothing if it is typed. */
export const optionsOf = (item: ClozeItem, gap: Gap): Entry[] =>
  gap.options.length ? gap.options : item.bank;

/** Every filling that counts; none where the item is sealed. */
export function accepted({ answer = {} }: ClozeItem, gap: Gap): string[] {
  const right = Object.hasOwn(answer, gap.id) ? answer[gap.id] : undefined;
  return typeof right === "string" ? [right] : (right ?? []);
}

/** What each filled gap holds; null if the response is no map of gaps to texts. */
export function read(item: ClozeItem, response: unknown): Map<string, string> | null {
  if (typeof response !== "object" || response === null || Array.isArray(response)) return null;
  const given = new Map<string, string>();
  for (const [id, value] of Object.entries(response)) {
    const gap = item.gaps.find((one) => one.id === id);
    if (!gap || typeof value !== "string") return null;
    const options = optionsOf(item, gap);
    if (options.length && value && !options.some((o) => o.id === value)) return null;
    if (fold(value)) given.set(id, value);
  }
  return given;
}

/** Whether what fills a gap is one of the accepted texts, or nearly. */
export function judged(item: ClozeItem, gap: Gap, value: string): "exact" | "near" | "none" {
  const right = accepted(item, gap);
  if (!value || !right.length) return "none";
  const typed = !optionsOf(item, gap).length;
  return match(value, right, typed ? item.near : 0, !typed || item.case);
}

/** Marks gap by gap; a near miss is told, and costs no try. */
export function mark(item: ClozeItem, response: unknown): Result {
  const given = read(item, response);
  if (!given?.size) return refuse();
  const found = item.gaps.map((gap) => judged(item, gap, given.get(gap.id) ?? ""));
  if (found.includes("near")) return refuse("@near_miss");
  const hits = found.filter((how) => how === "exact").length;
  const score = item.credit === "all" ? Number(hits === found.length) : hits / found.length;
  const said = item.gaps.filter(
    (gap, i) => gap.feedback && given.has(gap.id) && found[i] === "none",
  );
  return verdict(
    item.mode,
    score,
    said.map((gap) => `gaps.${gap.id}.feedback`),
  );
}
