/** The questions of a quiz, each in its own frame, with "sure or unsure?" beside its answer. */
import { h } from "../_shared/dom.ts";
import type { Model } from "../_shared/runtime.ts";
import type { QuestionRecord } from "../question/state.ts";
import { ofOne, put, round } from "./marking.ts";
import { type Part, part, type Traits } from "./part.ts";
import { type Sure, sure } from "./sure.ts";
import type { QuizLook } from "./view.ts";

interface Row extends Part {
  /** None where the quiz does not ask. */
  sure?: Sure;
}

export interface Rows {
  el: HTMLElement;
  draw(): void;
  /** The first question that is to be seen. */
  first(): HTMLElement | undefined;
  stop(): void;
}

/** `now` gives the look at the quiz that is being drawn. */
export function rowsOf(model: Model, now: () => QuizLook): Rows {
  const el = h("div", { class: "kp-questions" });
  let rows = new Map<string, Row>();
  const stop = () => {
    for (const row of rows.values()) row.stop();
  };

  function make(id: string, index: number): Row {
    const keep = (changes: Traits) =>
      now().turn((record) =>
        put(record, id, changes as { value?: unknown; record?: QuestionRecord }),
      );
    const tell = (content: object) => model.send({ ...content, item: id });
    const made = part(() => traitsOf(now(), id, index), keep, tell);
    made.el.tabIndex = -1;
    const { confidence, graded } = now().content;
    if (!confidence || !graded.includes(id)) return made;
    const asked = sure((given) =>
      now().turn((record) => ({ ...record, sure: { ...record.sure, [id]: given } })),
    );
    made.el.querySelector("fieldset")?.after(asked.el);
    return { ...made, sure: asked };
  }

  function draw(): void {
    const { content, record, words } = now();
    const ids = content.items.map(({ id }) => id);
    if (ids.join() !== [...rows.keys()].join()) {
      stop();
      rows = new Map(ids.map((id, index) => [id, make(id, index)]));
      el.replaceChildren(...[...rows.values()].map((row) => row.el));
    }
    const seen = inSight(now());
    for (const [id, row] of rows) {
      row.refresh();
      row.el.hidden = !seen.includes(id);
      if (!row.sure) continue;
      const given = record.sure[id] ?? null;
      const closed = stageOf(now(), id) === "over" || ofOne(record, id).attempts > 0;
      row.sure.el.hidden = closed && given === null;
      row.sure.show(given, closed, words);
    }
  }

  return { el, draw, stop, first: () => [...rows.values()].find((row) => !row.el.hidden)?.el };
}

/** The ids of the questions to be seen: all at the end, those of this round before. */
function inSight({ content, record }: QuizLook): string[] {
  if (record.finished) return content.items.map(({ id }) => id);
  const ids = round(content, record).map(({ id }) => id);
  return content.layout === "one" ? ids.slice(record.at, record.at + 1) : ids;
}

function stageOf({ content, record }: QuizLook, id: string): string {
  const asked = round(content, record).some((item) => item.id === id);
  if (record.finished || !asked) return "over";
  return content.mode === "exam" ? "answering" : "open";
}

function traitsOf(look: QuizLook, id: string, index: number): Traits {
  const { content, record, lang } = look;
  return {
    item: content.items[index],
    value: record.values[id] ?? null,
    record: ofOne(record, id),
    lang,
    number: index + 1,
    seed: content.seed,
    notice: "",
    stage: stageOf(look, id),
  };
}
