/** Answers a batch of calls read as JSON from stdin, so that Python can compare its answers.
 *
 * Each call is `[name, ...arguments]`; node runs the sources as they are, without a build. */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { distance, fold, graphemes } from "../../widgets/kholapath_widgets/_shared/graphemes.ts";
import { formatNumber } from "../../widgets/kholapath_widgets/_shared/i18n.ts";
import { readNumber } from "../../widgets/kholapath_widgets/_shared/numbers.ts";
import { order } from "../../widgets/kholapath_widgets/_shared/random.ts";
import type { Item, Result } from "../../widgets/kholapath_widgets/question/types.ts";

type Mark = (item: Item, response: unknown) => Result;

const folder = join(
  import.meta.dirname,
  "../../widgets/kholapath_widgets/question/types/*/marking.ts",
);
const marks: Record<string, Mark> = {};
for (const file of globSync(folder)) marks[basename(dirname(file))] = (await import(file)).mark;

// thousands of responses to one item: it is told once
const kept: Item[] = [];

const CALLS: Record<string, (...args: never[]) => unknown> = {
  mark: (item: Item, response: unknown) => marks[item.type]?.(item, response),
  keep: (item: Item) => kept.push(item) - 1,
  mark_kept: (at: number, response: unknown) => {
    const item = kept[at] as Item;
    return marks[item.type]?.(item, response);
  },
  number: readNumber,
  graphemes,
  fold,
  distance,
  order,
  format: (x: number, lang: string, decimals: number | null) =>
    formatNumber(x, lang, decimals ?? undefined),
};

const calls = JSON.parse(readFileSync(0, "utf8")) as [string, ...never[]][];
console.log(JSON.stringify(calls.map(([name, ...args]) => CALLS[name]?.(...args))));
