/** A timeline: an ordered list, with more to each event for who opens it. */

import { type Content, cardOf, type Look, rich } from "../_shared/card.ts";
import { h } from "../_shared/dom.ts";
import { digits, pick, type Texts } from "../_shared/i18n.ts";
import { asRuntime } from "../_shared/runtime.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "../_shared/card.css";
import "./style.css";

interface Events extends Content {
  events: { date: string; text: Texts; more?: Texts; source?: Texts }[];
}

/** The events that are open, by their place. */
interface Opened {
  open: number[];
}

/** An ISO date as people write it (the twin of `written`). */
function written(date: string, lang: string, months: string): string {
  const [year = "", month, day] = date.split("-");
  const name = month ? months.split(" ")[Number(month) - 1] : "";
  return digits([day && String(Number(day)), name, year].filter(Boolean).join(" "), lang);
}

function draw({ content, record, lang, words, turn }: Look<Events, Opened>): Node[] {
  const event = ({ date, text, more, source }: Events["events"][number], i: number) => {
    const from = source ? `${words.source}: ${pick(source, lang)}` : "";
    const inside = [more ? h("div", {}, rich(more, lang)) : null, from ? h("p", {}, from) : null];
    const summary = h("summary", { "data-step": `event-${i}` }, words.more);
    const details = h("details", { open: record.open.includes(i) }, summary, ...inside);
    summary.addEventListener("click", (click) => {
      click.preventDefault();
      const others = (last: Opened) => last.open.filter((j) => j !== i);
      turn((last) => ({ open: last.open.includes(i) ? others(last) : [...last.open, i] }));
    });
    return h(
      "li",
      {},
      h("time", { datetime: date }, written(date, lang, words.months ?? "")),
      h("div", { dir: "auto" }, rich(text, lang)),
      more || source ? details : null,
    );
  };
  return [h("ol", { class: "kp-events" }, ...content.events.map(event))];
}

const fresh = (): Opened => ({ open: [] });

export default asRuntime(cardOf({ name: "timeline", words: { en, bn }, fresh, draw }));
