/** At the lesson's end: where the answers are, how to carry them, how to erase them. */
import { h } from "../../../../widgets/kholapath_widgets/_shared/dom.ts";
import { digits, fill } from "../../../../widgets/kholapath_widgets/_shared/i18n.ts";
import type { Words } from "./chrome.ts";
import { type Items, NotACode, readCode, writeCode } from "./resume.ts";

interface Home {
  lesson: string;
  lang: string;
  words: Words;
  lasting: boolean;
  all(): Items;
  bring(items: Items): number;
  erase(): void;
}

export function keeping(home: Home): HTMLElement {
  const { words } = home;
  const said = h("p", { class: "said", role: "status" });
  const tell = (name: string, values = {}) => {
    said.textContent = fill(words[name] ?? "", values);
  };
  const slot = h("div", { class: "slot" });
  return h(
    "section",
    { class: "panel answers", "aria-labelledby": "answers-title" },
    h("h2", { id: "answers-title" }, words.answers),
    h("p", {}, words[home.lasting ? "kept" : "not_kept"], " ", words.carry),
    h(
      "div",
      { class: "steps" },
      button(words.copy, () => copy(home, slot, tell)),
      button(words.enter, () => enter(home, slot, tell)),
      erasing(home, tell),
    ),
    slot,
    said,
  );
}

type Tell = (name: string, values?: Record<string, string>) => void;

const button = (word: string | undefined, onclick: () => void, kind = "quiet") =>
  h("button", { type: "button", class: kind, onclick }, word);

async function copy(home: Home, slot: HTMLElement, tell: Tell): Promise<void> {
  const code = await writeCode(home.lesson, home.all());
  const field = h("textarea", { readonly: true, rows: 3, spellcheck: "false" });
  field.value = code;
  slot.replaceChildren(h("label", {}, home.words.code_label, field));
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(code);
    tell("copied");
  } catch {
    tell("copy_by_hand");
  }
}

function enter(home: Home, slot: HTMLElement, tell: Tell): void {
  const field = h("textarea", { rows: 3, spellcheck: "false", autocomplete: "off" });
  const bring = async () => {
    try {
      const { lesson, items } = await readCode(field.value);
      if (lesson !== home.lesson) return tell("code_other", { lesson });
      const n = home.bring(items);
      slot.replaceChildren();
      tell(n === 1 ? "resumed_one" : "resumed", { n: digits(String(n), home.lang) });
    } catch (error) {
      if (!(error instanceof NotACode)) throw error;
      tell(error.message);
    }
  };
  slot.replaceChildren(
    h("label", {}, home.words.code_label, field),
    button(home.words.resume, bring, "primary"),
  );
  field.focus();
}

/** Erasing asks once more, in place. */
function erasing(home: Home, tell: Tell): HTMLElement {
  const { words } = home;
  const holder = h("span", { class: "erasing" });
  const closed = () => holder.replaceChildren(button(words.erase, open));
  const leave = () => {
    closed();
    holder.querySelector("button")?.focus();
  };
  const open = () => {
    const no = button(words.erase_no, leave);
    const yes = button(words.erase_yes, () => {
      home.erase();
      leave();
      tell("erased");
    });
    holder.replaceChildren(h("span", {}, words.erase_sure), yes, no);
    no.focus();
  };
  closed();
  return holder;
}
