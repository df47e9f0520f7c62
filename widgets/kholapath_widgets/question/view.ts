/** The question's view: the frame around whatever type the item is. */

// before the types, whose own styles come after it
import "./style.css";
import types from "virtual:question-types";
import { h } from "../_shared/dom.ts";
import { fill } from "../_shared/i18n.ts";
import { asRuntime, type MountProps } from "../_shared/runtime.ts";
import { frame, wordsOf } from "./frame.ts";
import type { Item } from "./types.ts";

const WATCHED = ["item", "value", "record", "lang", "number", "seed", "notice", "stage"];

export function mount({ model, el }: MountProps): () => void {
  const root = h("section", { class: "kp kp-question" });
  // JupyterLab's shortcuts must not fire while a learner types or presses Enter here
  root.addEventListener("keydown", (event) => event.stopPropagation());
  el.append(root);
  const { type } = model.get("item") as Item;
  if (!Object.hasOwn(types, type)) {
    root.append(
      h(
        "p",
        { role: "note" },
        fill(wordsOf(String(model.get("lang"))).unknown_type ?? "", { type }),
      ),
    );
    return () => root.remove();
  }
  const view = frame(root, model);
  const listeners = WATCHED.map((name) => {
    const listener = () => view.update(name);
    model.on(`change:${name}`, listener);
    return [`change:${name}`, listener] as const;
  });
  return () => {
    for (const [event, listener] of listeners) model.off(event, listener);
    view.stop();
    root.remove();
  };
}

export default asRuntime(mount);
