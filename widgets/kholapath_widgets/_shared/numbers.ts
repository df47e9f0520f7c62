/** Reads a number as people write one (the twin of numbers.py; see tests/vectors/numbers.json). */

import { SPACE } from "./graphemes.ts";

export const NOT_A_NUMBER = "@not_a_number";
export const AMBIGUOUS = "@ambiguous_number";

export interface Reading {
  value: number | null;
  rest: string;
  problem: string | null;
}

const NUMBER =
  /^([+-]?) ?[$৳€£₹]? ?([0-9][0-9.,' _]*|\.[0-9]+)(?:[x×*·] ?10 ?(?:\^|\*\*) ?([+-]?[0-9]{1,3})|[eE]([+-]?[0-9]{1,3}))?(?![0-9])([\s\S]*)$/;
const GROUPED = /^(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3})$/;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";

const problem = (id: string): Reading => ({ value: null, rest: "", problem: id });

/** A JSON number of an ordinary size; null for anything else. */
export const jsonNumber = (value: unknown): number | null =>
  typeof value === "number" && Math.abs(value) < 1e300 ? value : null;

/** The number that `text` opens with; a comma that could be either sign is reported, not guessed. */
export function readNumber(text: string): Reading {
  const written = plain(text);
  const match = NUMBER.exec(written);
  if (!match) return problem(written ? NOT_A_NUMBER : "@empty");
  const [, sign = "", raw = "", power, exp, rest = ""] = match;
  const body = decimal(raw.replace(/^[ _']+|[ _']+$/g, ""), /[০-৯]/.test(text));
  if (body === NOT_A_NUMBER || body === AMBIGUOUS) return problem(body);
  const exponent = power ?? exp;
  const value = Number(`${sign}${body}${exponent ? `e${exponent}` : ""}`);
  return { value, rest: rest.replace(/^[ $৳€£₹]+|[ $৳€£₹]+$/g, ""), problem: null };
}

/** Folds digits, spaces, minus signs and raised powers to ASCII; a final full stop goes. */
function plain(text: string): string {
  return text
    .replace(
      /[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (m) => `^${[...m].map((c) => "0123456789+-"[RAISED.indexOf(c)]).join("")}`,
    )
    .replace(/[০-৯]/g, (d) => String("০১২৩৪৫৬৭৮৯".indexOf(d)))
    .replace(/[−–—‐‑]/g, "-")
    .replace(/’/g, "'")
    .replace(/⋅/g, "·")
    .normalize("NFKC")
    .replace(new RegExp(`${SPACE}+`, "g"), " ")
    .replace(/^ +/, "")
    .replace(/[ .,;!?।]+$/, "")
    .replace(/^([+-]? ?)(?=10 ?(?:\^|\*\*))/, "$11×"); // 10^25 is 1 × 10^25
}

/** The digits with a point alone, or the problem. */
function decimal(body: string, bengali: boolean): string {
  if (/[ _']/.test(body)) return spaced(body);
  const signs = body.match(/[.,]/g) ?? [];
  if (new Set(signs).size > 1) {
    return grouped(...cut(body, body.lastIndexOf(",") > body.lastIndexOf(".") ? "," : "."));
  }
  if (!signs.length || (signs.length === 1 && signs[0] === ".")) return body;
  if (signs[0] === "." || bengali || signs.length > 1) return grouped(body, "");
  const [whole = "", fraction = ""] = body.split(",");
  if (fraction.length === 3 && /[1-9]/.test(whole) && whole.length <= 3) return AMBIGUOUS;
  return `${whole}.${fraction}`;
}

/** Spaces group the whole part, so that what follows a sign is the fraction. */
function spaced(body: string): string {
  const [whole, fraction] = cut(body, body.includes(",") ? "," : ".");
  return grouped(whole.replace(/[ _']/g, ","), fraction);
}

/** Splits at the last `sign`, the decimal one. */
function cut(body: string, sign: string): [string, string] {
  const at = body.lastIndexOf(sign);
  return at < 0 ? [body, ""] : [body.slice(0, at), body.slice(at + 1)];
}

/** A grouped whole part and a fraction, if the groups are groups and of one kind. */
function grouped(written: string, fraction: string): string {
  if (written.includes(".") && written.includes(",")) return NOT_A_NUMBER;
  const whole = written.replaceAll(".", ",");
  if (!GROUPED.test(whole) || !/^[0-9]*$/.test(fraction)) return NOT_A_NUMBER;
  return whole.replaceAll(",", "") + (fraction ? `.${fraction}` : "");
}
