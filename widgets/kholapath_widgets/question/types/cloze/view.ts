/** Fill the gaps: fields and native lists in the running text, and a bank of words to press. */
import { h, sign, uid } from "../../../_shared/dom.ts";
import { safe } from "../../../_shared/html.ts";
import { digits, pick } from "../../../_shared/i18n.ts";
import { order } from "../../../_shared/random.ts";
import type { Body, BodyContext, QuestionType, Shown } from "../../types.ts";
import { judge, textInput } from "../field.ts";
import type { Entry } from "../pairs.ts";
import { running, signLine, signOf, type Verdict, wordOf } from "../running.ts";
import { accepted, type ClozeItem, type Gap, judged, mark, read } from "./marking.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "../running.css";
import "./style.css";

type Control = HTMLInputElement | HTMLSelectElement;

function shuffled(entries: Entry[], seed: number, name: string): Entry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return order([...byId.keys()].sort(), seed, name).map((id) => byId.get(id) as Entry);
}

function body(context: BodyContext<ClozeItem>): Body {
  const { item, lang, seed, words } = context;
  const controls = new Map<string, { gap: Gap; control: Control; mark: HTMLElement }>();
  let last: Control | undefined;

  const plain = (entry: Entry) => safe(pick(entry.text, lang) ?? "").textContent ?? "";
  function give(): void {
    const filled = [...controls].filter(([, { control }]) => control.value !== "");
    const value = Object.fromEntries(filled.map(([id, { control }]) => [id, control.value]));
    context.change(filled.length ? value : null);
  }

  function controlFor(gap: Gap, label: string): Control {
    const options = gap.options.length
      ? shuffled(gap.options, seed, `${item.id}.${gap.id}`)
      : shuffled(item.bank, seed, item.id);
    const props = { "aria-label": label, onfocus: () => (last = control) };
    const control: Control = options.length
      ? h(
          "select",
          { class: "kp-select", onchange: give, ...props },
          h("option", { value: "" }, "…"),
          ...options.map((o) => h("option", { value: o.id }, plain(o))),
        )
      : textInput(context, { oninput: give, ...props });
    return control;
  }

  const text = running(pick(item.text, lang) ?? "", (id) => {
    const gap = item.gaps.find((one) => one.id === id) ?? { id, options: [] };
    const number = digits(String(controls.size + 1), lang);
    const control = controlFor(gap, pick(gap.text ?? {}, lang) ?? number);
    const mark = h("span", { class: "kp-gap-sign" });
    controls.set(id, { gap, control, mark });
    const shown = item.gaps.length > 1 && h("sup", { "aria-hidden": "true" }, number);
    return h("span", { class: "kp-gap" }, shown, control, mark);
  });

  /** A word goes where the learner was last, if that is open; else into the next open gap. */
  function put(id: string): void {
    const open = [...controls.values()].filter(
      ({ gap, control }) => !gap.options.length && !control.value,
    );
    const target = open.find(({ control }) => control === last) ?? open[0];
    if (!target) return;
    target.control.value = id;
    give();
    target.control.focus();
  }
  const bank = shuffled(item.bank, seed, item.id).map((entry) => {
    const onclick = () => put(entry.id);
    return {
      id: entry.id,
      chip: h("button", { type: "button", class: "kp-chip", onclick }, plain(entry)),
    };
  });
  const title = h("span", { id: uid("bank"), class: "kp-bank-title" }, words.bank);
  const chips = bank.map(({ chip }) => chip);
  const holder = h(
    "div",
    { class: "kp-bank", role: "group", "aria-labelledby": title.id },
    title,
    ...chips,
  );
  const signs = h("p", { class: "kp-signs" });

  function show({ value, result, revealed, locked }: Shown): void {
    const given = read(item, value) ?? new Map<string, string>();
    const telling = result !== null && !result.refused && result.correct !== null;
    const verdicts = [...controls].map(([id, { gap, control, mark }]): Verdict => {
      const mine = given.get(id) ?? "";
      const shown = revealed ? (accepted(item, gap)[0] ?? mine) : mine;
      if (control.value.trim() !== shown.trim()) control.value = shown;
      control.disabled = locked;
      const how = judged(item, gap, mine);
      const known = accepted(item, gap).length > 0 || result?.correct === true;
      const hit = how === "exact" || result?.correct === true;
      const told = telling && known && mine !== "" && (hit || !revealed);
      const near = result?.refused === true && how === "near";
      judge(control, told ? hit : near ? false : null);
      const verdict: Verdict = told ? (hit ? "good" : "bad") : "";
      mark.dataset.state = verdict;
      mark.replaceChildren(...(near ? [sign("!")] : signOf(verdict)));
      const name = pick(gap.text ?? {}, lang) ?? id;
      control.setAttribute("aria-label", [name, wordOf(verdict, words)].filter(Boolean).join(": "));
      return verdict;
    });
    const used = new Set(given.values());
    for (const { id, chip } of bank) {
      const gone = !item.reuse && used.has(id);
      chip.disabled = locked || gone;
      chip.classList.toggle("kp-used", gone);
    }
    signs.replaceChildren(...signLine(verdicts, words));
  }
  return { el: h("div", {}, item.bank.length > 0 && holder, text, signs), show };
}

const type: QuestionType<ClozeItem> = { mark, words: { en, bn }, body };

export default type;
