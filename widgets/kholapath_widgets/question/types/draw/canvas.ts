/** The chart to draw on: a stroke of the pointer puts the points that it passes. */
import { h } from "../../../_shared/dom.ts";
import { formatNumber, pick } from "../../../_shared/i18n.ts";
import type { BodyContext } from "../../types.ts";
import { type Plane, plot, ticksFor } from "../plot.ts";
import type { DrawItem } from "./marking.ts";
import { columns, curves } from "./picture.ts";

type Drawn = Record<string, number>;
type At = { index: number; value: number };

export function canvas(context: BodyContext<DrawItem>) {
  const { item, lang, words } = context;
  const { marks, axis } = item;
  const scene = { item, lang, you: words.you ?? "", drawn: {} as Drawn, done: false };
  let held: At | null = null;

  // behind the drawing, and the same element throughout, so that a pointer can hold on to it
  const zone = h("div", { class: "kp-zone", "aria-hidden": "true" }, h("span", {}, words.here));
  const plane = plot({
    labels: marks.map((m) => pick(m.label, lang) ?? ""),
    ticks: ticksFor([axis.min, axis.max]),
    write: (value) => formatNumber(value, lang),
    paint: (area) => {
      place(zone, area, item);
      return (item.chart === "bars" ? columns : curves)(area, scene);
    },
  });
  plane.el.prepend(zone);

  function redraw(): void {
    zone.classList.toggle("kp-started", Object.keys(scene.drawn).length > 0);
    plane.draw();
  }

  function stroke(event: PointerEvent): void {
    const to = plane.plane().at(event);
    scene.drawn = { ...scene.drawn, ...passed(item, held ?? to, to) };
    held = to;
    redraw();
  }

  zone.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    zone.setPointerCapture(event.pointerId);
    held = null;
    stroke(event);
  });
  zone.addEventListener("pointermove", (event) => {
    if (held) stroke(event);
  });
  for (const end of ["pointerup", "pointercancel"] as const) {
    zone.addEventListener(end, () => {
      if (held) context.change(scene.drawn);
      held = null;
    });
  }

  return {
    el: plane.el,
    show(drawn: Drawn, done: boolean, locked: boolean): void {
      Object.assign(scene, { drawn, done });
      zone.hidden = locked;
      redraw();
    },
    stop: plane.stop,
  };
}

/** Lays the zone over the marks that are drawn. */
function place(zone: HTMLElement, { x, band, y, bottom }: Plane, { marks, axis, chart }: DrawItem) {
  const open = marks.flatMap((m, i) => (m.value === undefined ? [i] : []));
  const [first, last] = [open[0] as number, open.at(-1) as number];
  const left = x(first) - band * (chart === "line" ? 0.4 : 0.5);
  const top = y(axis.max);
  const box = { left, top, width: x(last) + band / 2 - left, height: bottom - top };
  for (const [name, size] of Object.entries(box)) zone.style.setProperty(name, `${size}px`);
}

/** The values of the points under a stroke from one place to another, those passed over too. */
function passed({ marks, axis }: DrawItem, from: At, to: At): Drawn {
  const tidy = (value: number) => {
    const stepped = axis.min + Math.round((value - axis.min) / axis.step) * axis.step;
    return Number(Math.min(axis.max, Math.max(axis.min, stepped)).toPrecision(12));
  };
  const [low, high] = [Math.min(from.index, to.index), Math.max(from.index, to.index)];
  const under = marks.flatMap((mark, i) => {
    if (mark.value !== undefined || i < low || i > high) return [];
    const share = high === low ? 1 : (i - from.index) / (to.index - from.index);
    return [[mark.id, tidy(from.value + share * (to.value - from.value))] as const];
  });
  return Object.fromEntries(under);
}
