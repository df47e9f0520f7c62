/** What the frame and its panels share: one look at a question, and the steps it can take. */
import type { QuestionRecord } from "./state.ts";
import type { Item, QuestionType, Words } from "./types.ts";

/** Where a question stands: on its own, or in a quiz that marks it at once, later, or has done so. */
export type Stage = "alone" | "open" | "answering" | "over";

/** All that the panels draw from: one look at the model. */
export interface Look {
  item: Item;
  type: QuestionType;
  record: QuestionRecord;
  value: unknown;
  lang: string;
  words: Words;
  number: number | null;
  stage: Stage;
  locked: boolean;
  waiting: boolean;
  unanswered: boolean;
}

export interface Steps {
  submit(): void;
  hint(): void;
  skip(): void;
  reveal(): void;
  reset(): void;
  language(lang: string): void;
}
