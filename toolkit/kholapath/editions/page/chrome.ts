/** The page around the lesson: how far the reader is, the colours, the contents. */
import { digits, fill } from "../../../../widgets/kholapath_widgets/_shared/i18n.ts";

export type Words = Record<string, string>;

const THEME = "kholapath/theme";

/** Shows how many questions are answered; a screen reader hears of it when it changes. */
export function trail(words: Words, lang: string): (done: number, all: number) => void {
  const place = document.querySelector<HTMLElement>(".trail");
  const said = place?.querySelector("span");
  const bar = place?.querySelector("b");
  return (done, all) => {
    if (!place || !said || !bar || !all) return;
    place.hidden = false;
    const counts = { n: digits(String(done), lang), m: digits(String(all), lang) };
    const text = fill(words.answered ?? "", counts);
    if (said.textContent !== text) said.textContent = text;
    bar.style.width = `${(100 * done) / all}%`;
  };
}

/** The switch of colours: as the device, light, dark. */
export function theme(): void {
  const label = document.querySelector<HTMLElement>(".theme");
  const select = label?.querySelector("select");
  if (!label || !select) return;
  const root = document.documentElement;
  // after the early script has read what was chosen, in a tab not yet looked at, too
  requestAnimationFrame(() => {
    select.value = root.dataset.theme ?? "auto";
    label.hidden = false;
  });
  select.addEventListener("change", () => {
    const chosen = select.value === "auto" ? undefined : select.value;
    if (chosen) root.dataset.theme = chosen;
    else delete root.dataset.theme;
    try {
      if (chosen) localStorage.setItem(THEME, chosen);
      else localStorage.removeItem(THEME);
    } catch {
      // it lasts as long as the page does
    }
  });
}

/** The contents stand open beside the lesson where there is room, and mark where the reader is. */
export function contents(): void {
  const nav = document.querySelector(".contents");
  const details = nav?.querySelector("details");
  if (!nav || !details) return;
  const wide = matchMedia("(min-width: 74em)");
  const fit = () => {
    details.open = wide.matches;
  };
  fit();
  wide.addEventListener("change", fit);
  details.addEventListener("click", (event) => {
    if (!wide.matches && (event.target as Element).closest("a")) details.open = false;
  });
  const links = [...nav.querySelectorAll("a")];
  const heads = links.map((link) => document.getElementById(link.hash.slice(1)));
  const mark = () => {
    const passed = heads.filter((head) => head && head.getBoundingClientRect().top < 160).length;
    links.forEach((link, i) => {
      if (i === passed - 1) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  addEventListener("scroll", mark, { passive: true });
  mark();
}

/** What need not scroll needs no stop for the Tab key. */
export function scrolling(): void {
  const fits = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const el = target as HTMLElement;
      if (el.scrollWidth > el.clientWidth) el.tabIndex = 0;
      else el.removeAttribute("tabindex");
    }
  });
  for (const el of document.querySelectorAll(".scroll")) fits.observe(el);
}
