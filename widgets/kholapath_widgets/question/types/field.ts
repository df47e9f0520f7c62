/** A line to type in: alone, as numbers and short texts have it, or among other words. */
import { h, uid } from "../../_shared/dom.ts";
import type { Body, BodyContext, Item, Shown } from "../types.ts";

/** An input that takes what is typed, pasted or composed; Enter submits, unless it ends a word. */
export function textInput<I extends Item>(
  context: BodyContext<I>,
  props: Record<string, unknown>,
): HTMLInputElement {
  return h("input", {
    type: "text",
    class: "kp-field",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    dir: "auto",
    onkeydown: (event: Event) => {
      const { key, isComposing, keyCode } = event as KeyboardEvent;
      // 229: the key belongs to an input method that is still composing a word
      if (key === "Enter" && !isComposing && keyCode !== 229) context.submit();
    },
    ...props,
  });
}

/** Colours a control by its own verdict; null for none. */
export function judge(control: HTMLInputElement | HTMLSelectElement, right: boolean | null): void {
  control.dataset.state = right === null ? "" : right ? "good" : "bad";
  control.setAttribute("aria-invalid", String(right === false));
}

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

/** A body of one field. */
export function field<I extends Item>(context: BodyContext<I>, parts: Parts): Body {
  if (parts.below) parts.below.id = uid("read");
  const input = textInput(context, {
    "aria-label": parts.label,
    "aria-describedby": parts.below?.id,
    inputmode: parts.inputmode,
    oninput: () => {
      parts.seen?.(input.value);
      context.change(input.value);
    },
  });
  const answer = h("p", { class: "kp-answer" });
  const row = h("div", { class: "kp-field-row" }, input, parts.after);
  const el = h("div", {}, row, parts.below, answer);

  function show({ value, result, revealed, locked }: Shown): void {
    const text = typeof value === "string" ? value : value == null ? "" : String(value);
    if (input.value !== text) input.value = text;
    input.disabled = locked;
    judge(input, result?.refused ? null : (result?.correct ?? null));
    if (result?.refused) input.setAttribute("aria-invalid", "true");
    parts.seen?.(text);
    answer.textContent = revealed ? `${context.words.revealed}: ${parts.answer()}` : "";
    answer.hidden = !revealed;
  }
  return { el, show };
}
