/** What the types that put things to things share (the twin of _pairs.py): rows, each with a choice
 * of targets. A response is a map from row id to target id. */
import { h, sign } from "../../_shared/dom.ts";
import { safe } from "../../_shared/html.ts";
import { pick, type Texts } from "../../_shared/i18n.ts";
import {
  type Body,
  type BodyContext,
  type Item,
  type Result,
  refuse,
  type Shown,
  verdict,
} from "../types.ts";
import { judge } from "./field.ts";

export interface Entry {
  id: string;
  text: Texts;
}

export interface Row extends Entry {
  feedback?: Texts;
}

export interface PairItem extends Item {
  answer?: Record<string, string>;
  credit: "all" | "each_answer";
}

/** By row id, the target id. */
export type Pairs = ReadonlyMap<string, string>;

/** The right target of every row that has one; none where the item is sealed. */
export const rightOf = ({ answer = {} }: PairItem, rows: readonly Row[]): Pairs =>
  new Map(
    rows.flatMap(({ id }) => (Object.hasOwn(answer, id) ? [[id, answer[id] as string]] : [])),
  );

/** Marks a map from row to target; `field` is the name of the list of rows. */
export function markRows(
  item: PairItem,
  field: string,
  rows: readonly Row[],
  targets: readonly Entry[],
  response: unknown,
): Result {
  const ids = (entries: readonly Entry[]) => entries.map((entry) => entry.id);
  const right = rightOf(item, rows);
  return markPairs(item, readPairs(response, ids(rows), ids(targets)), right, (id, target) => {
    const said = target !== right.get(id) && rows.find((row) => row.id === id)?.feedback;
    return said ? `${field}.${id}.feedback` : undefined;
  });
}

/** Reads a response; null if it is no map of known rows to known targets, or an empty one. */
export function readPairs(
  response: unknown,
  rows: readonly string[],
  targets: readonly string[],
): Pairs | null {
  if (typeof response !== "object" || response === null || Array.isArray(response)) return null;
  const given = new Map(Object.entries(response));
  for (const [row, target] of given) {
    if (!rows.includes(row) || !targets.includes(target as string)) return null;
  }
  return given.size ? (given as Map<string, string>) : null;
}

/** Marks a response row by row: the share of the rows that are right, or all of them or nothing. */
export function markPairs(
  item: Item & { credit: "all" | "each_answer" },
  response: Pairs | null,
  right: Pairs,
  feedback: (row: string, target: string) => string | undefined,
): Result {
  if (!response) return refuse();
  const hits = [...right].filter(([row, target]) => response.get(row) === target).length;
  const score = item.credit === "all" ? Number(hits === right.size) : hits / right.size;
  const said = [...right.keys()].flatMap((row) => {
    const target = response.get(row);
    return (target !== undefined && feedback(row, target)) || [];
  });
  return verdict(item.mode, right.size ? score : 0, said);
}

/** A body of rows, each with a native list to choose from. */
export function pairList<I extends Item>(
  context: BodyContext<I>,
  rows: readonly Entry[],
  targets: readonly Entry[],
  right: Pairs,
): Body {
  const { lang, words } = context;
  const shown = (entry: Entry) => safe(pick(entry.text, lang) ?? "");
  const built = rows.map((row) => {
    const text = h("span", { dir: "auto" }, shown(row));
    const list = h(
      "select",
      { class: "kp-select", onchange: () => context.change(read()) },
      h("option", { value: "" }, words.choose_one),
      ...targets.map((t) => h("option", { value: t.id }, shown(t).textContent ?? "")),
    );
    const tag = h("span", { class: "kp-tag" });
    return { id: row.id, list, tag, el: h("label", { class: "kp-pair" }, text, list, tag) };
  });
  const read = () =>
    Object.fromEntries(built.flatMap(({ id, list }) => (list.value ? [[id, list.value]] : [])));

  function show({ value, result, revealed, locked }: Shown): void {
    const given = new Map(Object.entries((value ?? {}) as Record<string, string>));
    const judged = result !== null && !result.refused && result.correct !== null;
    const telling = (judged || revealed) && right.size > 0; // a sealed item has no key here
    for (const { id, list, tag } of built) {
      const [mine, key] = [given.get(id), right.get(id)];
      list.value = (revealed ? (key ?? mine) : mine) ?? "";
      list.disabled = locked;
      // a row left open is not called wrong, nor is the answer that a reveal has put there
      const hit = mine === key;
      const told = telling && mine !== undefined && (hit || !revealed);
      judge(list, told ? hit : null);
      tag.dataset.state = told ? (hit ? "good" : "bad") : "";
      const word = words[hit ? "this_one" : "not_this"] ?? "";
      tag.replaceChildren(...(told ? [sign(hit ? "✓" : "✕"), word] : []));
    }
  }
  return { el: h("div", { class: "kp-pairs" }, ...built.map((b) => b.el)), show };
}
