import type { Texts } from "../../../_shared/i18n.ts";
import { jsonNumber } from "../../../_shared/numbers.ts";
import { type Item, type Result, refuse } from "../../types.ts";

export interface Point {
  id: string;
  label: Texts;
  value?: number;
}

export interface DrawItem extends Item {
  chart: "line" | "bars";
  marks: Point[];
  axis: { min: number; max: number; step: number };
  unit?: Texts;
  answer: Record<string, number>;
  after: Texts;
}

/** What was drawn, by id: whatever a response holds of it. */
export function drawing(item: DrawItem, response: unknown): Record<string, number> {
  const given = (typeof response === "object" ? response : null) as Record<string, unknown> | null;
  const open = item.marks.filter((p) => p.value === undefined);
  const numbers = open.map(({ id }) => [
    id,
    given && Object.hasOwn(given, id) ? jsonNumber(given[id]) : null,
  ]);
  return Object.fromEntries(numbers.filter(([, value]) => value !== null));
}

/** Takes the drawing when it is whole; nothing about it is right or wrong. */
export function mark(item: DrawItem, response: unknown): Result {
  const found = Object.keys(drawing(item, response)).length;
  const wanted = item.marks.filter((p) => p.value === undefined).length;
  if (found < wanted) return refuse(found ? "@unfinished" : "@empty");
  return { score: 0, correct: null, feedback: ["after"], read: null, refused: false };
}
