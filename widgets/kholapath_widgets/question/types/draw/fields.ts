/** The drawing in numbers: one field a point, which the arrows move by a step. */
import { h } from "../../../_shared/dom.ts";
import { fill, formatNumber, pick } from "../../../_shared/i18n.ts";
import { readNumber } from "../../../_shared/numbers.ts";
import type { BodyContext } from "../../types.ts";
import { textInput } from "../field.ts";
import type { DrawItem, Point } from "./marking.ts";

type Drawn = Record<string, number>;

export function numberFields(context: BodyContext<DrawItem>, unit: string) {
  const { item, lang, words } = context;
  let now: Drawn = {};
  const fields = item.marks.filter((p) => p.value === undefined).map(fieldOf);

  function set(id: string, value: number | null): void {
    const { [id]: _, ...others } = now;
    now = value === null ? others : { ...others, [id]: value };
    context.change(now);
  }

  function fieldOf(point: Point) {
    const label = pick(point.label, lang) ?? "";
    const input = textInput(context, {
      "aria-label": unit ? `${label} (${unit})` : label,
      inputmode: "decimal",
      oninput: () => set(point.id, written(input.value)),
      onblur: () => write(input, now[point.id]),
    });
    input.addEventListener("keydown", ({ key }) => {
      const move = { ArrowUp: 1, ArrowDown: -1 }[key] ?? 0;
      if (!move) return;
      const next = stepped(point.id, move);
      write(input, next);
      set(point.id, next);
    });
    const truth = h("span", { class: "kp-truth" });
    const name = h("span", { "aria-hidden": "true", dir: "auto" }, label);
    return { point, input, truth, el: h("div", { class: "kp-draw-field" }, name, input, truth) };
  }

  /** A step up or down from where the point is, or from the one before it. */
  function stepped(id: string, move: number): number {
    const at = item.marks.findIndex((p) => p.id === id);
    const before = item.marks[at - 1];
    const from = now[id] ?? before?.value ?? now[before?.id ?? ""] ?? item.axis.min;
    const next = from + move * item.axis.step;
    const inside = Math.min(item.axis.max, Math.max(item.axis.min, next));
    return Number(inside.toPrecision(12));
  }

  const write = (input: HTMLInputElement, value: number | undefined) => {
    if (written(input.value) !== (value ?? null)) {
      input.value = value === undefined ? "" : formatNumber(value, lang);
    }
  };

  function show(drawn: Drawn, done: boolean, locked: boolean, refused: boolean): void {
    now = drawn;
    for (const { point, input, truth } of fields) {
      const value = drawn[point.id];
      // what is being typed stays as it is, even where it is no number yet
      if (locked) input.value = value === undefined ? "" : formatNumber(value, lang);
      else if (document.activeElement !== input) write(input, value);
      input.disabled = locked;
      input.setAttribute("aria-invalid", String(refused && value === undefined));
      const said = formatNumber(item.answer[point.id] ?? 0, lang);
      truth.textContent = done ? fill(words.was ?? "", { n: said }) : "";
    }
  }
  return { el: h("div", { class: "kp-draw-fields" }, ...fields.map((f) => f.el)), show };
}

/** The number in a field; null while it is none. */
function written(text: string): number | null {
  const { value, rest } = readNumber(text);
  return value !== null && Number.isFinite(value) && !rest ? value : null;
}
