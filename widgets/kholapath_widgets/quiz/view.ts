/** A quiz: its questions in their own frames, how far one has come, and the result. */

// before the questions' own style, which holds inside this card
import "../_shared/card.css";
import { cardOf, type KindOfView, type Look } from "../_shared/card.ts";
import { h, redraw } from "../_shared/dom.ts";
import { digits, fill } from "../_shared/i18n.ts";
import { asRuntime } from "../_shared/runtime.ts";
import { keyIsHere } from "../question/state.ts";
import { footer } from "./footer.ts";
import {
  answered,
  finished,
  fresh,
  type QuizContent,
  type QuizRecord,
  retried,
  round,
} from "./marking.ts";
import { rowsOf } from "./rows.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import { summary } from "./summary.ts";
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

// how long a kernel may take to mark them all before the learner is told that none answers
const PATIENCE = 15_000;

const quiz: KindOfView<QuizContent, QuizRecord> = (model, drawAgain) => {
  let look: QuizLook;
  let toFocus: "result" | "first" | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const intro = h("p", { class: "kp-muted" });
  const status = h("p", { class: "kp-progress-words", role: "status" });
  const bar = h("span", { class: "kp-bar", "aria-hidden": "true" }, h("span"));
  const progress = h("div", { class: "kp-progress" }, status, bar);
  const result = h("div", { class: "kp-summary" });
  const rows = rowsOf(model, () => look);
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

  function drawProgress(): void {
    const { content, record, lang, words } = look;
    const n = answered(content, record);
    const m = content.items.length;
    const said = { n: digits(String(n), lang), m: digits(String(m), lang) };
    status.textContent = fill(words.progress ?? "", said);
    bar.style.setProperty("--kp-share", `${(100 * n) / m}%`);
    const graded = content.graded.length > 0;
    const exam = graded && content.mode === "exam" && !record.finished;
    const inPage = exam && content.items.every(keyIsHere) && !record.again.length;
    intro.textContent = [exam && words.exam, inPage && words.key_here].filter(Boolean).join(" ");
    intro.hidden = !intro.textContent;
  }

  function focus(): void {
    const title = result.querySelector<HTMLElement>("[tabindex]");
    const wanted = toFocus === "first" ? rows.first() : title;
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
    rows.draw();
    drawProgress();
    result.hidden = !now.record.finished;
    redraw(result, now.record.finished ? summary(now) : []);
    redraw(buttons, footer(here));
    if (toFocus) focus();
    return [intro, progress, result, rows.el, buttons];
  }

  return {
    name: "quiz",
    words: { en, bn },
    fresh,
    draw,
    stop() {
      clearTimeout(timer);
      rows.stop();
    },
  };
};

export default asRuntime(cardOf(quiz));
