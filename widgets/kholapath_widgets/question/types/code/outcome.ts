/** What came of a program: what it printed, what stopped it, which checks it passed. */
import { h, sign } from "../../../_shared/dom.ts";
import { safe } from "../../../_shared/html.ts";
import { digits, fill, pick, type Texts } from "../../../_shared/i18n.ts";
import type { Words } from "../../types.ts";

/** As the kernel sends it (see judge in __init__.py). */
export interface Outcome {
  output: string;
  error: { kind: string; line: number | null; text: string } | null;
  checks: { correct: boolean; type: string; text: Texts }[];
}

export function outcome(found: Outcome, old: boolean, lang: string, words: Words): Node[] {
  const title = (key: string) => h("p", { class: "kp-code-title" }, words[key]);
  const plain = (text: string) =>
    h("pre", { class: "kp-listing", tabindex: 0, dir: "auto", translate: "no" }, text);
  return [
    ...(found.output ? [title(old ? "output_old" : "output"), plain(found.output)] : []),
    ...(found.error && !old ? stopped(found.error, lang, words) : []),
    ...(found.checks.length && !old ? [title("checked"), checks(found, lang, words)] : []),
  ];
}

function stopped(
  { kind, line, text }: NonNullable<Outcome["error"]>,
  lang: string,
  words: Words,
): Node[] {
  const friendly = Object.hasOwn(words, `error_${kind}`) ? `error_${kind}` : "error_other";
  const where = line ? fill(words.line ?? "", { n: digits(String(line), lang) }) : "";
  const said = text ? `${kind}: ${text}` : "";
  return [
    h("p", { class: "kp-error" }, h("b", {}, where), where ? ": " : null, words[friendly]),
    ...(said ? [h("p", { class: "kp-error-text", dir: "ltr", translate: "no" }, said)] : []),
  ];
}

const SIGNS: Record<string, string> = { success: "✓", warning: "!", error: "✕" };

function checks(found: Outcome, lang: string, words: Words): Node {
  const rows = found.checks.map(({ correct, type, text }) => {
    const word = words[correct ? "passed" : "failed"] ?? "";
    const mark = sign(SIGNS[type] ?? (correct ? "✓" : "✕"));
    const verdict = h("span", { class: "kp-check-word" }, mark, word);
    const what = h("span", { dir: "auto" }, safe(pick(text, lang) ?? ""));
    return h("li", { "data-state": correct ? "good" : "bad" }, what, verdict);
  });
  return h("ul", { class: "kp-checks" }, ...rows);
}
