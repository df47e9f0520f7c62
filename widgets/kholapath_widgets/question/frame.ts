/** The frame every question shares: prompt, hints, tries, feedback, and the buttons under it. */
import types from "virtual:question-types";
import { h, redraw } from "../_shared/dom.ts";
import { safe } from "../_shared/html.ts";
import { pick, pickLang } from "../_shared/i18n.ts";
import type { Model } from "../_shared/runtime.ts";
import { actions } from "./actions.ts";
import type { Look, Stage, Steps } from "./look.ts";
import { feedback, hints, top } from "./panels.ts";
import {
  canReveal,
  current,
  FRESH,
  hinted,
  isEmpty,
  keyIsHere,
  marked,
  type QuestionRecord,
  revealed,
  skipped,
  status,
  triesLeft,
} from "./state.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import type { Body, Item, QuestionType, Words } from "./types.ts";

/** The interface's own words in a language, English where it has none. */
export const wordsOf = (lang: string): Words => ({ ...en, ...pick({ en, bn }, lang) });

// how long a kernel may take to mark before the learner is told that none answers
const PATIENCE = 6000;

export function frame(root: HTMLElement, model: Model) {
  let waiting = false;
  let unanswered = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let body: Body | undefined;

  const head = h("div", { class: "kp-top" });
  const notice = h("p", { class: "kp-notice", role: "note" });
  const legend = h("legend", { dir: "auto" });
  const slot = h("div");
  const said = h("div", { class: "kp-feedback", role: "status", tabindex: -1 });
  const hinting = h("div", { class: "kp-hints", "aria-live": "polite" });
  const buttons = h("div", { class: "kp-actions" });
  const group = h("fieldset", {}, legend, slot);
  root.append(head, notice, group, said, hinting, buttons);

  function look(): Look {
    const item = model.get("item") as Item;
    const type = types[item.type] as QuestionType;
    const record = { ...FRESH, ...(model.get("record") as QuestionRecord) };
    const value = model.get("value");
    const lang = pickLang(item.prompt, String(model.get("lang")));
    const words = { ...wordsOf(lang), ...type.words.en, ...pick(type.words, lang) };
    const number = model.get("number") as number | null;
    const stage = (model.get("stage") as Stage | undefined) ?? "alone";
    const done = record.result?.correct === true && current(record, value) !== null;
    const once = type.once === true && record.result !== null && !record.result.refused;
    const closed = done || once || record.revealed || triesLeft(record, item) <= 0;
    const locked = stage === "over" || closed;
    return { item, type, record, value, lang, words, number, stage, locked, waiting, unanswered };
  }

  function save(changes: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(changes)) model.set(name, value);
    model.save_changes();
  }

  const record = (next: QuestionRecord) => save({ record: next });

  function submit(): void {
    const now = look();
    if (now.locked || now.waiting || now.stage === "answering") return;
    const value = isEmpty(now.value) ? null : now.value;
    const result = now.type.mark(now.item, value);
    // the same answer again is no further try: its words are there already
    if (!current(now.record, value)) {
      if (keyIsHere(now.item) || result.refused) record(marked(now.record, value, result));
      else ask({ kind: "submit", response: value });
    }
    said.focus({ preventScroll: true });
  }

  /** The key is with the kernel, so the kernel marks, and shows. */
  function ask(message: unknown): void {
    if (waiting) return;
    const { item, type } = look();
    waiting = true;
    unanswered = false;
    timer = setTimeout(() => {
      waiting = false;
      unanswered = true;
      draw();
    }, type.patience?.(item) ?? PATIENCE);
    draw();
    model.send(message);
  }

  const steps: Steps = {
    submit,
    hint: () => record(hinted(look().record, look().item)),
    skip: () => record(skipped(look().record, look().item)),
    reveal: () => {
      const now = look();
      if (keyIsHere(now.item)) record(revealed(now.record));
      else ask({ kind: "reveal" });
      said.focus({ preventScroll: true });
    },
    reset: () => {
      save({ value: null, record: FRESH });
      group.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
    },
    language: (lang) => save({ lang }),
  };

  /** Draws everything from the model: at first, and where the language or the item has changed. */
  function build(): void {
    const { item, type, lang, words } = look();
    root.lang = lang;
    legend.replaceChildren(safe(pick(item.prompt, lang) ?? ""));
    body?.stop?.();
    body = type.body({
      item,
      lang,
      words,
      seed: Number(model.get("seed")),
      change: (value) => save({ value }),
      submit,
    });
    slot.replaceChildren(body.el);
    draw();
  }

  function draw(): void {
    const now = look();
    const state = status(now.record, now.value);
    root.dataset.state = state;
    notice.textContent = String(model.get("notice") ?? "");
    notice.hidden = !notice.textContent;
    redraw(head, top(now, state));
    body?.show({
      value: now.value,
      result: current(now.record, now.value),
      revealed: now.record.revealed || (now.stage === "over" && state !== "right"),
      locked: now.locked,
      extra: now.record.extra,
    });
    redraw(said, feedback(now, state));
    redraw(hinting, hints(now));
    const focused = buttons.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.step
      : undefined;
    redraw(buttons, actions(now, !now.type.ungraded && canReveal(now.record, now.item), steps));
    // the button just pressed may be gone: the one that took its place keeps the focus
    if (focused && !buttons.contains(document.activeElement)) {
      const next = buttons.querySelector<HTMLElement>(`[data-step="${focused}"]`);
      (next ?? buttons.querySelector<HTMLElement>("button") ?? said).focus({ preventScroll: true });
    }
  }

  build();
  return {
    update(name: string): void {
      if (name === "record") {
        clearTimeout(timer);
        waiting = false;
      }
      unanswered = false;
      if (name === "lang" || name === "item" || name === "seed") build();
      else draw();
    },
    stop(): void {
      clearTimeout(timer);
      body?.stop?.();
    },
  };
}
