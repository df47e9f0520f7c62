/** What every view module is: `mount` for a page's host, wrapped as an anywidget module for a notebook. */

/** The part of an anywidget model that views use. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, handler: (...args: unknown[]) => void): void;
  off(event: string, handler: (...args: unknown[]) => void): void;
  send(content: unknown): void;
}

export interface MountProps {
  model: Model;
  el: HTMLElement;
  signal?: AbortSignal;
}

/** Draws a widget into `el`; returns its clean-up. */
export type Mount = (props: MountProps) => () => void;

/** The form of a view in its runtime: its code is there once, and each widget asks it to mount. */
export const asRuntime = (mount: Mount) => ({
  initialize: () => ({
    mount: (props: MountProps) => mount({ ...props, model: readable(props.model) }),
  }),
});

// the traits that are `written` in the kernel
const WRITTEN = new Set(["item", "content", "spec", "texts", "controls", "table"]);

/** The model with what a kernel sent as one line of JSON read; a page has it as it is. */
function readable(model: Model): Model {
  const last: Record<string, { text: string; value: unknown }> = {};
  const read = (name: string) => {
    const text = model.get(name);
    if (typeof text !== "string") return text;
    if (last[name]?.text !== text) last[name] = { text, value: JSON.parse(text) };
    return last[name]?.value;
  };
  return {
    get: (name) => (WRITTEN.has(name) ? read(name) : model.get(name)),
    set: (name, value) => model.set(name, value),
    save_changes: () => model.save_changes(),
    on: (event, handler) => model.on(event, handler),
    off: (event, handler) => model.off(event, handler),
    send: (content) => model.send(content),
  };
}
