/** A claim card: the evidence, your verdict, then the verdict compiled from the evidence. */

import { button, type Content, cardOf, type Look, rich } from "../_shared/card.ts";
import { h, sign, uid } from "../_shared/dom.ts";
import { pick, type Texts } from "../_shared/i18n.ts";
import { asRuntime } from "../_shared/runtime.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "../_shared/card.css";
import "./style.css";

interface Evidence {
  text: Texts;
  source: Texts;
}

interface Judged extends Content {
  claim: Texts;
  who: Texts;
  evidence_for: Evidence[];
  evidence_against: Evidence[];
  verdict: string;
  why: Texts;
}

interface Verdict {
  mine: string | null;
  shown: boolean;
}

const SIGNS: Record<string, string> = { supported: "✓", mixed: "◐", unsupported: "✕", open: "?" };

const fresh = (): Verdict => ({ mine: null, shown: false });

function draw(look: Look<Judged, Verdict>): Node[] {
  const { content, record, lang, words, turn } = look;
  const show = button("show", "kp-primary", words.show, () =>
    turn((last) => ({ ...last, shown: last.mine !== null })),
  );
  const again = button("show", "kp-small", words.again, () => turn(fresh));
  return [
    h(
      "blockquote",
      { dir: "auto" },
      rich(content.claim, lang),
      h("footer", { class: "kp-muted" }, pick(content.who, lang)),
    ),
    h(
      "div",
      { class: "kp-sides" },
      side(words.for, "+", content.evidence_for, lang),
      side(words.against, "−", content.evidence_against, lang),
    ),
    verdicts(look),
    record.shown ? h("div", { class: "kp-row" }, again) : h("div", { class: "kp-row" }, show),
    h("div", { class: "kp-compiled", role: "status" }, ...(record.shown ? compiled(look) : [])),
  ];
}

function side(title: string | undefined, mark: string, evidence: Evidence[], lang: string) {
  const piece = ({ text, source }: Evidence) =>
    h(
      "li",
      { dir: "auto" },
      h("div", {}, rich(text, lang)),
      h("p", { class: "kp-muted" }, pick(source, lang)),
    );
  return h(
    "div",
    {},
    h("p", { class: "kp-side" }, sign(mark), title),
    h("ul", {}, ...evidence.map(piece)),
  );
}

function verdicts({ record, words, turn }: Look<Judged, Verdict>): HTMLElement {
  const name = uid("verdict");
  const choice = (verdict: string) => {
    const onchange = () => turn((last) => ({ ...last, mine: verdict }));
    const radio = h("input", {
      type: "radio",
      name,
      "data-step": `verdict-${verdict}`,
      checked: record.mine === verdict,
      disabled: record.shown,
      onchange,
    });
    return h("label", {}, radio, h("span", {}, words[verdict]));
  };
  const all = Object.keys(SIGNS).map(choice);
  return h("fieldset", {}, h("legend", {}, words.yours), ...all);
}

function compiled({ content, record, lang, words }: Look<Judged, Verdict>): Node[] {
  const same = record.mine === content.verdict;
  const verdict = h(
    "p",
    {},
    sign(SIGNS[content.verdict] ?? ""),
    h("b", {}, words[content.verdict]),
  );
  return [
    h("p", { class: "kp-muted" }, words.compiled),
    verdict,
    h("div", { dir: "auto" }, rich(content.why, lang)),
    h("p", { class: "kp-muted" }, words[same ? "same" : "different"]),
  ];
}

export default asRuntime(cardOf({ name: "claim", words: { en, bn }, fresh, draw }));
