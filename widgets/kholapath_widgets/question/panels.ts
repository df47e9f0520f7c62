/** What stands around a body: the line above, the verdict and its words, the hints taken. */
import { h, sign } from "../_shared/dom.ts";
import { safe } from "../_shared/html.ts";
import { digits, fill, pick, type Texts } from "../_shared/i18n.ts";
import type { Look } from "./look.ts";
import {
  current,
  keyIsHere,
  lookUp,
  type QuestionRecord,
  type Status,
  triesLeft,
} from "./state.ts";
import type { Item, Result } from "./types.ts";

const SIGNS: Record<Status, string> = {
  untouched: "○",
  answered: "●",
  right: "✓",
  partly: "◐",
  wrong: "✕",
  revealed: "→",
  skipped: "–",
  thanks: "✓",
};

/** The number, how it is marked, and the state as sign and word. */
export function top(now: Look, state: Status): Node[] {
  const { number, words, lang } = now;
  const name = words.question ?? "";
  const numbered = number === null ? name : `${name} ${digits(String(number), lang)}`;
  const key = stateWord(now, state);
  return [
    h("span", { class: "kp-number" }, numbered),
    h("span", { class: "kp-mode" }, words[modeWord(now)]),
    h("span", { class: "kp-state" }, sign(SIGNS[state]), words[`is_${key}`] ?? words[state]),
  ];
}

function stateWord({ item, type, stage }: Look, state: Status): string {
  if (stage === "over") return state === "untouched" ? "left_out" : state;
  if (state !== "answered") return state;
  if (stage === "answering") return "given";
  return type.ungraded || item.mode === "survey" ? "unsent" : state;
}

function modeWord({ item, type, record, stage }: Look): string {
  if (stage === "over") return "";
  if (type.ungraded) return "survey";
  if (stage === "answering" && item.mode !== "survey") return "later";
  return markedHere(item, record) ? "check_here" : item.mode;
}

/** A page has no kernel: what would be marked there is marked here, and says so. */
const markedHere = (item: Item, record: QuestionRecord): boolean =>
  item.mode === "check" && keyIsHere(item) && !record.revealed;

const html = (text: Texts | undefined, lang: string): Node[] =>
  text ? [h("div", { class: "kp-words", dir: "auto" }, safe(pick(text, lang) ?? ""))] : [];

const refused = (words: string | undefined): HTMLElement =>
  h("p", { class: "kp-refused" }, sign("!"), words);

/** The verdict and the words for the answer given. */
export function feedback(now: Look, state: Status): Node[] {
  const { item, type, record, value, words, lang, stage } = now;
  if (now.waiting) return [h("p", {}, words.checking)];
  if (now.unanswered) return [refused(words.no_kernel)];
  const result = current(record, value);
  const found: Node[] = [];
  if (result?.refused) {
    return result.feedback.map((id) => refused(words[id.slice(1)]));
  }
  if (state === "right" || state === "partly" || state === "wrong") {
    found.push(h("p", { class: "kp-verdict" }, sign(SIGNS[state]), words[state]));
  }
  if (state === "thanks" && !type.remark) found.push(h("p", {}, sign(SIGNS.thanks), words.thanks));
  if (state === "skipped") found.push(h("p", {}, words.skip_note));
  if (result) {
    if (type.remark) {
      found.push(h("p", { class: "kp-verdict" }, type.remark(item, value, lang, words)));
    }
    found.push(...spoken(now, result));
  }
  const left = triesLeft(record, item);
  if (explained(now, state, left)) found.push(...html(item.explanation, lang));
  const again = stage !== "over" && (state === "wrong" || state === "partly");
  if (again) found.push(...tries(now, left));
  return found;
}

/** The words for each part of the answer; where there can be several, each under what it speaks of. */
function spoken({ item, record, value, lang }: Look, { feedback: ids }: Result): Node[] {
  const sent = keyIsHere(item) ? [] : record.messages;
  const named = ids.length > 1 || typeof value === "object";
  return [
    ...ids.flatMap((id, i) => {
      const words = html(lookUp(item, id) ?? sent[i], lang);
      const part =
        named && words.length && id.includes(".")
          ? lookUp(item, id.replace(/\.\w+$/, ".text"))
          : undefined;
      if (!part) return words;
      const name = h("b", { dir: "auto" }, safe(pick(part, lang) ?? ""));
      return [h("div", { class: "kp-of" }, name), ...words];
    }),
    ...sent.slice(ids.length).flatMap((text) => html(text, lang)),
  ];
}

const explained = ({ item, record, stage }: Look, state: Status, left: number): boolean =>
  item.explanation !== undefined &&
  (record.revealed ||
    stage === "over" ||
    (state !== "untouched" && left <= 0) ||
    state === "right" ||
    state === "thanks");

const tries = ({ item, words, lang }: Look, left: number): Node[] =>
  item.attempts === undefined
    ? []
    : [
        h(
          "p",
          { class: "kp-read" },
          left > 0
            ? fill(words.tries_left ?? "", { n: digits(String(left), lang) })
            : words.no_tries,
        ),
      ];

/** The hints taken so far. */
export function hints({ item, record, words, lang }: Look): Node[] {
  return item.hints
    .slice(0, record.hints)
    .map((hint, i) =>
      h(
        "div",
        { class: "kp-hint" },
        h("b", {}, fill(words.hint_label ?? "", { n: digits(String(i + 1), lang) })),
        h("div", { class: "kp-words", dir: "auto" }, safe(pick(hint, lang) ?? "")),
      ),
    );
}
