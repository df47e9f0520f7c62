import type { Texts } from "../../../_shared/i18n.ts";
import { type Result, refuse, verdict } from "../../types.ts";
import { feedbackIds, type OptionItem } from "../options.ts";

export interface TrueFalseItem extends OptionItem {
  answer?: boolean;
  because?: string;
  credit: "all" | "each_answer";
  wrong?: { feedback: Texts };
}

export const VERDICTS = ["true", "false"];

/** What a response says: the verdict and the reason; a lone string is a list of one. */
export function split(response: unknown): { said: unknown[]; reasons: unknown[] } | null {
  const given = typeof response === "string" ? [response] : response;
  if (!Array.isArray(given)) return null;
  const isVerdict = (one: unknown) => VERDICTS.includes(one as string);
  return { said: given.filter(isVerdict), reasons: given.filter((one) => !isVerdict(one)) };
}

/** Marks the verdict, and the reason where one is asked for. */
export function mark(item: TrueFalseItem, response: unknown): Result {
  const given = split(response);
  if (!given?.reasons.every((id) => item.options.some((o) => o.id === id))) return refuse();
  const { said, reasons } = given;
  if (said.length + reasons.length === 0 || said.length > 1 || reasons.length > 1) return refuse();
  if (!said.length || reasons.length < Math.min(1, item.options.length)) return refuse("@half");
  const known = item.answer !== undefined;
  const hit = known && said[0] === String(item.answer);
  const hits = [hit, ...reasons.map((id) => id === item.because)];
  const right = hits.filter(Boolean).length;
  const score = item.credit === "all" ? Number(right === hits.length) : right / hits.length;
  const wrong = item.wrong && known && !hit ? ["wrong.feedback"] : [];
  return verdict(item.mode, score, [...wrong, ...feedbackIds(item, reasons as string[])]);
}
