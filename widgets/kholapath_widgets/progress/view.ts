/** Progress: a bar, and the same in words. */

import "../_shared/card.css";
import { type Content, cardOf, type KindOfView } from "../_shared/card.ts";
import { h } from "../_shared/dom.ts";
import { digits, fill } from "../_shared/i18n.ts";
import { asRuntime } from "../_shared/runtime.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";

interface Counted {
  done: number;
  asked: number;
}

/** The words stay in one element: a screen reader is told what changes in it. */
const progress: KindOfView<Content, Counted> = () => {
  const said = h("p", { class: "kp-muted", role: "status" });
  const bar = h("span", { class: "kp-bar", "aria-hidden": "true" }, h("span"));
  return {
    name: "progress",
    words: { en, bn },
    fresh: () => ({ done: 0, asked: 0 }),
    draw({ record: { done, asked }, words, lang }) {
      const key = asked === 0 ? "none" : done < asked ? "progress" : "all";
      const count = (n: number) => digits(String(n), lang);
      said.textContent = fill(words[key] ?? "", { n: count(done), m: count(asked) });
      bar.style.setProperty("--kp-share", `${asked ? (100 * done) / asked : 0}%`);
      return [bar, said];
    },
  };
};

export default asRuntime(cardOf(progress));
