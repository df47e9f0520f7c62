import { fold } from "../../../_shared/graphemes.ts";
import type { Texts } from "../../../_shared/i18n.ts";
import { type Item, type Result, refuse } from "../../types.ts";

export interface OpenItem extends Item {
  answer?: { model?: Texts; rubric: { id: string; text: Texts; points: number }[] };
  lines: number;
  least: number;
}

/** A response: the text, and the ids of the criteria that the learner finds in it. */
export interface Own {
  text: string;
  met?: string[];
}

/** What a response says; a text alone is one too. */
export function own(response: unknown): Own {
  const given = typeof response === "object" ? response : { text: response };
  const { text, met } = (given ?? {}) as Record<string, unknown>;
  return {
    text: typeof text === "string" ? text : "",
    ...(Array.isArray(met) ? { met: met as string[] } : {}),
  };
}

/** How many words a text has. */
export const wordCount = (text: string): number => {
  const folded = fold(text);
  return folded ? folded.split(" ").length : 0;
};

/** The points of the criteria found, and of all. */
export function points(item: OpenItem, met: string[] = []): [number, number] {
  const rubric = item.answer?.rubric ?? [];
  const sum = (found: typeof rubric) => found.reduce((total, c) => total + c.points, 0);
  return [sum(rubric.filter((c) => met.includes(c.id))), sum(rubric)];
}

/** Takes the text; the score is what the learner finds in it, and nothing is right or wrong. */
export function mark(item: OpenItem, response: unknown): Result {
  const { text, met } = own(response);
  const words = wordCount(text);
  if (!words) return refuse();
  if (words < item.least) return refuse("@too_short");
  const [found, total] = item.mode === "survey" || !met ? [0, 0] : points(item, met);
  const score = total ? found / total : 0;
  return { score, correct: null, feedback: [], read: null, refused: false };
}
