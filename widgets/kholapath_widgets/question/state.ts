/** A question's record and how each step changes it: pure, so that it can be tested without a page. */
import type { Texts } from "../_shared/i18n.ts";
import type { Item, Result } from "./types.ts";

export interface QuestionRecord {
  attempts: number;
  hints: number;
  revealed: boolean;
  skipped: boolean;
  submitted: unknown;
  result: Result | null;
  /** Words sent by the kernel, where the key is not in the browser. */
  messages: Texts[];
  /** What the kernel adds for the body to show. */
  extra: unknown;
}

export const FRESH: QuestionRecord = {
  attempts: 0,
  hints: 0,
  revealed: false,
  skipped: false,
  submitted: null,
  result: null,
  messages: [],
  extra: null,
};

export type Status =
  | "untouched"
  | "answered"
  | "right"
  | "partly"
  | "wrong"
  | "revealed"
  | "skipped"
  | "thanks";

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Marked: a refused response is no try. */
export const marked = (record: QuestionRecord, value: unknown, result: Result): QuestionRecord => ({
  ...record,
  attempts: record.attempts + (result.refused ? 0 : 1),
  submitted: value,
  result,
  skipped: false,
  messages: [],
  extra: null,
});

export const hinted = (record: QuestionRecord, item: Item): QuestionRecord => ({
  ...record,
  hints: Math.min(record.hints + 1, item.hints.length),
});

/** "I don't know" is an answer too: it opens the first hint and the way to the answer. */
export const skipped = (record: QuestionRecord, item: Item): QuestionRecord => ({
  ...record,
  skipped: true,
  hints: Math.max(record.hints, Math.min(1, item.hints.length)),
});

export const revealed = (record: QuestionRecord): QuestionRecord => ({ ...record, revealed: true });

/** The result, as long as it is of what is shown now. */
export const current = (record: QuestionRecord, value: unknown): Result | null =>
  same(record.submitted, value) ? record.result : null;

export const triesLeft = (record: QuestionRecord, item: Item): number =>
  item.attempts === undefined ? Number.POSITIVE_INFINITY : item.attempts - record.attempts;

export function status(record: QuestionRecord, value: unknown): Status {
  const result = current(record, value);
  if (result && !result.refused) {
    if (result.correct === null) return "thanks";
    if (result.correct) return "right";
  }
  if (record.revealed) return "revealed";
  if (result && !result.refused) return result.score > 0 ? "partly" : "wrong";
  if (record.skipped) return "skipped";
  return isEmpty(value) ? "untouched" : "answered";
}

/** Nothing given yet: a list or a map of nothings is nothing too. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  (typeof value === "object" && Object.values(value).every(isEmpty));

/** Whether the key is here or with the kernel, which then marks. */
export const keyIsHere = (item: Item): boolean => !item.sealed;

/** Whether the answer may be shown: after a try, never before. */
export const canReveal = (record: QuestionRecord, item: Item): boolean =>
  item.mode !== "survey" &&
  !record.revealed &&
  record.result?.correct !== true &&
  (record.skipped || record.attempts >= item.reveal_after || triesLeft(record, item) <= 0);

/** What stands at a path in the item (`options.b.feedback`): lists by their entries' id. */
export function follow(form: unknown, path: string): unknown {
  let here = form;
  for (const step of path.split(".")) {
    here = Array.isArray(here)
      ? here.find((entry) => entry?.id === step)
      : (here as Record<string, unknown> | undefined)?.[step];
  }
  return here;
}

/** Where the words of a result are, followed through the item. */
export function lookUp(form: unknown, path: string): Texts | undefined {
  const here = follow(form, path);
  return here && typeof here === "object" ? (here as Texts) : undefined;
}
