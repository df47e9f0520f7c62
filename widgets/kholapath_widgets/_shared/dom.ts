/** Making elements, without a framework. */

type Child = Node | string | null | undefined | false;
type Props = Record<string, unknown>;

let count = 0;

/** A new id, unique in the page: for a label and what it names. */
export const uid = (name: string): string => {
  count += 1;
  return `kp-${name}-${count}-${Math.random().toString(36).slice(2, 7)}`;
};

function apply(el: Element, props: Props): void {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on") && typeof value === "function") {
      el.addEventListener(name.slice(2), value as EventListener);
    } else if (name === "value" || name === "checked") {
      (el as unknown as Props)[name] = value;
    } else {
      el.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

/** An element with attributes (`onclick` and the like listen) and children; text is text. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const el = document.createElement(tag);
  apply(el, props);
  el.append(...children.filter((c): c is Node | string => Boolean(c)));
  return el;
}

/** The same in SVG. */
export function s(tag: string, props: Props = {}, ...children: Child[]): SVGElement {
  const el = document.createElementNS("http://www.w3.org/2000/svg", tag);
  apply(el, props);
  el.append(...children.filter((c): c is Node | string => Boolean(c)));
  return el;
}

/** Makes `el` hold these nodes, and leaves those that are so already: a live region then speaks
 * only of what is new, and a button that stays keeps the focus. */
export function redraw(el: Element, nodes: Node[]): void {
  nodes.forEach((node, i) => {
    const old = el.childNodes[i];
    if (!old) el.append(node);
    else if (!old.isEqualNode(node)) old.replaceWith(node);
  });
  while (el.childNodes.length > nodes.length) el.lastChild?.remove();
}

/** A drawn sign beside a word: ✓, ◐, ✕ and so on, silent to a screen reader. */
export const sign = (text: string): HTMLElement =>
  h("span", { class: "kp-sign", "aria-hidden": "true" }, text);
