/** Put in order: a list moved by buttons, by keys, or by dragging. */
import { h, sign } from "../../../_shared/dom.ts";
import { safe } from "../../../_shared/html.ts";
import { digits, fill, pick } from "../../../_shared/i18n.ts";
import { order } from "../../../_shared/random.ts";
import type { Body, BodyContext, QuestionType, Shown } from "../../types.ts";
import { grip } from "./grip.ts";
import { kept, mark, type OrderingItem, readOrder } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "./style.css";

type Entry = OrderingItem["entries"][number];

function body(context: BodyContext<OrderingItem>): Body {
  const { item, lang, seed, words } = context;
  const start = order(item.entries.map((entry) => entry.id).sort(), seed, item.id);
  let now: string[] = [];
  let lifted = false;
  const list = h("ol", { class: "kp-order" });
  const said = h("p", { class: "kp-how", role: "status" }, words.how);

  const say = (key: string, id: string) => {
    const n = digits(String(now.indexOf(id) + 1), lang);
    const values = { entry: rows.get(id)?.name ?? "", n, m: digits(String(now.length), lang) };
    return fill(words[key] ?? "", values);
  };

  /** Sets the entries in this order; `held` stays in the page, and so keeps focus and pointer. */
  function set(next: readonly string[], held?: string): void {
    now = [...next];
    const still = held === undefined ? null : (rows.get(held)?.el ?? null);
    const before = now.slice(0, held === undefined ? now.length : now.indexOf(held));
    const after = now.slice(before.length + 1);
    for (const id of before) list.insertBefore(rows.get(id)?.el as Node, still);
    for (const id of after) list.append(rows.get(id)?.el as Node);
    for (const id of now) rows.get(id)?.number(say("pick_up", id));
  }

  function move(id: string, to: number): void {
    const place = Math.max(0, Math.min(now.length - 1, to));
    if (place === now.indexOf(id)) return;
    const others = now.filter((other) => other !== id);
    set([...others.slice(0, place), id, ...others.slice(place)], id);
    said.textContent = say("placed", id);
  }

  function drawn(entry: Entry) {
    const text = safe(pick(entry.text, lang) ?? "");
    const name = text.textContent ?? "";
    const place = h("span");
    const tag = h("span", { class: "kp-tag" });
    const step = (key: string, arrow: string, by: number) =>
      h(
        "button",
        {
          type: "button",
          class: "kp-step",
          "aria-label": fill(words[key] ?? "", { entry: name }),
          onclick: () => {
            move(entry.id, now.indexOf(entry.id) + by);
            context.change(now);
          },
        },
        arrow,
      );
    const handle = h("button", { type: "button", class: "kp-grip" }, place);
    const buttons = [handle, step("up", "↑", -1), step("down", "↓", 1)];
    const cell = h("span", { dir: "auto" }, text, tag);
    const el = h("li", {}, handle, cell, ...buttons.slice(1));
    const number = (label: string) => {
      const at = now.indexOf(entry.id);
      place.textContent = digits(String(at + 1), lang);
      handle.setAttribute("aria-label", label);
      buttons[1]?.setAttribute("aria-disabled", String(at === 0));
      buttons[2]?.setAttribute("aria-disabled", String(at === now.length - 1));
    };
    grip(handle, {
      list,
      place: () => now.indexOf(entry.id),
      move: (to) => move(entry.id, to),
      lift(up) {
        lifted = up;
        el.classList.toggle("kp-lifted", up);
        said.textContent = say(up ? "lifted" : "dropped", entry.id);
      },
      drop: () => context.change(now),
    });
    return { el, name, tag, buttons, number };
  }

  const rows = new Map(item.entries.map((entry) => [entry.id, drawn(entry)]));

  function show({ value, result, revealed, locked }: Shown): void {
    const given = readOrder(item, value);
    const answer = item.answer ?? [];
    const next = revealed && answer.length ? answer : (given ?? start);
    if (!lifted && next.join() !== now.join()) set(next);
    const judged = result !== null && !result.refused && result.correct !== null && !revealed;
    // a sealed item has no key here: only an order right as a whole says that its entries are
    const run = result?.correct ? next : kept(given ?? [], answer);
    const telling = judged && (answer.length > 0 || result.correct === true);
    for (const [id, { tag, buttons }] of rows) {
      for (const button of buttons) button.disabled = locked;
      const right = run.includes(id);
      tag.dataset.state = telling ? (right ? "good" : "bad") : "";
      const word = words[right ? "in_order" : "to_move"] ?? "";
      tag.replaceChildren(...(telling ? [sign(right ? "✓" : "↕"), word] : []));
    }
    said.classList.toggle("kp-over", locked);
  }
  return { el: h("div", {}, said, list), show };
}

const type: QuestionType<OrderingItem> = { mark, words: { en, bn }, body };

export default type;
