/** The figures behind a chart, as a real table. */
import { h } from "../_shared/dom.ts";
import { formatNumber, pick, type Texts } from "../_shared/i18n.ts";

type Cell = number | string | boolean | Texts | null;

export interface Table {
  header: Texts[];
  rows: Cell[][];
}

/** How many digits after the point a column needs, so that its numbers stand in line. */
function decimals(column: (Cell | undefined)[]): number | undefined {
  const written = column.filter((x) => typeof x === "number").map(String);
  if (written.some((number) => number.includes("e"))) return undefined;
  return Math.max(0, ...written.map((number) => number.split(".")[1]?.length ?? 0));
}

export function tableOf(table: Table, lang: string, caption: string, missing: string) {
  const places = table.header.map((_, i) => decimals(table.rows.map((row) => row[i])));
  const said = (cell: Cell | undefined, column: number): string => {
    if (cell === null || cell === undefined) return missing;
    if (typeof cell === "number") return formatNumber(cell, lang, places[column]);
    return typeof cell === "object" ? (pick(cell, lang) ?? "") : String(cell);
  };
  const numeric = table.header.map((_, i) => table.rows.some((row) => typeof row[i] === "number"));
  const cell = (value: Cell, i: number) => {
    const props = { class: numeric[i] ? "kp-numeric" : null };
    return i === 0
      ? h("th", { ...props, scope: "row" }, said(value, i))
      : h("td", { ...props, "data-missing": value === null }, said(value, i));
  };
  const head = table.header.map((words, i) =>
    h("th", { scope: "col", class: numeric[i] ? "kp-numeric" : null }, pick(words, lang)),
  );
  return h(
    "table",
    {},
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, ...head)),
    h("tbody", {}, ...table.rows.map((row) => h("tr", {}, ...row.map(cell)))),
  );
}
