/** Reads a number as people write one (the twin of numbers.py; see tests/vectors/numbers.json). */

export const NOT_A_NUMBER = "@not_a_number";
export const AMBIGUOUS = "@ambiguous_number";

export interface Reading {
  value: number | null;
  rest: string;
  problem: string | null;
}

const NUMBER =
  /^([+-]?)\s*[$৳€£]?\s*(\d[\d.,' _]*|\.\d+)(?:\s*[x×*]\s*10\s*\^\s*([+-]?\d{1,3})|[eE]([+-]?\d{1,3}))?\s*([\s\S]*)$/;
const GROUPED = /^(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})$/;
const POINT_GROUPED = /^\d{1,3}(?:\.\d{3})+$/;

const problem = (id: string): Reading => ({ value: null, rest: "", problem: id });

/** The number that `text` opens with; a comma that could be either sign is reported, not guessed. */
export function readNumber(text: string): Reading {
  const match = NUMBER.exec(plain(text));
  if (!match) return problem(NOT_A_NUMBER);
  const [, sign = "", raw = "", power, exp, rest = ""] = match;
  const body = decimal(raw.replace(/^[ _']+|[ _']+$/g, ""), /[০-৯]/.test(text));
  if (body === NOT_A_NUMBER || body === AMBIGUOUS) return problem(body);
  const exponent = power ?? exp;
  const value = Number(`${sign}${body}${exponent ? `e${exponent}` : ""}`);
  return { value, rest: rest.trim(), problem: null };
}

function plain(text: string): string {
  return text
    .replace(/[০-৯]/g, (d) => String("০১২৩৪৫৬৭৮৯".indexOf(d)))
    .normalize("NFKC")
    .replace(/[−–]/g, "-")
    .replace(/’/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

function decimal(written: string, bengali: boolean): string {
  const body = written.replace(/(?<=\d)[ _'](?=\d)/g, "");
  const commas = body.split(",").length - 1;
  const points = body.split(".").length - 1;
  if (commas && points) return mixed(body);
  if (points > 1) return POINT_GROUPED.test(body) ? body.replaceAll(".", "") : NOT_A_NUMBER;
  if (!commas) return body.replace(/\.+$/, "");
  if (bengali || commas > 1) return GROUPED.test(body) ? body.replaceAll(",", "") : NOT_A_NUMBER;
  const [whole = "", fraction = ""] = body.split(",");
  if (fraction.length === 3 && /[1-9]/.test(whole) && whole.length <= 3) return AMBIGUOUS;
  return fraction ? `${whole}.${fraction}` : NOT_A_NUMBER;
}

/** Both signs occur: the last one is the decimal sign, the other groups. */
function mixed(body: string): string {
  const sign = body.lastIndexOf(",") > body.lastIndexOf(".") ? "," : ".";
  const at = body.lastIndexOf(sign);
  const whole = body.slice(0, at);
  const fraction = body.slice(at + 1);
  const grouped = whole.replaceAll(".", ",");
  if (whole.includes(sign) || !GROUPED.test(grouped) || !/^\d+$/.test(fraction))
    return NOT_A_NUMBER;
  return `${grouped.replaceAll(",", "")}.${fraction}`;
}
