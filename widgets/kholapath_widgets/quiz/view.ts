/** A quiz: its questions in their own frames, how far one has come, and the result. */

// before the questions' own style, which holds inside this card
import "../_shared/card.css";
import { cardOf, type KindOfView, type Look } from "../_shared/card.ts";
import { h, redraw } from "../_shared/dom.ts";
import { digits, fill } from "../_shared/i18n.ts";
import { asRuntime } from "../_shared/runtime.ts";
import { keyIsHere, type QuestionRecord } from "../question/state.ts";
import { footer } from "./footer.ts";
import {
  answered,
  finished,
  fresh,
  ofOne,
  put,
  type QuizContent,
  type QuizRecord,
  retried,
  round,
} from "./marking.ts";
import { type Part, part, type Traits } from "./part.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import { summary } from "./summary.ts";
import { type Sure, sure } from "./sure.ts";
import "./style.css";

export type QuizLook = Look<QuizContent, QuizRecord>;

/** What the buttons under the questions do, and what they have to know. */
export interface Quiz {
  look: QuizLook;
  asking: "finish" | "restart" | null;
  waiting: boolean;
  unanswered: boolean;
  ask(what: Quiz["asking"]): void;
  go(to: number): void;
  finish(): void;
  retry(): void;
  restart(): void;
}

interface Row extends Part {
  sure: Sure;
}

// how long a kernel may take to mark them all before the learner is told that none answers
const PATIENCE = 15_000;

const quiz: KindOfView<QuizContent, QuizRecord> = (model, drawAgain) => {
  let look: QuizLook;
  let rows = new Map<string, Row>();
  let toFocus: "result" | "first" | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const intro = h("p", { class: "kp-muted" });
  const status = h("p", { class: "kp-progress-words", role: "status" });
  const bar = h("span", { class: "kp-bar", "aria-hidden": "true" }, h("span"));
  const progress = h("div", { class: "kp-progress" }, status, bar);
  const result = h("div", { class: "kp-summary" });
  const list = h("div", { class: "kp-questions" });
  const buttons = h("div", { class: "kp-row" });

  const here: Quiz = {
    get look() {
      return look;
    },
    asking: null,
    waiting: false,
    unanswered: false,
    ask(what) {
      here.asking = what;
      drawAgain();
    },
    go(to) {
      toFocus = "first";
      look.turn((record) => ({ ...record, at: to }));
    },
    finish() {
      here.asking = null;
      toFocus = "result";
      if (round(look.content, look.record).every(keyIsHere)) {
        look.turn((record) => finished(record, look.content));
      } else askKernel();
    },
    retry() {
      toFocus = "first";
      look.turn((record) => retried(record, look.content));
    },
    restart() {
      here.asking = null;
      toFocus = "first";
      look.turn(fresh);
    },
  };

  /** The key is with the kernel, so the kernel marks them all, and shows it. */
  function askKernel(): void {
    here.waiting = true;
    here.unanswered = false;
    timer = setTimeout(() => {
      here.waiting = false;
      here.unanswered = true;
      drawAgain();
    }, PATIENCE);
    drawAgain();
    model.send({ kind: "finish" });
  }

  function stageOf(id: string): string {
    const { content, record } = look;
    const asked = !record.again || record.again.includes(id);
    if (record.finished || !asked) return "over";
    return content.mode === "exam" ? "answering" : "open";
  }

  function traitsOf(id: string, index: number): Traits {
    const { content, record, lang } = look;
    return {
      item: content.items[index],
      value: record.values[id] ?? null,
      record: ofOne(record, id),
      lang,
      number: index + 1,
      seed: content.seed,
      notice: "",
      stage: stageOf(id),
    };
  }

  function makeRow(id: string, index: number): Row {
    const keep = (changes: Traits) =>
      look.turn((record) =>
        put(record, id, changes as { value?: unknown; record?: QuestionRecord }),
      );
    const tell = (content: object) => model.send({ ...content, item: id });
    const made = part(() => traitsOf(id, index), keep, tell);
    made.el.tabIndex = -1;
    const asked = sure((given) =>
      look.turn((record) => ({ ...record, sure: { ...record.sure, [id]: given } })),
    );
    made.el.querySelector("fieldset")?.after(asked.el);
    return { ...made, sure: asked };
  }

  function drawRows(): void {
    const { content, record, words } = look;
    const ids = content.items.map(({ id }) => id);
    if (ids.join() !== [...rows.keys()].join()) {
      for (const row of rows.values()) row.stop();
      rows = new Map(ids.map((id, index) => [id, makeRow(id, index)]));
      list.replaceChildren(...[...rows.values()].map(({ el }) => el));
    }
    const before = round(content, record).map(({ id }) => id);
    const one = content.layout === "one" && !record.finished;
    for (const [id, row] of rows) {
      row.refresh();
      row.el.hidden = !record.finished && (one ? id !== before[record.at] : !before.includes(id));
      const closed = stageOf(id) === "over" || ofOne(record, id).attempts > 0;
      const asked = content.confidence && content.graded.includes(id);
      row.sure.el.hidden = !asked || (closed && record.sure[id] === undefined);
      row.sure.show(record.sure[id] ?? null, closed, words);
    }
  }

  function drawProgress(): void {
    const { content, record, lang, words } = look;
    const n = answered(content, record);
    const m = content.items.length;
    const said = { n: digits(String(n), lang), m: digits(String(m), lang) };
    status.textContent = fill(words.progress ?? "", said);
    bar.style.setProperty("--kp-share", `${(100 * n) / m}%`);
    const graded = content.graded.length > 0;
    const exam = graded && content.mode === "exam" && !record.finished;
    const inPage = exam && content.items.every(keyIsHere) && !record.again;
    intro.textContent = [exam && words.exam, inPage && words.key_here].filter(Boolean).join(" ");
    intro.hidden = !intro.textContent;
  }

  function focus(): void {
    const first = [...rows.values()].find(({ el }) => !el.hidden)?.el;
    const wanted = toFocus === "first" ? first : result.querySelector<HTMLElement>("[tabindex]");
    if (!wanted || (toFocus === "result" && !look.record.finished)) return;
    toFocus = null;
    wanted.focus();
  }

  function draw(now: QuizLook): Node[] {
    look = now;
    if (now.record.finished) {
      clearTimeout(timer);
      here.waiting = here.unanswered = false;
    }
    drawRows();
    drawProgress();
    result.hidden = !now.record.finished;
    redraw(result, now.record.finished ? summary(now) : []);
    redraw(buttons, footer(here));
    if (toFocus) focus();
    return [intro, progress, result, list, buttons];
  }

  return {
    name: "quiz",
    words: { en, bn },
    fresh,
    draw,
    stop() {
      clearTimeout(timer);
      for (const row of rows.values()) row.stop();
    },
  };
};

export default asRuntime(cardOf(quiz));
