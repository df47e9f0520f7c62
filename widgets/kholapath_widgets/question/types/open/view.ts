/** A text of one's own; once it is sent, a model answer and a rubric to tick off. */
import { h, uid } from "../../../_shared/dom.ts";
import { safe } from "../../../_shared/html.ts";
import { digits, fill, formatNumber, pick, type Texts } from "../../../_shared/i18n.ts";
import type { Body, BodyContext, QuestionType, Shown, Words } from "../../types.ts";
import { mark, type OpenItem, own, points, wordCount } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "./style.css";

function body(context: BodyContext<OpenItem>): Body {
  const { item, lang, words } = context;
  // once the rubric was seen it stays, whatever is written after
  let seen = false;
  const count = h("p", { class: "kp-read", id: uid("count") });
  const text = h("textarea", {
    class: "kp-field kp-own-text",
    "aria-label": words.field,
    "aria-describedby": count.id,
    rows: item.lines,
    dir: "auto",
    oninput: () => change(),
    onkeydown: (event: Event) => {
      const { key, ctrlKey, metaKey, isComposing } = event as KeyboardEvent;
      if (key === "Enter" && (ctrlKey || metaKey) && !isComposing) context.submit();
    },
  });
  const rubric = (item.answer?.rubric ?? []).map((criterion) => {
    const box = h("input", { type: "checkbox", onchange: () => change() });
    const said = h("span", { dir: "auto" }, safe(pick(criterion.text, lang) ?? ""));
    const worth = h("span", { class: "kp-worth" }, worthOf(criterion.points, lang, words));
    return { id: criterion.id, box, row: h("label", { class: "kp-option" }, box, said, worth) };
  });
  const compare = h("div", { class: "kp-compare" }, ...model(item.answer?.model, lang, words));
  if (rubric.length) {
    const title = h("p", { class: "kp-compare-title", id: uid("tick") }, words.tick);
    const rows = rubric.map((r) => r.row);
    compare.append(h("div", { role: "group", "aria-labelledby": title.id }, title, ...rows));
  }

  function change(): void {
    const met = rubric.filter((r) => r.box.checked).map((r) => r.id);
    told(text.value);
    context.change({ text: text.value, ...(seen ? { met } : {}) });
  }

  function told(written: string): void {
    const n = digits(String(wordCount(written)), lang);
    const m = digits(String(item.least), lang);
    count.textContent = fill(words[item.least ? "words_of" : "words"] ?? "", { n, m });
  }

  function show({ value, result, locked }: Shown): void {
    const now = own(value);
    seen = now.met !== undefined || (result !== null && !result.refused);
    if (text.value !== now.text) text.value = now.text;
    text.disabled = locked;
    text.setAttribute("aria-invalid", String(result?.refused === true));
    for (const { id, box } of rubric) {
      box.checked = now.met?.includes(id) ?? false;
      box.disabled = locked;
    }
    compare.hidden = !seen || !compare.childElementCount;
    told(now.text);
  }
  return { el: h("div", {}, text, count, compare), show };
}

function model(answer: Texts | undefined, lang: string, words: Words): Node[] {
  if (!answer) return [];
  const said = h("div", { class: "kp-words", dir: "auto" }, safe(pick(answer, lang) ?? ""));
  return [h("p", { class: "kp-compare-title" }, words.model), said];
}

const worthOf = (worth: number, lang: string, words: Words): string =>
  fill(words[worth === 1 ? "point" : "points"] ?? "", { n: formatNumber(worth, lang) });

/** What to do now, then what the learner found. */
function remark(item: OpenItem, value: unknown, lang: string, words: Words): string {
  const { met } = own(value);
  const [found, total] = points(item, met);
  if (item.mode === "survey" || !item.answer) return words.thanks ?? "";
  if (!total) return words.compare ?? "";
  if (!met) return words.now_tick ?? "";
  const [n, m] = [formatNumber(found, lang), formatNumber(total, lang)];
  return fill(words.own_count ?? "", { n, m });
}

const type: QuestionType<OpenItem> = { mark, words: { en, bn }, body, remark, ungraded: true };

export default type;
