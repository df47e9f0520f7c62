/** The two charts to read. Bars are the list itself; a line has its list below. */
import { h, s, sign } from "../../../_shared/dom.ts";
import { formatNumber, pick } from "../../../_shared/i18n.ts";
import type { BodyContext } from "../../types.ts";
import { type Plane, pathOf, plot, ticksFor, withUnit } from "../plot.ts";
import type { PickItem } from "./marking.ts";

/** What a chart is told to show; `values` writes each mark's number beside it. */
interface Picked {
  chosen: string | null;
  locked: boolean;
  values: boolean;
  verdict(id: string): "good" | "bad" | "";
}

export interface Chart {
  el: HTMLElement;
  show(picked: Picked): void;
  stop(): void;
}

type Context = BodyContext<PickItem>;

/** A mark as an entry of the list: with a radio where it can be chosen, and its value for those who
 * hear the chart. */
function entries(context: Context, group: string | null, picture: (i: number) => Node | null) {
  const { item, lang, words } = context;
  return item.marks.map(({ id, label, value }, i) => {
    const input = h("input", {
      type: "radio",
      name: group ?? "",
      onchange: () => context.change(id),
      onkeydown: (event: Event) => {
        if ((event as KeyboardEvent).key === "Enter") context.submit();
      },
    });
    const said = withUnit(formatNumber(value, lang), unitOf(context));
    const heard = h("span", { class: "kp-heard" }, `(${said})`);
    const name = h("span", { dir: "auto" }, pick(label, lang) ?? "", heard);
    const tag = h("span", { class: "kp-tag" });
    const parts = [group ? input : null, name, picture(i), group ? tag : null];
    const row = h(group ? "label" : "li", { class: group ? "kp-option" : "kp-mark" }, ...parts);
    function show(picked: Picked): void {
      const state = picked.verdict(id);
      input.checked = picked.chosen === id;
      input.disabled = picked.locked;
      row.dataset.state = state;
      const word = words[state === "good" ? "this_one" : "not_this"];
      tag.replaceChildren(...(state ? [sign(state === "good" ? "✓" : "✕"), word ?? ""] : []));
    }
    return { id, row, show, said };
  });
}

const unitOf = ({ item, lang }: Context): string => pick(item.unit ?? {}, lang) ?? "";

/** A sign goes with every number; words are said once, above. */
const tickWriter = (context: Context) => (value: number) =>
  formatNumber(value, context.lang) + (unitOf(context).length === 1 ? unitOf(context) : "");

function unitLine(context: Context): Node | null {
  const unit = unitOf(context);
  return unit.length > 1 ? h("p", { class: "kp-unit" }, unit) : null;
}

/** Bars from the left; each is an entry of the list. */
export function barChart(context: Context, group: string | null): Chart {
  const { item } = context;
  const write = tickWriter(context);
  const ticks = ticksFor(item.marks.map((m) => m.value));
  const share = scaleOf(ticks);
  const bars = item.marks.map(({ value }) => {
    const [from, to] = [share(Math.min(0, value)), share(Math.max(0, value))];
    const size = { left: `${from}%`, width: `${Math.max(0.5, to - from)}%` };
    const bar = h("span", { class: "kp-pick-bar" });
    const number = h("span", { class: "kp-pick-number" });
    Object.assign(bar.style, size);
    number.style.left = `${to}%`;
    return {
      number,
      track: h("span", { class: "kp-pick-track", "aria-hidden": "true" }, bar, number),
    };
  });
  const list = entries(context, group, (i) => bars[i]?.track ?? null);
  const scale = ticks.map((tick) => {
    const label = h("span", {}, write(tick));
    label.style.left = `${share(tick)}%`;
    return label;
  });
  const rows = h(group ? "div" : "ul", { class: "kp-pick-bars" }, ...list.map((e) => e.row));
  for (const { track } of bars) {
    for (const tick of ticks) {
      const line = h("i", {});
      line.style.left = `${share(tick)}%`;
      track.prepend(line);
    }
  }
  const axis = h("div", { class: "kp-pick-axis", "aria-hidden": "true" }, h("div", {}, ...scale));
  axis.classList.toggle("kp-pick-chosen", group !== null);
  return {
    el: h("div", { class: "kp-pick" }, unitLine(context), rows, axis),
    show(picked) {
      list.forEach((entry, i) => {
        entry.show(picked);
        const number = bars[i]?.number;
        if (number) number.textContent = picked.values ? entry.said : "";
      });
    },
    stop: () => {},
  };
}

const scaleOf = (ticks: number[]) => (value: number) => {
  const [low, high] = [ticks[0] as number, ticks.at(-1) as number];
  return ((value - low) / (high - low)) * 100;
};

/** A line through points; a point under the pointer can be chosen, and so can its entry below. */
export function lineChart(context: Context, group: string | null): Chart {
  const { item, lang } = context;
  const values = item.marks.map((m) => m.value);
  const list = entries(context, group, () => null);
  let now: Picked = { chosen: null, locked: false, values: false, verdict: () => "" };
  const plane = plot({
    labels: item.marks.map((m) => pick(m.label, lang) ?? ""),
    ticks: ticksFor(values),
    write: tickWriter(context),
    paint: (area) => [
      s("path", { class: "kp-curve", d: pathOf(area, values) }),
      ...item.marks.flatMap((_, i) => point(area, i)),
    ],
  });

  function point(area: Plane, i: number): Node[] {
    const { id, said } = list[i] as (typeof list)[number];
    const [x, y] = [area.x(i), area.y(values[i] as number)];
    const chosen = id === now.chosen || now.verdict(id) !== "";
    const r = chosen ? 9 : 5;
    return [
      chosen && s("line", { class: "kp-drop", x1: x, x2: x, y1: y + r, y2: area.bottom }),
      s("circle", {
        class: "kp-point",
        "data-state": chosen ? now.verdict(id) || "chosen" : "",
        cx: x,
        cy: y,
        r,
      }),
      now.values &&
        (chosen || area.fits(said)) &&
        s("text", { class: "kp-mark-value", x, y: beside(i, y), "text-anchor": "middle" }, said),
    ].filter((node) => node instanceof Node);
  }

  // above the point, but under it where the line climbs away from the first
  const beside = (i: number, y: number) =>
    i === 0 && (values[1] as number) > (values[0] as number) ? y + 24 : y - 14;

  if (group) {
    plane.el.classList.add("kp-pickable");
    plane.el.addEventListener("click", (event) => {
      const chosen = item.marks[plane.plane().at(event as PointerEvent).index];
      if (chosen && !now.locked) context.change(chosen.id);
    });
  }
  const cls = group ? "kp-options kp-pick-list" : "kp-heard";
  const rows = h(group ? "div" : "ul", { class: cls }, ...list.map((e) => e.row));
  return {
    el: h("div", { class: "kp-pick" }, unitLine(context), plane.el, rows),
    show(picked) {
      now = picked;
      for (const entry of list) entry.show(picked);
      plane.draw();
    },
    stop: plane.stop,
  };
}
