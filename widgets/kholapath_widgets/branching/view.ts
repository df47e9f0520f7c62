/** A branching scenario: the scene, the decisions, the meters they move, and the way back. */

import { button, type Content, cardOf, type Look, rich } from "../_shared/card.ts";
import { h } from "../_shared/dom.ts";
import { digits, fill, formatNumber, pick, type Texts } from "../_shared/i18n.ts";
import { asRuntime } from "../_shared/runtime.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "../_shared/card.css";
import "./style.css";

interface Way {
  id: string;
  text: Texts;
  to: string;
  moves: Record<string, number>;
}

interface Scene {
  id: string;
  text: Texts;
  ways: Way[];
}

interface Meter {
  id: string;
  name: Texts;
  start: number;
  unit?: Texts;
}

interface Story extends Content {
  scenes: Scene[];
  meters: Meter[];
}

/** The decisions taken, in order: all else follows from them. */
interface Path {
  taken: string[];
}

const fresh = (): Path => ({ taken: [] });

/** The scene that the decisions lead to, and what they have moved; unknown ones end the walk. */
function walk({ scenes, meters }: Story, { taken }: Path) {
  let scene = scenes[0] as Scene;
  const moved = new Map(meters.map((meter) => [meter.id, meter.start]));
  for (const id of taken) {
    const way = scene.ways.find((one) => one.id === id);
    const next = scenes.find((one) => one.id === way?.to);
    if (!way || !next) break;
    scene = next;
    for (const [meter, by] of Object.entries(way.moves)) {
      moved.set(meter, (moved.get(meter) ?? 0) + by);
    }
  }
  return { scene, moved };
}

function draw({ content, record, lang, words, turn }: Look<Story, Path>): Node[] {
  const { scene, moved } = walk(content, record);
  const step = digits(String(record.taken.length + 1), lang);
  const ways = scene.ways.map((way) =>
    button(`way-${way.id}`, "kp-choice", "", () =>
      turn((last) => ({ taken: [...last.taken, way.id] })),
    ),
  );
  ways.forEach((way, i) => {
    way.append(rich(scene.ways[i]?.text, lang));
  });
  const back = button("back", "kp-small", words.back, () =>
    turn((last) => ({ taken: last.taken.slice(0, -1) })),
  );
  const restart = button("restart", "kp-small", words.restart, () => turn(fresh));
  return [
    ...(content.meters.length ? [meters(content.meters, moved, lang)] : []),
    h(
      "div",
      { class: "kp-scene", "aria-live": "polite", dir: "auto" },
      h(
        "p",
        { class: "kp-muted" },
        scene.ways.length ? fill(words.step ?? "", { n: step }) : words.the_end,
      ),
      h("div", {}, rich(scene.text, lang)),
    ),
    h("div", { class: "kp-ways" }, ...ways),
    ...(record.taken.length ? [h("div", { class: "kp-row" }, back, restart)] : []),
  ];
}

function meters(all: Meter[], moved: Map<string, number>, lang: string): HTMLElement {
  const shown = all.map((meter) => {
    const unit = meter.unit ? ` ${pick(meter.unit, lang)}` : "";
    const value = `${formatNumber(moved.get(meter.id) ?? 0, lang)}${unit}`;
    return h("div", {}, h("dt", {}, pick(meter.name, lang)), h("dd", {}, value));
  });
  return h("dl", { class: "kp-meters" }, ...shown);
}

export default asRuntime(cardOf({ name: "branching", words: { en, bn }, fresh, draw }));
