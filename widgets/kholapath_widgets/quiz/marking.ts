/** How a quiz is marked and counted (the twin of marking.py): pure functions of its record. */
import types from "virtual:question-types";
import type { Content } from "../_shared/card.ts";
import type { Texts } from "../_shared/i18n.ts";
import {
  current,
  FRESH,
  follow,
  isEmpty,
  lookUp,
  marked,
  type QuestionRecord,
} from "../question/state.ts";
import type { Item, Result } from "../question/types.ts";

export interface QuizContent extends Content {
  items: Item[];
  /** The ids of those where an answer can be right. */
  graded: string[];
  mode: "practice" | "exam";
  layout: "all" | "one";
  pass_mark?: number;
  confidence: boolean;
  seed: number;
}

/** One marking, as it was: what is counted at the end also knows the tries before the last. */
export interface Told {
  item: string;
  correct: boolean | null;
  feedback: string[];
  sure: boolean | null;
}

export interface QuizRecord {
  values: Record<string, unknown>;
  records: Record<string, QuestionRecord>;
  sure: Record<string, boolean>;
  finished: boolean;
  /** The questions of a second round; none in the first. */
  again: string[];
  /** Which of them is before the learner, where they come one after another. */
  at: number;
  log: Told[];
}

export const fresh = (): QuizRecord => ({
  values: {},
  records: {},
  sure: {},
  finished: false,
  again: [],
  at: 0,
  log: [],
});

export const ofOne = (record: QuizRecord, id: string): QuestionRecord => ({
  ...FRESH,
  ...record.records[id],
});

/** The questions of this round. */
export const round = ({ items }: QuizContent, { again }: QuizRecord): Item[] =>
  items.filter(({ id }) => !again.length || again.includes(id));

/** The record with one question's value, or its own record, changed. */
export function put(
  record: QuizRecord,
  id: string,
  changes: { value?: unknown; record?: QuestionRecord },
): QuizRecord {
  const next = { ...record };
  if ("value" in changes) next.values = { ...record.values, [id]: changes.value };
  if (!changes.record) return next;
  next.records = { ...record.records, [id]: changes.record };
  return logged(next, id, changes.record.result);
}

function logged(record: QuizRecord, id: string, result: Result | null): QuizRecord {
  if (!result || result.refused) return record;
  const { correct, feedback } = result;
  const told = { item: id, correct, feedback, sure: record.sure[id] ?? null };
  const known = record.log.some((one) => same(one, told));
  return known ? record : { ...record, log: [...record.log, told] };
}

const same = (a: Told, b: Told): boolean =>
  a.item === b.item &&
  a.correct === b.correct &&
  a.sure === b.sure &&
  a.feedback.join() === b.feedback.join();

/** Marks every answer that was not; what cannot be read is wrong. */
export function finished(record: QuizRecord, content: QuizContent): QuizRecord {
  let next = record;
  for (const item of round(content, record)) {
    const value = record.values[item.id];
    const last = ofOne(record, item.id);
    if (isEmpty(value) || current(last, value)) continue;
    const found = types[item.type]?.mark(item, value);
    if (!found) continue;
    const result = found.refused
      ? { ...found, refused: false, correct: false, feedback: [] }
      : found;
    next = put(next, item.id, { record: marked(last, value, result) });
  }
  return { ...next, finished: true };
}

/** What was not right is asked once more, from the start; the rest stays as it is. */
export function retried(record: QuizRecord, content: QuizContent): QuizRecord {
  const again = toRetry(content, record);
  const kept = <T>(all: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !again.includes(id)));
  return {
    ...record,
    values: kept(record.values),
    records: kept(record.records),
    sure: kept(record.sure),
    finished: false,
    again,
    at: 0,
  };
}

export const toRetry = ({ graded }: QuizContent, record: QuizRecord): string[] =>
  graded.filter((id) => ofOne(record, id).result?.correct !== true);

/** How many are answered: marked or given up; in an exam, written. */
export const answered = (
  { items, mode }: Pick<QuizContent, "items" | "mode">,
  record: QuizRecord,
): number => items.filter((item) => isAnswered(record, item.id, mode)).length;

export function isAnswered(record: QuizRecord, id: string, mode: QuizContent["mode"]): boolean {
  const { attempts, revealed, skipped } = ofOne(record, id);
  return attempts > 0 || revealed || skipped || (mode === "exam" && !isEmpty(record.values[id]));
}

export interface Score {
  got: number;
  most: number;
}

function scored(items: Item[], record: QuizRecord): Score {
  let got = 0;
  let most = 0;
  for (const { id, points } of items) {
    most += points;
    got += points * (ofOne(record, id).result?.score ?? 0);
  }
  return { got, most };
}

const gradedOf = ({ items, graded }: QuizContent): Item[] =>
  items.filter(({ id }) => graded.includes(id));

export const score = (content: QuizContent, record: QuizRecord): Score =>
  scored(gradedOf(content), record);

/** The score by what the questions test, in their order; those that say nothing of it are left out. */
export function byOutcome(
  content: QuizContent,
  record: QuizRecord,
): (Score & { outcome: Texts })[] {
  const groups = new Map<string, Item[]>();
  for (const item of gradedOf(content)) {
    if (!item.outcome) continue;
    const key = JSON.stringify(item.outcome);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, items]) => ({
    ...scored(items, record),
    outcome: JSON.parse(key) as Texts,
  }));
}

/** The misconceptions that answers showed, the most frequent first: in how many questions, and the
 * words said of the answer. */
export function misconceptions(
  { items }: QuizContent,
  { log }: QuizRecord,
): { tag: string; words: Texts; in: string[] }[] {
  const found = new Map<string, { tag: string; words: Texts; in: string[] }>();
  for (const { item: id, feedback } of log) {
    const item = items.find((one) => one.id === id);
    for (const path of feedback) {
      const tag = follow(item, path.replace(/\.feedback$/, ".misconception"));
      const words = lookUp(item, path);
      if (typeof tag !== "string" || !words) continue;
      const known = found.get(tag) ?? { tag, words, in: [] };
      if (!known.in.includes(id)) known.in.push(id);
      found.set(tag, known);
    }
  }
  return [...found.values()].sort((a, b) => b.in.length - a.in.length);
}

/** The questions that the learner was sure of, and had wrong. */
export const sureButWrong = ({ items }: QuizContent, { log }: QuizRecord): string[] =>
  items
    .map(({ id }) => id)
    .filter((id) => log.some((t) => t.item === id && t.sure && t.correct === false));
