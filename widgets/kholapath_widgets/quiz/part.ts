/** One question of a quiz: a model of its own for the frame, kept in the quiz's record. */
import type { Model } from "../_shared/runtime.ts";
import { mount } from "../question/view.ts";

export type Traits = Record<string, unknown>;

export interface Part {
  el: HTMLElement;
  /** Tells the frame of what has changed since the last time. */
  refresh(): void;
  stop(): void;
}

/** `read` gives the traits as they are now; `write` keeps what the frame has changed. */
export function part(
  read: () => Traits,
  write: (changes: Traits) => void,
  send: (content: object) => void,
): Part {
  const handlers = new Map<string, () => void>();
  let pending: Traits = {};
  let last = strings(read());
  const model: Model = {
    get: (name) => (name in pending ? pending[name] : read()[name]),
    set: (name, value) => {
      pending[name] = value;
    },
    save_changes: () => {
      const changes = pending;
      pending = {};
      write(changes);
    },
    on: (event, handler) => void handlers.set(event, handler),
    off: (event) => void handlers.delete(event),
    send: (content) => send(content as object),
  };
  const el = document.createElement("div");
  const stop = mount({ model, el });
  return {
    el,
    stop,
    refresh() {
      const next = strings(read());
      const changed = Object.keys(next).filter((name) => next[name] !== last[name]);
      last = next;
      for (const name of changed) handlers.get(`change:${name}`)?.();
    },
  };
}

/** A kernel's update gives every object anew: what is compared is what it says. */
const strings = (traits: Traits): Record<string, string> =>
  Object.fromEntries(Object.entries(traits).map(([name, value]) => [name, JSON.stringify(value)]));
