/** The handle of an entry: picked up and moved by keys, or dragged. */

export interface Moves {
  list: HTMLElement;
  /** Where the entry is now, from 0. */
  place(): number;
  move(to: number): void;
  lift(up: boolean): void;
  /** What was moved stays. */
  drop(): void;
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, Home: -99, End: 99 };
const SLACK = 4; // px that a finger may slip in a mere press

export function grip(handle: HTMLButtonElement, moves: Moves): void {
  let from: number | null = null;
  let press: number | null = null;
  let dragged = false;

  function lift(): void {
    from = moves.place();
    handle.setAttribute("aria-pressed", "true");
    moves.lift(true);
  }

  function drop(back: boolean): void {
    if (from === null) return;
    if (back) moves.move(from);
    from = null;
    handle.setAttribute("aria-pressed", "false");
    moves.lift(false);
    if (!back) moves.drop();
  }

  handle.setAttribute("aria-pressed", "false");
  handle.addEventListener("click", () => {
    if (dragged) dragged = false;
    else if (from === null) lift();
    else drop(false);
  });
  handle.addEventListener("keydown", (event) => {
    if (from === null) return;
    const step = STEPS[event.key];
    if (step !== undefined) moves.move(moves.place() + step);
    else if (event.key === "Escape") drop(true);
    else return;
    event.preventDefault();
  });
  handle.addEventListener("blur", () => drop(false));

  handle.addEventListener("pointerdown", (event) => {
    if (handle.disabled || !event.isPrimary || event.button !== 0) return;
    press = event.clientY;
    dragged = false;
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointermove", (event) => {
    if (press === null) return;
    if (!dragged && Math.abs(event.clientY - press) < SLACK) return;
    if (!dragged && from === null) lift();
    dragged = true;
    moves.move(placeAt(moves.list, handle, event.clientY));
  });
  const released = (back: boolean) => () => {
    press = null;
    if (dragged) drop(back);
  };
  handle.addEventListener("pointerup", released(false));
  handle.addEventListener("pointercancel", released(true));
}

/** How many of the other entries have their middle above `y`. */
const placeAt = (list: HTMLElement, handle: Element, y: number): number =>
  [...list.children].filter((entry) => {
    const { top, height } = entry.getBoundingClientRect();
    return !entry.contains(handle) && top + height / 2 < y;
  }).length;
