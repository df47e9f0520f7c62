/** A glossary: every term with its other languages; a few letters find it. */

import { type Content, cardOf, type Look, rich } from "../_shared/card.ts";
import { h, uid } from "../_shared/dom.ts";
import { digits, fill, pick, pickLang, type Texts } from "../_shared/i18n.ts";
import { asRuntime } from "../_shared/runtime.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "../_shared/card.css";
import "./style.css";

interface Terms extends Content {
  terms: { term: Texts; means: Texts }[];
}

const MANY = 8; // terms: fewer are seen at a glance

const plain = (text: string) => text.normalize("NFC").toLocaleLowerCase();

function draw({ content, lang, words }: Look<Terms, object>): Node[] {
  const entries = content.terms.map(({ term, means }) => {
    const shown = pickLang(term, lang);
    const others = Object.keys(term).filter((tag) => tag !== shown);
    const name = h("dt", {}, h("span", { lang: shown }, pick(term, lang)));
    for (const tag of others) name.append(h("span", { lang: tag, class: "kp-muted" }, term[tag]));
    const entry = h("div", {}, name, h("dd", { dir: "auto" }, rich(means, lang)));
    return { entry, text: plain(Object.values(term).join(" ")) };
  });
  const list = h("dl", {}, ...entries.map(({ entry }) => entry));
  if (entries.length < MANY) return [list];
  const id = uid("find");
  const count = h("p", { class: "kp-muted", role: "status" });
  const input = h("input", { id, type: "search", autocomplete: "off", "data-step": "find" });
  input.addEventListener("input", () => {
    const asked = plain(input.value.trim());
    let found = 0;
    for (const { entry, text } of entries) {
      entry.hidden = !text.includes(asked);
      found += Number(!entry.hidden);
    }
    count.textContent = asked ? fill(words.found ?? "", { n: digits(String(found), lang) }) : "";
  });
  return [h("label", { for: id, class: "kp-muted" }, words.find), input, count, list];
}

const fresh = () => ({});

export default asRuntime(cardOf({ name: "glossary", words: { en, bn }, fresh, draw }));
