/** The buttons under a quiz: on and back, finish, and once more. */
import { button } from "../_shared/card.ts";
import { h, sign } from "../_shared/dom.ts";
import { digits, fill } from "../_shared/i18n.ts";
import { isAnswered, round, toRetry } from "./marking.ts";
import type { Quiz } from "./view.ts";

export function footer(quiz: Quiz): Node[] {
  const { record, words } = quiz.look;
  if (quiz.waiting) return [h("p", { role: "status" }, words.marking)];
  if (quiz.asking) return confirm(quiz, quiz.asking);
  const found = record.finished ? after(quiz) : during(quiz);
  const silent = h("p", { class: "kp-silent", role: "status" }, sign("!"), words.no_kernel);
  return quiz.unanswered ? [...found, silent] : found;
}

function during(quiz: Quiz): Node[] {
  const { content, record, words, lang } = quiz.look;
  const asked = round(content, record);
  // a button outlives the look it was drawn from: what it does is decided when it is pressed
  const finish = button("finish", "kp-primary", words[finishWord(quiz)], () =>
    left(quiz) ? quiz.ask("finish") : quiz.finish(),
  );
  if (content.layout === "all") return [finish];
  const last = record.at >= asked.length - 1;
  const n = digits(String(record.at + 1), lang);
  const m = digits(String(asked.length), lang);
  return [
    last
      ? finish
      : button("next", "kp-primary", words.next, () => quiz.go(quiz.look.record.at + 1)),
    ...(record.at > 0
      ? [button("back", "kp-choice", words.back, () => quiz.go(quiz.look.record.at - 1))]
      : []),
    h("span", { class: "kp-muted" }, fill(words.place ?? "", { n, m })),
  ];
}

/** How many of this round are not answered. */
const left = ({ look: { content, record } }: Quiz): number =>
  round(content, record).filter(({ id }) => !isAnswered(record, id, content.mode)).length;

const finishWord = ({ look: { content } }: Quiz): string =>
  content.mode === "exam" ? "finish" : "see_result";

function after(quiz: Quiz): Node[] {
  const { content, record, words } = quiz.look;
  const wrong = toRetry(content, record).length;
  return [
    ...(wrong ? [button("retry", "kp-primary", words.retry, quiz.retry)] : []),
    button("restart", wrong ? "kp-small" : "kp-choice", words.restart, () => quiz.ask("restart")),
  ];
}

/** What cannot be taken back is asked once more, in place. */
function confirm(quiz: Quiz, what: "finish" | "restart"): Node[] {
  const { words, lang } = quiz.look;
  const n = digits(String(left(quiz)), lang);
  const one = what === "finish" && left(quiz) === 1 ? "finish_sure_one" : `${what}_sure`;
  return [
    h("p", { class: "kp-sure-words" }, fill(words[one] ?? "", { n })),
    button("yes", "kp-primary", words[`${what}_yes`], quiz[what]),
    button(what, "kp-choice", words[`${what}_no`], () => quiz.ask(null)),
  ];
}
