/** Text as readers see it (the twin of graphemes.py; see tests/vectors/graphemes.json). */

/** White space to Python and to a browser together: neither's \s is the other's. */
export const SPACE = "[\\s\\u001c-\\u001f\\u0085]";

const segmenter = new Intl.Segmenter("bn", { granularity: "grapheme" });

/** The grapheme clusters of a text in NFC: ক্ষেত্র is two. */
export const graphemes = (text: string): string[] =>
  Array.from(segmenter.segment(text.normalize("NFC")), (s) => s.segment);

/** Folds what a reader would not call a difference (see graphemes.py). */
export function fold(text: string, matchCase = false): string {
  const folded = text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—‐‑]/g, "-")
    .replace(/[০-৯]/g, (d) => String("০১২৩৪৫৬৭৮৯".indexOf(d)))
    .replace(new RegExp(`${SPACE}+`, "g"), " ")
    .replace(/^[ .,;:!?।"']+|[ .,;:!?।"']+$/g, "");
  return matchCase ? folded : folded.toLowerCase();
}

/** The edits (insert, delete, replace, swap neighbours) from `a` to `b`, by grapheme. */
export function distance(a: string, b: string): number {
  const x = graphemes(a);
  const y = graphemes(b);
  let before: number[] = [];
  let last = Array.from({ length: y.length + 1 }, (_, j) => j);
  const at = (row: number[], j: number) => row[j] as number;
  for (let i = 1; i <= x.length; i++) {
    const row = [i];
    for (let j = 1; j <= y.length; j++) {
      const change = x[i - 1] === y[j - 1] ? 0 : 1;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + change);
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]) {
        cost = Math.min(cost, at(before, j - 2) + 1);
      }
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return at(last, y.length);
}
