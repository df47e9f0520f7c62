/** What the types with places in a running text share: `[[id]]`, `[[id|words]]` (see _running.py). */
import { h, sign } from "../../_shared/dom.ts";
import { safe } from "../../_shared/html.ts";
import type { Words } from "../types.ts";

const PLACE = /\[\[([a-z0-9][a-z0-9-]*)(?:\|([^[\]|]+))?\]\]/g;

export type Verdict = "good" | "bad" | "";

/** A text in HTML with what `put` makes at every place. */
export function running(html: string, put: (id: string, words: string) => Node): HTMLElement {
  const root = h("div", { class: "kp-running", dir: "auto" }, safe(html));
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const parts: (Node | string)[] = [];
    let end = 0;
    for (const match of text.data.matchAll(PLACE)) {
      parts.push(text.data.slice(end, match.index), put(match[1] ?? "", (match[2] ?? "").trim()));
      end = match.index + match[0].length;
    }
    if (end) text.replaceWith(...parts, text.data.slice(end));
  }
  return root;
}

const SIGNS = { good: ["✓", "this_one"], bad: ["✕", "not_this"] } as const;

/** The sign of a verdict, for where a text has no room for its word. */
export const signOf = (verdict: Verdict): Node[] => (verdict ? [sign(SIGNS[verdict][0])] : []);

/** The word of a verdict, for who cannot see the sign. */
export const wordOf = (verdict: Verdict, words: Words): string =>
  verdict ? (words[SIGNS[verdict][1]] ?? "") : "";

/** A line that says what the signs in the text mean. */
export const signLine = (verdicts: readonly Verdict[], words: Words): Node[] =>
  (["good", "bad"] as const)
    .filter((verdict) => verdicts.includes(verdict))
    .map((verdict) =>
      h(
        "span",
        { class: "kp-tag", "data-state": verdict },
        sign(SIGNS[verdict][0]),
        words[SIGNS[verdict][1]],
      ),
    );
