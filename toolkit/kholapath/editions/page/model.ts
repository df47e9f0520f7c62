/** A widget's state without a kernel: the part of an anywidget model that views use. */
import type { Model } from "../../../../widgets/kholapath_widgets/_shared/runtime.ts";

type Handler = (...args: unknown[]) => void;
export type State = Record<string, unknown>;

/** `saved` hears of the state whenever a view asks to keep it. */
export function modelOf(state: State, saved: (model: Model) => void): Model {
  const handlers = new Map<string, Set<Handler>>();
  const model: Model = {
    get: (name) => state[name],
    set(name, value) {
      if (state[name] === value) return;
      state[name] = value;
      for (const handler of [...(handlers.get(`change:${name}`) ?? [])]) handler();
    },
    save_changes: () => saved(model),
    on: (event, handler) => {
      handlers.set(event, (handlers.get(event) ?? new Set()).add(handler));
    },
    off: (event, handler) => {
      handlers.get(event)?.delete(handler);
    },
    send: () => undefined, // nobody is there: every key of a page is in the page
  };
  return model;
}
