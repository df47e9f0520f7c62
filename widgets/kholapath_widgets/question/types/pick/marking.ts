import type { Texts } from "../../../_shared/i18n.ts";
import { type Item, type Result, refuse, verdict } from "../../types.ts";
import { echo, readResponse, type Tolerance, within } from "../numeric/marking.ts";

interface PickMark {
  id: string;
  label: Texts;
  value: number;
  feedback?: Texts;
}

/** How the key is found: one of these. */
interface Rule {
  mark?: string;
  rank?: number;
  nearest?: number;
  first_above?: number;
  value_of?: string;
  ratio?: [string, string];
  difference?: [string, string];
  tolerance: Tolerance;
}

export interface PickItem extends Item {
  chart: "bars" | "line";
  marks: PickMark[];
  unit?: Texts;
  answer?: Rule;
  /** The unit of the number asked for, where the key is with the kernel. */
  asked?: Texts;
}

/** The unit of the number asked for, empty for none; null where a mark is chosen. */
export function asked({ answer, unit, asked }: PickItem): Texts | null {
  if (answer?.ratio) return {};
  if (answer?.value_of || answer?.difference) return unit ?? {};
  return asked ?? null;
}

/** The ids of the marks that are right: several where they are level (see marking.py). */
export function rightMarks({ answer, marks }: PickItem): string[] {
  const ids = (found: PickMark[]) => found.map((m) => m.id);
  if (!answer) return [];
  const { mark, rank, nearest, first_above: above } = answer;
  if (mark !== undefined) return [mark];
  if (above !== undefined) return ids(marks.filter((m) => m.value > above)).slice(0, 1);
  const values = marks.map((m) => m.value);
  if (rank !== undefined) {
    const wanted = [...values].sort((a, b) => b - a).at(rank > 0 ? rank - 1 : rank);
    return ids(marks.filter((m) => m.value === wanted));
  }
  const off = (value: number) => Math.abs(value - (nearest ?? 0));
  const near = Math.min(...values.map(off));
  return ids(marks.filter((m) => off(m.value) === near));
}

/** The number that is right. */
export function rightValue({ answer, marks }: PickItem): number {
  const at = (id?: string) => marks.find((m) => m.id === id)?.value ?? Number.NaN;
  if (answer?.ratio) return at(answer.ratio[0]) / at(answer.ratio[1]);
  if (answer?.difference) return at(answer.difference[0]) - at(answer.difference[1]);
  return at(answer?.value_of);
}

/** Marks the id of a mark, or the number that was typed. */
export function mark(item: PickItem, response: unknown): Result {
  const unit = asked(item);
  if (unit) return markNumber(item, response, Object.values(unit));
  const chosen = item.marks.find((m) => m.id === response);
  if (!chosen) return refuse();
  const said = chosen.feedback ? [`marks.${chosen.id}.feedback`] : [];
  return verdict(item.mode, rightMarks(item).includes(chosen.id) ? 1 : 0, said);
}

function markNumber(item: PickItem, response: unknown, units: string[]): Result {
  const { value, problem } = readResponse(response, units);
  if (value === null) return refuse(problem ?? "@empty");
  const right = item.answer && within(value, rightValue(item), item.answer.tolerance);
  return verdict(item.mode, right ? 1 : 0, [], echo(value));
}
