/** The frame of every card: its head, its language, its record; each kind draws what is inside. */

import { h, redraw } from "./dom.ts";
import { safe } from "./html.ts";
import { ENDONYMS, pick, pickLang, type Texts } from "./i18n.ts";
import type { Mount, MountProps } from "./runtime.ts";

export type Words = Record<string, string>;

export interface Content {
  id: string;
  title: Texts;
}

/** All that a card draws from: one look at the model. `turn` makes the next record of the last. */
export interface Look<C, R> {
  content: C;
  record: R;
  lang: string;
  words: Words;
  turn(next: (record: R) => R): void;
}

export interface Kind<C extends Content, R> {
  name: string;
  words: Record<string, Words>;
  /** The record before anything was done; it may follow from the content. */
  fresh(content: C): R;
  draw(look: Look<C, R>): Node[];
  /** Takes back what it has outside the nodes it draws. */
  stop?(): void;
}

/** A kind whose views hold something of their own; `redraw` asks to be drawn again. */
export type KindOfView<C extends Content, R> = (
  model: MountProps["model"],
  redraw: () => void,
) => Kind<C, R>;

const WATCHED = ["content", "record", "lang"];

/** A text of the content as nodes: rendered by Python, sanitised again here. */
export const rich = (texts: Texts | undefined, lang: string): DocumentFragment =>
  safe((texts && pick(texts, lang)) ?? "");

/** A button that keeps its name through redrawings, and so the focus. */
export const button = (step: string, cls: string, word: string | undefined, onclick: () => void) =>
  h("button", { type: "button", class: cls, "data-step": step, onclick }, word);

export function cardOf<C extends Content, R>(given: Kind<C, R> | KindOfView<C, R>): Mount {
  return ({ model, el }: MountProps) => {
    const kind = typeof given === "function" ? given(model, () => draw()) : given;
    const root = h("section", { class: `kp kp-card kp-${kind.name}` });
    const head = h("div", { class: "kp-card-head" });
    const body = h("div", { class: "kp-card-body" });
    root.append(head, body);
    // JupyterLab's shortcuts must not fire while a learner works here
    root.addEventListener("keydown", (event) => event.stopPropagation());
    el.append(root);

    const record = (content: C): R => whole(kind.fresh(content), model.get("record"));

    function draw(): void {
      const content = model.get("content") as C;
      const lang = pickLang(content.title, String(model.get("lang")));
      const words = { ...kind.words.en, ...pick(kind.words, lang) };
      const step = (document.activeElement as HTMLElement | null)?.dataset?.step;
      const focused = root.contains(document.activeElement) ? step : undefined;
      root.lang = lang;
      const others = Object.keys(content.title).filter((tag) => tag !== lang);
      const title = h("p", { class: "kp-card-title", dir: "auto" }, rich(content.title, lang));
      root.setAttribute("aria-label", title.textContent ?? "");
      redraw(head, [title, ...others.map((tag) => language(tag, model))]);
      const turn = (next: (last: R) => R) => {
        model.set("record", next(record(model.get("content") as C)));
        model.save_changes();
      };
      // what stays the same stays in place: a button must not go between press and release
      redraw(body, kind.draw({ content, record: record(content), lang, words, turn }));
      if (focused && !root.contains(document.activeElement)) focusOn(root, focused);
    }

    draw();
    for (const name of WATCHED) model.on(`change:${name}`, draw);
    return () => {
      for (const name of WATCHED) model.off(`change:${name}`, draw);
      kind.stop?.();
      root.remove();
    };
  };
}

/** What was kept, each field as long as it is of the kind that it has at first. */
function whole<R>(first: R, kept: unknown): R {
  const like = (a: unknown, b: unknown) =>
    typeof a === typeof b && Array.isArray(a) === Array.isArray(b);
  const fits = Object.entries((kept ?? {}) as object).filter(([name, value]) => {
    const there = first[name as keyof R];
    return there === undefined || there === null || (value !== null && like(there, value));
  });
  return { ...first, ...Object.fromEntries(fits) };
}

function language(tag: string, model: MountProps["model"]): HTMLElement {
  const shown = button("language", "kp-small kp-language", ENDONYMS[tag] ?? tag, () => {
    model.set("lang", tag);
    model.save_changes();
  });
  shown.lang = tag;
  return shown;
}

/** What was pressed may be gone: the first thing to press has the focus then. */
function focusOn(root: HTMLElement, step: string): void {
  const same = root.querySelector<HTMLElement>(`[data-step="${step}"]`);
  const first = root.querySelector<HTMLElement>(".kp-card-body [data-step]");
  (same ?? first)?.focus({ preventScroll: true });
}
