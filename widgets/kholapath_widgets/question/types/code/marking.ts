import { SPACE } from "../../../_shared/graphemes.ts";
import type { Texts } from "../../../_shared/i18n.ts";
import { type Item, type Result, refuse } from "../../types.ts";

export interface CodeItem extends Item {
  starter?: Texts;
  setup: string;
  answer?: { solution: string; checks: { id: string; text: Texts }[] };
  seconds: number;
}

const LONGEST = 20_000;
const squeezed = (text: string): string => text.replace(new RegExp(`${SPACE}+`, "g"), "");

/** Takes a program as far as a browser can: whether there is one to run. */
export function mark(item: CodeItem, response: unknown): Result {
  if (typeof response !== "string" || !squeezed(response)) return refuse();
  if ([...response].length > LONGEST) return refuse("@too_long");
  const starters = Object.values(item.starter ?? {}).map(squeezed);
  if (starters.includes(squeezed(response))) return refuse("@unchanged");
  if (response.includes("____")) return refuse("@blanks");
  return { score: 0, correct: null, feedback: [], read: null, refused: false };
}
