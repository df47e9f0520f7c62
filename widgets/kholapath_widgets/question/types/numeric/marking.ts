import { fold } from "../../../_shared/graphemes.ts";
import type { Texts } from "../../../_shared/i18n.ts";
import { jsonNumber, NOT_A_NUMBER, type Reading, readNumber } from "../../../_shared/numbers.ts";
import { type Item, type Result, refuse, verdict } from "../../types.ts";

export type Tolerance = number | string;

interface Slip {
  id: string;
  value: number;
  tolerance: Tolerance;
  feedback: Texts;
}

export interface NumericItem extends Item {
  answer?: { value: number; tolerance: Tolerance; unit?: Texts };
  unit?: Texts;
  slips?: Slip[];
}

const LONGEST = 200;
const unread = (problem: string): Reading => ({ value: null, rest: "", problem });

export const units = (item: NumericItem): Texts => item.answer?.unit ?? item.unit ?? {};

/** Reads what was typed; what stands after the number must belong to the unit. */
export function readResponse(response: unknown, names: string[]): Reading {
  if (typeof response !== "string") {
    const value = jsonNumber(response);
    return { value, rest: "", problem: value === null ? "@empty" : null };
  }
  if ([...response].length > LONGEST) return unread(NOT_A_NUMBER);
  const reading = readNumber(response);
  if (reading.value === null) return reading;
  if (!Number.isFinite(reading.value)) return unread(NOT_A_NUMBER);
  if (reading.rest && !belongs(reading.rest, names)) {
    return unread(names.length ? "@wrong_unit" : NOT_A_NUMBER);
  }
  return reading;
}

/** Bengali counts with them: ২৬টি, ২৬ জন; a unit is neither right nor wrong by them. */
const CLASSIFIERS = new Set(["টি", "টা", "খানা", "জন"]);

/** Whether `rest` is the unit or some of its words, in any of its languages. */
function belongs(rest: string, names: string[]): boolean {
  const said = fold(rest).split(" ").filter(Boolean);
  const words = said.filter((word) => !CLASSIFIERS.has(word));
  if (!words.length) return said.length > 0;
  return names.some((name) => {
    const all = new Set(fold(name).split(" "));
    return words.every((word) => all.has(word));
  });
}

export function within(value: number, target: number, tolerance: Tolerance): boolean {
  const allowed =
    typeof tolerance === "string"
      ? (Math.abs(target) * Number(tolerance.replace(/[% ]+$/, ""))) / 100
      : tolerance;
  return Math.abs(value - target) <= allowed + 1e-9 * Math.abs(target);
}

/** A value as plain digits, the shortest that read back the same, as Python writes them. */
export function echo(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e16)) return String(value);
  return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
}

/** Marks what was typed; a number that cannot be read for sure is refused. */
export function mark(item: NumericItem, response: unknown): Result {
  const reading = readResponse(response, Object.values(units(item)));
  const { value } = reading;
  if (value === null) return refuse(reading.problem ?? "@empty");
  const read = echo(value);
  if (!item.answer) return verdict(item.mode, 0, [], read);
  if (within(value, item.answer.value, item.answer.tolerance))
    return verdict(item.mode, 1, [], read);
  const slip = item.slips?.find((s) => within(value, s.value, s.tolerance));
  return verdict(item.mode, 0, slip ? [`slips.${slip.id}.feedback`] : [], read);
}
