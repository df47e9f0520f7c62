/** The drawing itself: what is known, what was drawn, and at the end the truth over it. */
import { s } from "../../../_shared/dom.ts";
import { formatNumber } from "../../../_shared/i18n.ts";
import { type Plane, pathOf } from "../plot.ts";
import type { DrawItem } from "./marking.ts";

/** What the picture shows; `you` is the word for the learner's own line. */
export interface Scene {
  item: DrawItem;
  lang: string;
  you: string;
  drawn: Record<string, number>;
  done: boolean;
}

type Value = number | undefined;

/** A scene as three rows of values, one a mark: known, drawn (on the axis), and what it really was. */
function rows({ item: { marks, axis, answer }, drawn }: Scene) {
  const inside = (value: Value) =>
    value === undefined ? value : Math.min(axis.max, Math.max(axis.min, value));
  const open = (i: number) => marks[i] !== undefined && marks[i]?.value === undefined;
  return {
    known: marks.map((m) => m.value),
    guess: marks.map((m) => inside(drawn[m.id])),
    truth: marks.map((m) => m.value ?? answer[m.id]),
    open,
    /** Drawn, or the end of what is known beside it: a drawn line starts there. */
    joined: (i: number) => open(i) || open(i - 1) || open(i + 1),
  };
}

/** A line, the drawn one dashed, and what lies between them. */
export function curves(area: Plane, scene: Scene): Node[] {
  const { known, guess, truth, open, joined } = rows(scene);
  const own = guess.map((v, i) => v ?? (!open(i) && joined(i) ? known[i] : undefined));
  const real = truth.map((v, i) => (joined(i) ? v : undefined));
  const path = (cls: string, values: Value[], props = {}) =>
    s("path", { class: `kp-curve ${cls}`, d: pathOf(area, values), ...props });
  const dot = (cls: string, r: number) => (value: Value, i: number) =>
    value === undefined
      ? []
      : [s("circle", { class: `kp-dot ${cls}`, cx: area.x(i), cy: area.y(value), r })];
  const { done } = scene;
  return [
    ...(done ? guess.flatMap((you, i) => gap(area, i, you, truth[i])) : []),
    path("", known),
    ...(done ? [path("kp-true", real, { pathLength: 1 })] : []),
    path("kp-guessed-line", own),
    ...(done ? truth : known).flatMap(dot("", 4)),
    ...guess.flatMap(dot("kp-guessed-dot", done ? 4 : 7)),
    ...(done ? ends(area, scene) : []),
  ];
}

function gap({ x, y }: Plane, i: number, you: Value, truth: Value): Node[] {
  if (you === undefined || truth === undefined) return [];
  return [s("line", { class: "kp-gap", x1: x(i), x2: x(i), y1: y(you), y2: y(truth) })];
}

/** Whose line is whose, said at its end. */
function ends(area: Plane, scene: Scene): Node[] {
  const { guess, truth, open } = rows(scene);
  const last = guess.findLastIndex((_, i) => open(i));
  const real = truth[last] as number;
  const [yours, its] = [area.y(guess[last] as number), area.y(real)];
  const said = (text: string, y: number, below: boolean, cls: string) => {
    const at = Math.min(area.bottom - 6, Math.max(12, below ? y + 24 : y - 12));
    const right = Math.min(area.right - 2, area.x(last) + area.band / 2);
    const props = { x: right, y: at, "text-anchor": "end" };
    return s("text", { class: `kp-mark-value ${cls}`, ...props }, text);
  };
  const number = said(formatNumber(real, scene.lang), its, its > yours, "kp-true-end");
  return Math.abs(its - yours) < 16 ? [number] : [number, said(scene.you, yours, its <= yours, "")];
}

/** Bars, the drawn ones as dashed frames. */
export function columns(area: Plane, scene: Scene): Node[] {
  const { known, guess, truth, open } = rows(scene);
  const width = Math.min(72, area.band * 0.62);
  const foot = area.y(Math.max(0, scene.item.axis.min));
  const column = (cls: string, i: number, value: number) => {
    const y = Math.min(area.y(value), foot);
    const height = Math.max(1, Math.abs(area.y(value) - foot));
    return s("rect", { class: `kp-column ${cls}`, x: area.x(i) - width / 2, width, y, height });
  };
  return guess.flatMap((you, i) => {
    const real = scene.done ? truth[i] : known[i];
    const y = Math.min(...[real, you].map((v) => (v === undefined ? foot : area.y(v)))) - 8;
    const number = formatNumber(real ?? 0, scene.lang);
    return [
      ...(real === undefined ? [] : [column(open(i) ? "kp-true" : "", i, real)]),
      ...(you === undefined ? [] : [column("kp-guessed-column", i, you)]),
      ...(real === undefined
        ? []
        : [
            s("text", { class: "kp-mark-value", x: area.x(i), y, "text-anchor": "middle" }, number),
          ]),
    ];
  });
}
