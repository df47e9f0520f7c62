/** The one-line field that numbers and short texts share. */
import { h, uid } from "../../_shared/dom.ts";
import type { Body, BodyContext, Item, Shown } from "../types.ts";

interface Parts {
  label: string;
  inputmode?: string;
  /** What stands after the field, and what below it describes it. */
  after?: Node | null;
  below?: Element | null;
  /** Told what is in the field, at every change. */
  seen?: (text: string) => void;
  /** The answer, for when it is shown. */
  answer: () => string;
}

export function field<I extends Item>(context: BodyContext<I>, parts: Parts): Body {
  if (parts.below) parts.below.id = uid("read");
  const input = h("input", {
    type: "text",
    class: "kp-field",
    "aria-label": parts.label,
    "aria-describedby": parts.below?.id,
    inputmode: parts.inputmode,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    dir: "auto",
    oninput: () => {
      parts.seen?.(input.value);
      context.change(input.value);
    },
    onkeydown: (event: Event) => {
      const { key, isComposing, keyCode } = event as KeyboardEvent;
      // 229: the key belongs to an input method that is still composing a word
      if (key === "Enter" && !isComposing && keyCode !== 229) context.submit();
    },
  });
  const answer = h("p", { class: "kp-answer" });
  const row = h("div", { class: "kp-field-row" }, input, parts.after);
  const el = h("div", {}, row, parts.below, answer);

  function show({ value, result, revealed, locked }: Shown): void {
    const text = typeof value === "string" ? value : value == null ? "" : String(value);
    if (input.value !== text) input.value = text;
    input.disabled = locked;
    input.dataset.state =
      result?.correct === true ? "good" : result?.correct === false ? "bad" : "";
    input.setAttribute(
      "aria-invalid",
      String(result?.correct === false || result?.refused === true),
    );
    parts.seen?.(text);
    answer.textContent = revealed ? `${context.words.revealed}: ${parts.answer()}` : "";
    answer.hidden = !revealed;
  }
  return { el, show };
}
