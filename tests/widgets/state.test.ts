/** A question's record: what each step changes, and what is then to be seen. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  canReveal,
  current,
  FRESH,
  hinted,
  isEmpty,
  keyIsHere,
  lookUp,
  marked,
  revealed,
  skipped,
  status,
  triesLeft,
} from "../../widgets/kholapath_widgets/question/state.ts";
import { type Item, refuse, verdict } from "../../widgets/kholapath_widgets/question/types.ts";

const ITEM = {
  id: "sum",
  type: "choice",
  prompt: { en: "2 + 2?" },
  mode: "practice",
  hints: [{ en: "Count." }, { en: "Count on." }],
  points: 1,
  reveal_after: 1,
  answer: "b",
} as Item;
const wrong = verdict("practice", 0, []);
const right = verdict("practice", 1, []);

test("marking counts a try and keeps what was submitted", () => {
  const record = marked(FRESH, "a", wrong);
  assert.equal(record.attempts, 1);
  assert.equal(record.submitted, "a");
});

test("a refused response costs no try", () => {
  assert.equal(marked(FRESH, "1,234", refuse("@ambiguous_number")).attempts, 0);
});

test("a result holds only for the answer it was given for", () => {
  const record = marked(FRESH, ["a"], wrong);
  assert.equal(current(record, ["a"]), wrong);
  assert.equal(current(record, ["b"]), null);
});

test("hints come one at a time and end", () => {
  const record = [1, 2, 3].reduce((r) => hinted(r, ITEM), FRESH);
  assert.equal(hinted(FRESH, ITEM).hints, 1);
  assert.equal(record.hints, 2);
});

test("not knowing opens the first hint and the way to the answer", () => {
  const record = skipped(FRESH, ITEM);
  assert.equal(record.hints, 1);
  assert.equal(canReveal(record, ITEM), true);
});

test("the answer can be shown after a try, not before, and not twice", () => {
  const tried = marked(FRESH, "a", wrong);
  assert.equal(canReveal(FRESH, ITEM), false);
  assert.equal(canReveal(tried, ITEM), true);
  assert.equal(canReveal(revealed(tried), ITEM), false);
  assert.equal(canReveal(marked(FRESH, "b", right), ITEM), false);
});

test("a survey has no answer to show", () => {
  const poll = { ...ITEM, mode: "survey" } as Item;
  assert.equal(canReveal(marked(FRESH, "a", verdict("survey", 0, [])), poll), false);
});

test("a checked question whose key is with the kernel can still be asked for it", () => {
  const { answer, ...rest } = ITEM as Item & { answer: string };
  const checked = { ...rest, mode: "check", sealed: true } as Item;
  assert.equal(answer, "b");
  assert.equal(keyIsHere(checked), false);
  assert.equal(canReveal(marked(FRESH, "a", wrong), checked), true);
});

test("tries are unlimited unless the item says", () => {
  const once = { ...ITEM, attempts: 1 } as Item;
  assert.equal(triesLeft(marked(FRESH, "a", wrong), ITEM), Number.POSITIVE_INFINITY);
  assert.equal(triesLeft(marked(FRESH, "a", wrong), once), 0);
});

test("every state has its own name", () => {
  const partly = marked(FRESH, "a", verdict("practice", 0.5, []));
  assert.equal(status(FRESH, null), "untouched");
  assert.equal(status(FRESH, "a"), "answered");
  assert.equal(status(marked(FRESH, "a", wrong), "a"), "wrong");
  assert.equal(status(partly, "a"), "partly");
  assert.equal(status(marked(FRESH, "b", right), "b"), "right");
  assert.equal(status(revealed(partly), "a"), "revealed");
  assert.equal(status(skipped(FRESH, ITEM), null), "skipped");
  assert.equal(status(marked(FRESH, "a", verdict("survey", 0, [])), "a"), "thanks");
});

test("nothing, an empty text, a list or a map of nothings are no answer; zero is one", () => {
  const nothings = [null, undefined, "", [], {}, { gap: "" }, [null]];
  assert.deepEqual([...new Set(nothings.map(isEmpty))], [true]);
  const answers = [0, "0", ["a"], false, { gap: "", other: "a" }];
  assert.deepEqual([...new Set(answers.map(isEmpty))], [false]);
});

test("words are found by path, lists by their entries' id", () => {
  const form = { options: [{ id: "a", feedback: { en: "No." } }] };
  assert.deepEqual(lookUp(form, "options.a.feedback"), { en: "No." });
  assert.equal(lookUp(form, "options.z.feedback"), undefined);
  assert.equal(lookUp(form, "slips.a.feedback"), undefined);
});
