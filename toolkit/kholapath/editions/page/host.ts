/** The page's host: puts every widget in its place, keeps the answers, and carries them between a
 * lesson's languages. */
import widgets from "virtual:widgets";
import type { Model } from "../../../../widgets/kholapath_widgets/_shared/runtime.ts";
import {
  FRESH,
  type QuestionRecord,
} from "../../../../widgets/kholapath_widgets/question/state.ts";
import {
  answered,
  fresh,
  type QuizContent,
} from "../../../../widgets/kholapath_widgets/quiz/marking.ts";
import { type Answers, answersOf, type Kept } from "./answers.ts";
import { contents, scrolling, theme, trail, type Words } from "./chrome.ts";
import { keeping } from "./keeping.ts";
import { modelOf, type State } from "./model.ts";
import { type Items, readCode, writeCode } from "./resume.ts";
import "./page.css";

interface Carried {
  lesson: string;
  lang: string;
  words: Words;
  widgets: { kind: string; state: State }[];
}

const carried = JSON.parse(document.getElementById("carried")?.textContent ?? "") as Carried;
const { lesson, lang, words } = carried;
/** There from the start on: see `start`. */
let answers: Answers;
const show = trail(words, lang);
/** Everything that a learner answers, by its id: asked twice, it is one. */
const models = new Map<string, Model>();
/** The widgets that show how far the learner has come. */
const bars: Model[] = [];

const idOf = ({ item, content }: State): string | undefined =>
  ((item ?? content) as { id?: string } | undefined)?.id;

const stateOf = (model: Model): Kept => ({
  value: model.get("value"),
  record: model.get("record") as Kept["record"],
});

function modelFor(state: State): Model {
  const id = idOf(state);
  if (id === undefined) return modelOf({ ...state }, () => undefined);
  const known = models.get(id);
  if (known) return known;
  const fresh = { value: null, record: state.item ? FRESH : {}, notice: "" };
  const model = modelOf({ ...fresh, ...state, ...answers.load(id) }, () => {
    answers.save(id, stateOf(model));
    progress();
  });
  models.set(id, model);
  return model;
}

function progress(): void {
  let [done, asked] = [0, 0];
  for (const model of models.values()) {
    const [n, m] = model.get("item") ? asOne(model) : asSeveral(model);
    done += n;
    asked += m;
  }
  show(done, asked);
  for (const bar of bars) bar.set("record", { done, asked });
}

function asOne(model: Model): [number, number] {
  const { attempts, revealed, skipped } = model.get("record") as QuestionRecord;
  return [Number(attempts > 0 || revealed || skipped), 1];
}

/** How many of a quiz's questions are answered, of how many. */
function asSeveral(model: Model): [number, number] {
  const content = model.get("content") as Partial<QuizContent> | undefined;
  if (!content?.graded || !content.items) return [0, 0];
  const record = { ...fresh(), ...(model.get("record") as object) };
  return [answered(content as QuizContent, record), content.items.length];
}

function assign(model: Model, { value, record }: Kept): void {
  model.set("value", value);
  model.set("record", record);
}

/** Takes answers in from elsewhere; returns how many of them the lesson asks for. */
function bring(items: Items): number {
  let found = 0;
  for (const [id, kept] of Object.entries(items)) {
    const model = models.get(id);
    if (!model) continue;
    found += 1;
    assign(model, kept);
    model.save_changes();
  }
  return found;
}

const nothing = (model: Model): Kept => ({
  value: null,
  record: model.get("item") ? { ...FRESH } : {},
});

function erase(): void {
  answers.erase();
  for (const model of models.values()) assign(model, nothing(model));
  progress();
}

function follow(id: string): void {
  const model = models.get(id);
  if (model) assign(model, answers.load(id) ?? nothing(model));
  progress();
}

/** Puts a widget where its still form stands, as soon as it has been drawn. */
function place(slot: Element, { kind, state }: Carried["widgets"][number]): Promise<void> {
  const widget = widgets[kind];
  if (!widget) return Promise.resolve(); // of a newer kind than this host: the still form stays
  const el = document.createElement("div");
  const still = slot.firstElementChild as HTMLElement;
  const model = modelFor(state);
  if (kind === "progress") bars.push(model);
  widget.initialize().mount({ model, el });
  if (kind !== "explorable") {
    still.replaceWith(el);
    return Promise.resolve();
  }
  el.className = "drawing";
  slot.append(el);
  return drawn(el).then(() => {
    el.className = "";
    still.remove();
  });
}

/** Resolves when a chart has been drawn, or has said that it cannot be. */
function drawn(el: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!el.querySelector("svg .mark-text, svg .background, .kp-broken")) return;
      watch.disconnect();
      resolve();
    };
    const watch = new MutationObserver(look);
    watch.observe(el, { childList: true, subtree: true });
    look();
  });
}

/** A sibling in another language keeps the answers: a browser may give every file its own store. */
function languages(): void {
  document.querySelector(".languages")?.addEventListener("click", async (event) => {
    const link = (event.target as Element).closest("a");
    const { metaKey, ctrlKey, shiftKey, altKey } = event as MouseEvent;
    if (!link || metaKey || ctrlKey || shiftKey || altKey) return;
    event.preventDefault();
    const here = document.querySelector<HTMLAnchorElement>(".contents [aria-current]");
    const code = await writeCode(lesson, answers.all());
    location.href = `${link.href}#${code}${here ? `&${here.hash.slice(1)}` : ""}`;
  });
}

async function arrive(): Promise<void> {
  if (!location.hash.startsWith("#KP1.")) return;
  const [code = "", head = ""] = location.hash.slice(1).split("&");
  history.replaceState(null, "", head ? `#${head}` : location.pathname);
  const found = await readCode(code).catch(() => undefined);
  if (found?.lesson === lesson) bring(found.items);
  document.getElementById(head)?.scrollIntoView();
}

async function start(): Promise<void> {
  answers = await answersOf(lesson);
  answers.follow(follow);
  theme();
  contents();
  const placed = [...document.querySelectorAll<HTMLElement>("[data-widget]")].map((slot) =>
    place(slot, carried.widgets[Number(slot.dataset.widget)] as Carried["widgets"][number]),
  );
  if (models.size) {
    const home = { lesson, lang, words, lasting: answers.lasting, all: answers.all, bring, erase };
    document.getElementById("answers")?.replaceWith(keeping(home));
  }
  progress();
  scrolling();
  languages();
  await arrive();
  await Promise.all(placed);
  performance.mark("kholapath-interactive");
  document.documentElement.dataset.interactive = "";
}

start();
