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

/** The notebook's form of a view: its code travels once, and each widget asks it to mount. */
export const asRuntime = (mount: Mount) => ({ initialize: () => ({ mount }) });
