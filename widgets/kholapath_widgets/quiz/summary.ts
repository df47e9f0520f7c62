/** The result of a quiz: the score, what it tested, what came up, what was held for sure. */
import { type Look, rich } from "../_shared/card.ts";
import { h, sign } from "../_shared/dom.ts";
import { digits, fill, formatNumber, type Texts } from "../_shared/i18n.ts";
import {
  byOutcome,
  misconceptions,
  type QuizContent,
  type QuizRecord,
  type Score,
  score,
  sureButWrong,
} from "./marking.ts";

type QuizLook = Look<QuizContent, QuizRecord>;

export function summary(look: QuizLook): Node[] {
  const { content, record, words, lang } = look;
  const total = score(content, record);
  const title = (said: string | undefined) =>
    h("p", { class: "kp-result", role: "heading", "aria-level": 3, tabindex: -1 }, said);
  if (!total.most) return [title(words.thanks)];
  const said = fill(words.score ?? "", { ...points(total, lang), p: percent(total, lang) });
  return [
    title(said),
    ...verdict(look, total),
    ...outcomes(byOutcome(content, record), look),
    ...cameUp(look),
    ...heldForSure(look),
  ];
}

const points = ({ got, most }: Score, lang: string) => ({
  n: formatNumber(Math.round(got * 100) / 100, lang),
  m: formatNumber(most, lang),
});

const percent = ({ got, most }: Score, lang: string): string =>
  formatNumber(Math.round((100 * got) / most), lang);

function verdict({ content, words, lang }: QuizLook, { got, most }: Score): Node[] {
  if (content.pass_mark === undefined) return [];
  const passed = got / most >= content.pass_mark;
  const n = formatNumber(content.pass_mark * 100, lang);
  const mark = sign(passed ? "✓" : "→");
  return [h("p", {}, mark, fill(words[passed ? "passed" : "not_passed"] ?? "", { n }))];
}

const section = (title: string | undefined, ...inside: Node[]): HTMLElement =>
  h(
    "div",
    { class: "kp-part" },
    h("p", { class: "kp-part-title", role: "heading", "aria-level": 4 }, title),
    ...inside,
  );

function outcomes(rows: (Score & { outcome: Texts })[], { words, lang }: QuizLook): Node[] {
  if (!rows.length) return [];
  const list = rows.map((row) => {
    const share = h("span", { class: "kp-bar", "aria-hidden": "true" }, h("span"));
    share.style.setProperty("--kp-share", `${(100 * row.got) / row.most}%`);
    const said = fill(words.points ?? "", points(row, lang));
    return h(
      "li",
      {},
      h("span", { dir: "auto" }, rich(row.outcome, lang)),
      share,
      h("b", {}, said),
    );
  });
  return [section(words.by_outcome, h("ul", { class: "kp-outcomes" }, ...list))];
}

function cameUp(look: QuizLook): Node[] {
  const { content, record, words, lang } = look;
  const list = misconceptions(content, record).map((one) =>
    h(
      "li",
      {},
      h("span", { dir: "auto" }, rich(one.words, lang)),
      h("span", { class: "kp-muted" }, named(one.in, look)),
    ),
  );
  return list.length ? [section(words.came_up, h("ul", { class: "kp-came-up" }, ...list))] : [];
}

function heldForSure(look: QuizLook): Node[] {
  const ids = sureButWrong(look.content, look.record);
  return ids.length ? [section(look.words.sure_wrong, h("p", {}, named(ids, look)))] : [];
}

/** Questions by their numbers: Questions 2, 4. */
function named(ids: string[], { content, words, lang }: QuizLook): string {
  const at = ids.map((id) => content.items.findIndex((item) => item.id === id) + 1);
  const n = at.map((number) => digits(String(number), lang)).join(", ");
  return fill(words[ids.length === 1 ? "question_n" : "questions_n"] ?? "", { n });
}
