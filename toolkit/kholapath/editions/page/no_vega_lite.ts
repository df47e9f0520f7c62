/** A page's charts are compiled already, so it leaves Vega-Lite's compiler out. */
export function compile(): never {
  throw new Error("a page's charts are compiled when it is made");
}
