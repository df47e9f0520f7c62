/** The controls over a chart: native elements that say their value with its unit. */
import { h, uid } from "../_shared/dom.ts";
import { pick, type Texts } from "../_shared/i18n.ts";
import { formatter } from "./chart.ts";

interface Named {
  label: Texts;
  value: number | string;
}

export interface Control {
  kind: "range" | "number" | "choose";
  param: string;
  label: Texts;
  value: number | string;
  min: number;
  max: number;
  step: number;
  format: string;
  prefix: Texts;
  suffix: Texts;
  presets: Named[];
  options: Named[];
}

/** A control on the screen, and how to make it show a value. */
interface Shown {
  parts: HTMLElement[];
  show(value: unknown): void;
}

type Turn = (value: number | string) => void;

const MANY = 4; // a choice among more than these is a list to pull down

const name = (control: Control | Named, lang: string) => pick(control.label, lang) ?? "";

export function controlRow(control: Control, lang: string, turn: Turn): HTMLElement & Shown {
  const make = control.kind === "choose" ? choose : slide;
  const { parts, show } = make(control, lang, turn);
  const row = h("div", { class: `kp-control kp-${control.kind}` }, ...parts);
  return Object.assign(row, { parts, show });
}

function slide(control: Control, lang: string, turn: Turn): Shown {
  const format = formatter(lang, control.format);
  const said = (value: unknown) =>
    `${pick(control.prefix, lang) ?? ""}${format(Number(value))}${pick(control.suffix, lang) ?? ""}`;
  const id = uid("turn");
  const { kind: type, min, max, step } = control;
  const input = h("input", { id, type, min, max, step });
  const output = h("output", { for: id });
  const presets = control.presets.map((preset) => {
    const onclick = () => turn(preset.value);
    return h("button", { type: "button", class: "kp-chip", onclick }, name(preset, lang));
  });
  input.addEventListener("input", () => {
    const value = input.valueAsNumber;
    if (value >= min && value <= max) turn(value);
  });
  return {
    parts: [
      h("label", { for: id }, name(control, lang)),
      input,
      output,
      ...(presets.length ? [h("div", { class: "kp-presets" }, ...presets)] : []),
    ],
    show(value) {
      // a preset may lie between the slider's steps: the words say it exactly
      if (input.valueAsNumber !== value) input.value = String(value);
      input.setAttribute("aria-valuetext", said(value));
      output.textContent = said(value);
      control.presets.forEach((preset, i) => {
        presets[i]?.setAttribute("aria-pressed", String(preset.value === value));
      });
    },
  };
}

function choose(control: Control, lang: string, turn: Turn): Shown {
  return control.options.length > MANY
    ? pullDown(control, lang, turn)
    : segments(control, lang, turn);
}

function pullDown(control: Control, lang: string, turn: Turn): Shown {
  const id = uid("choose");
  const options = control.options.map((option, i) =>
    h("option", { value: String(i) }, name(option, lang)),
  );
  const select = h("select", { id }, ...options);
  select.addEventListener("change", () => {
    const option = control.options[select.selectedIndex];
    if (option) turn(option.value);
  });
  return {
    parts: [h("label", { for: id }, name(control, lang)), select],
    show(value) {
      select.selectedIndex = control.options.findIndex((option) => option.value === value);
    },
  };
}

function segments(control: Control, lang: string, turn: Turn): Shown {
  const group = uid("segments");
  const radios = control.options.map((option) =>
    h("input", { type: "radio", name: group, onchange: () => turn(option.value) }),
  );
  const labels = control.options.map((option, i) =>
    h("label", { class: "kp-segment" }, radios[i], h("span", {}, name(option, lang))),
  );
  const legend = h("span", { id: uid("legend") }, name(control, lang));
  const props = { class: "kp-segments", role: "radiogroup", "aria-labelledby": legend.id };
  return {
    parts: [legend, h("div", props, ...labels)],
    show(value) {
      control.options.forEach((option, i) => {
        (radios[i] as HTMLInputElement).checked = option.value === value;
      });
    },
  };
}
