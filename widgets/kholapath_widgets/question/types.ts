/** What a question type is to the frame. A folder under types/ whose view.ts default-exports one of
 * these is a question type; nothing else has to know it. */
import type { Texts } from "../_shared/i18n.ts";

export type Words = Record<string, string>;

/** The outcome of marking (the twin of result.py). */
export interface Result {
  score: number;
  correct: boolean | null;
  feedback: string[];
  read: string | null;
  refused: boolean;
}

/** An item's view form: texts are sanitised HTML by language. */
export interface Item {
  id: string;
  type: string;
  prompt: Texts;
  mode: "practice" | "check" | "survey";
  hints: Texts[];
  explanation?: Texts;
  attempts?: number;
  points: number;
  /** What it tests, in plain words. */
  outcome?: Texts;
  reveal_after: number;
  /** The key is with the kernel, which marks. */
  sealed?: true;
}

/** What a body is told to show. */
export interface Shown {
  value: unknown;
  /** The result for exactly this value, if it has been marked. */
  result: Result | null;
  /** The answer is to be seen. */
  revealed: boolean;
  /** Nothing can be changed any more. */
  locked: boolean;
  /** What the kernel added when it last marked (see Judged in result.py). */
  extra: unknown;
}

export interface BodyContext<I extends Item = Item> {
  item: I;
  lang: string;
  seed: number;
  words: Words;
  change(value: unknown): void;
  submit(): void;
}

export interface Body {
  el: HTMLElement;
  show(shown: Shown): void;
  /** Takes back what the body has outside `el`: timers, observers, listeners. */
  stop?(): void;
}

export interface QuestionType<I extends Item = Item> {
  mark(item: I, response: unknown): Result;
  body(context: BodyContext<I>): Body;
  /** Its words by language: its own, and any of the frame's that it says otherwise. */
  words: Record<string, Words>;
  /** The primary button's word, a key of `words`, where it is not "Check". */
  button?: string;
  /** Opens the feedback with a sentence on this answer. */
  remark?(item: I, value: unknown, lang: string, words: Words): string;
  /** Answered once: the first answer stands. */
  once?: boolean;
  /** Nothing about it is right or wrong, whatever the mode. */
  ungraded?: boolean;
  /** How long the kernel may take to mark, in ms, where it is longer than for most. */
  patience?(item: I): number;
}

export const refuse = (reason = "@empty", read: string | null = null): Result => ({
  score: 0,
  correct: null,
  feedback: [reason],
  read,
  refused: true,
});

export const verdict = (
  mode: Item["mode"],
  score: number,
  feedback: string[],
  read: string | null = null,
): Result =>
  mode === "survey"
    ? { score: 0, correct: null, feedback, read, refused: false }
    : { score, correct: score === 1, feedback, read, refused: false };
