/** In place of what a page never needs: Vega-Lite's compiler, and what its charts never use. */
export function compile(): never {
  throw new Error("a page's charts are compiled when it is made");
}
