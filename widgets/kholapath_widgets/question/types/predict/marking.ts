import type { Texts } from "../../../_shared/i18n.ts";
import { jsonNumber } from "../../../_shared/numbers.ts";
import { type Item, type Result, refuse } from "../../types.ts";

export interface PredictItem extends Item {
  answer: { value: number; unit?: Texts };
  range: { min: number; max: number; step: number; start: number };
  bars: { label: Texts; value?: number }[];
  after: Texts;
}

/** Takes the guess; nothing about it is right or wrong. */
export const mark = (_item: PredictItem, response: unknown): Result =>
  jsonNumber(response) === null
    ? refuse()
    : { score: 0, correct: null, feedback: ["after"], read: null, refused: false };
