/** The plane that drawn charts share: marks side by side, values from nought up, few lines. It is
 * drawn as wide as it is shown, so that its words keep their size; the words beside it say it all. */
import { h, s } from "../../_shared/dom.ts";
import "./plot.css";

/** Where things lie, in pixels. */
export interface Plane {
  band: number;
  /** The labels, a word a line where a line is too long. */
  names: string[][];
  bottom: number;
  right: number;
  x(index: number): number;
  y(value: number): number;
  /** Whether words have room in a band. */
  fits(words: string): boolean;
  /** The mark and the value under the pointer. */
  at(event: PointerEvent): { index: number; value: number };
}

interface Parts {
  labels: string[];
  ticks: number[];
  write(value: number): string;
  /** Draws what is on the plane; called again whenever its width changes. */
  paint(plane: Plane): Node[];
}

const LETTER = 7.5; // a letter's width, about, at 13 px
const TOP = 14;
const FOOT = 30;
const LINE = 16;

/** Round numbers from the lowest value to the highest, nought among them. */
export function ticksFor(values: number[], wanted = 4): number[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const rough = (high - low || 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (([1, 2, 2.5, 5].find((n) => n * power >= rough) as number) || 10);
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

export function plot(parts: Parts) {
  const svg = s("svg", { class: "kp-plot", "aria-hidden": "true" });
  const el = h("div", { class: "kp-plane" }, svg);
  let plane = planeOf(parts, el, svg);

  function draw(): void {
    plane = planeOf(parts, el, svg);
    svg.replaceChildren(...grid(parts, plane), ...parts.paint(plane));
  }
  const observer = new ResizeObserver(draw);
  observer.observe(el);
  return { el, draw, plane: () => plane, stop: () => observer.disconnect() };
}

function planeOf({ labels, ticks, write }: Parts, el: Element, svg: Element): Plane {
  const width = el.clientWidth || 600;
  const height = Math.round(Math.min(320, Math.max(230, width * 0.5)));
  const left = Math.max(...ticks.map((tick) => write(tick).length)) * LETTER + 10;
  const [low, high] = [ticks[0] as number, ticks.at(-1) as number];
  const band = (width - left) / labels.length;
  const wide = longest(labels.map((label) => [label])) > band;
  const names = labels.map((label) => (wide ? label.split(" ") : [label]));
  const bottom = height - FOOT - LINE * (Math.max(...names.map((lines) => lines.length)) - 1);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("height", String(height));
  const y = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - TOP);
  return {
    band,
    names,
    bottom,
    right: width,
    x: (index) => left + (index + 0.5) * band,
    y,
    fits: (words) => words.length * LETTER < band,
    at(event) {
      const box = svg.getBoundingClientRect();
      const index = Math.floor((event.clientX - box.left - left) / band);
      const share = (bottom - (event.clientY - box.top)) / (bottom - TOP);
      const inside = (n: number, top: number) => Math.min(top, Math.max(0, n));
      return {
        index: inside(index, labels.length - 1),
        value: low + inside(share, 1) * (high - low),
      };
    },
  };
}

function grid({ ticks, write }: Parts, { x, y, band, names, bottom, right }: Plane): Node[] {
  const left = x(0) - band / 2;
  const lines = ticks.flatMap((tick) => [
    s("line", {
      class: tick === 0 ? "kp-base" : "kp-rule",
      x1: left,
      x2: right,
      y1: y(tick),
      y2: y(tick),
    }),
    s("text", { class: "kp-tick", x: left - 8, y: y(tick) + 4, "text-anchor": "end" }, write(tick)),
  ]);
  // where not every name has room, every second or third has, and the last
  const every = Math.ceil(longest(names) / band);
  const named = names.flatMap((lines, i) =>
    (names.length - 1 - i) % every
      ? []
      : lines.map((line, n) => {
          const at = { x: x(i), y: bottom + 20 + n * LINE, "text-anchor": "middle" };
          return s("text", { class: "kp-tick", ...at }, line);
        }),
  );
  return [...lines, ...named];
}

/** The room that names need side by side, about. */
const longest = (names: string[][]): number =>
  Math.max(...names.flat().map((line) => line.length)) * LETTER + 8;

/** The path through points; a gap where one is missing. */
export function pathOf(plane: Plane, values: (number | null | undefined)[]): string {
  let open = false;
  return values
    .map((value, i) => {
      const move = open ? "L" : "M";
      open = typeof value === "number";
      return open ? `${move}${plane.x(i)} ${plane.y(value as number)}` : "";
    })
    .join("");
}

/** A number with its unit: 5.6 million USD, 40%. */
export const withUnit = (number: string, unit: string): string =>
  unit.length > 1 ? `${number} ${unit}` : `${number}${unit}`;
