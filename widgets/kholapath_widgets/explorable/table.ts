/** The figures behind a chart, as a real table. */
import { h } from "../_shared/dom.ts";
import { formatNumber, pick, type Texts } from "../_shared/i18n.ts";

type Cell = number | string | boolean | Texts | null;

export interface Table {
  header: Texts[];
  rows: Cell[][];
}

export function tableOf(table: Table, lang: string, caption: string, missing: string) {
  const said = (cell: Cell | undefined): string => {
    if (cell === null || cell === undefined) return missing;
    if (typeof cell === "number") return formatNumber(cell, lang);
    return typeof cell === "object" ? (pick(cell, lang) ?? "") : String(cell);
  };
  const numeric = table.header.map((_, i) => table.rows.some((row) => typeof row[i] === "number"));
  const cell = (value: Cell, i: number) => {
    const props = { class: numeric[i] ? "kp-numeric" : null };
    return i === 0
      ? h("th", { ...props, scope: "row" }, said(value))
      : h("td", { ...props, "data-missing": value === null }, said(value));
  };
  const head = table.header.map((words, i) =>
    h("th", { scope: "col", class: numeric[i] ? "kp-numeric" : null }, said(words)),
  );
  return h(
    "table",
    {},
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, ...head)),
    h("tbody", {}, ...table.rows.map((row) => h("tr", {}, ...row.map(cell)))),
  );
}
