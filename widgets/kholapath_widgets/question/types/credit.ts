/** How a partly right choice counts, by PrairieLearn's names (the twin of _credit.py). */

type Rule = (hits: number, wrong: number, answers: number, options: number) => number;

const RULES = {
  all: (hits, wrong, answers) => (hits === answers && wrong === 0 ? 1 : 0),
  net_correct: (hits, wrong, answers) => (answers ? Math.max(0, hits - wrong) / answers : 0),
  coverage: (hits, wrong, answers) =>
    answers && hits ? (hits / answers) * (hits / (hits + wrong)) : 0,
  each_answer: (hits, wrong, answers, options) => (options - wrong - (answers - hits)) / options,
} satisfies Record<string, Rule>;

export type Credit = keyof typeof RULES;

/** The score, 0 to 1, for the ids `chosen` where `answers` are right. */
export function credited(
  name: Credit,
  chosen: ReadonlySet<string>,
  answers: readonly string[],
  options: number,
): number {
  const hits = answers.filter((id) => chosen.has(id)).length;
  const rule: Rule = RULES[name];
  return rule(hits, chosen.size - hits, answers.length, options);
}
