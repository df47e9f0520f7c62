/** Flashcards: turn one over, say whether you knew it; what you did not know comes back soon. */

import { button, type Content, cardOf, type Look, rich } from "../_shared/card.ts";
import { h } from "../_shared/dom.ts";
import { digits, fill, type Texts } from "../_shared/i18n.ts";
import { asRuntime } from "../_shared/runtime.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "../_shared/card.css";
import "./style.css";

interface Pack extends Content {
  cards: { id: string; front: Texts; back: Texts }[];
}

/** The ids still to be known, the first of them on top; whether it is turned; how many came back. */
interface Progress {
  queue: string[];
  turned: boolean;
  again: number;
}

const SOON = 3; // a card that was not known comes back after so many others

const fresh = ({ cards }: Pack): Progress => ({
  queue: cards.map((card) => card.id),
  turned: false,
  again: 0,
});

const turned = (last: Progress): Progress => ({ ...last, turned: !last.turned });

const known = ({ queue, again }: Progress): Progress => ({
  queue: queue.slice(1),
  turned: false,
  again,
});

function unknown({ queue, again }: Progress): Progress {
  const [top, ...rest] = queue;
  if (top === undefined) return { queue, turned: false, again };
  return { queue: rest.toSpliced(SOON - 1, 0, top), turned: false, again: again + 1 };
}

function draw(look: Look<Pack, Progress>): Node[] {
  const { content, record, lang, words, turn } = look;
  const queue = record.queue.filter((id) => content.cards.some((card) => card.id === id));
  const count = (n: number) => digits(String(n), lang);
  const done = content.cards.length - new Set(queue).size;
  const progress = h(
    "p",
    { class: "kp-muted", role: "status" },
    fill(words.progress ?? "", { n: count(done), m: count(content.cards.length) }),
  );
  const top = content.cards.find((card) => card.id === queue[0]);
  if (!top) {
    const said = fill(words[record.again ? "finished" : "finished_at_once"] ?? "", {
      n: count(record.again),
    });
    const restart = button("turn", "kp-primary", words.restart, () => turn(() => fresh(content)));
    return [h("p", { class: "kp-face" }, said), progress, h("div", { class: "kp-row" }, restart)];
  }
  const face = h(
    "div",
    { class: "kp-face", "aria-live": "polite", dir: "auto" },
    h("p", { class: "kp-muted" }, record.turned ? words.back : words.front),
    h("div", {}, rich(record.turned ? top.back : top.front, lang)),
  );
  const row = record.turned
    ? [
        button("known", "kp-primary", words.known, () => turn(known)),
        button("again", "kp-choice", words.again, () => turn(unknown)),
        button("turn", "kp-small", words.turn_back, () => turn(turned)),
      ]
    : [button("turn", "kp-primary", words.turn, () => turn(turned))];
  return [face, h("div", { class: "kp-row" }, ...row), progress];
}

export default asRuntime(cardOf({ name: "flashcards", words: { en, bn }, fresh, draw }));
