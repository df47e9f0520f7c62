/** The Vega chart itself: drawn as SVG, without eval, asking for nothing. */
import { type Loader, locale as localeOf, logger, None, parse, type Spec, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { base } from "../_shared/i18n.ts";
import locales from "./locales.json";
import theme from "./theme.json";

export type Values = Record<string, unknown>;
type Json = Record<string, unknown>;

export interface Chart {
  set(values: Values): void;
  sentence(): string;
  stop(): void;
}

/** Below this width a chart may set its labels another way: its parameter `narrow` is true. */
const NARROW = 480;

const refuse = () => Promise.reject(new Error("a chart loads nothing"));
const loader: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

const localeFor = (lang: string) => (base(lang) === "bn" ? locales.bn : locales.en);

/** Writes a number as a chart in this language does. */
export function formatter(lang: string, format: string): (x: number) => string {
  const { number, time } = localeFor(lang);
  return localeOf(number, time).format(format);
}

/** A chart's own config wins, part by part (the twin of compile.py's). */
const merged = (ours: Json, own: Json): Json =>
  Object.fromEntries(
    Object.entries({ ...ours, ...own }).map(([key, value]) => {
      const both = [ours[key], value].every((x) => x && typeof x === "object" && !Array.isArray(x));
      return [key, both ? { ...(ours[key] as Json), ...(value as Json) } : value];
    }),
  );

/** A page brings charts compiled already; a notebook brings Vega-Lite. */
function compiled(spec: Json, lang: string): Spec {
  if (Array.isArray(spec.marks)) return spec as Spec;
  const config = merged({ ...theme, locale: localeFor(lang) }, (spec.config ?? {}) as Json);
  const quiet = logger(None);
  return compile({ ...spec, config } as unknown as TopLevelSpec, { logger: quiet }).spec as Spec;
}

/** Draws `spec` into `el` and keeps it as wide as `el` is; `drawn` is called after each drawing. */
export async function draw(
  el: HTMLElement,
  spec: Json,
  lang: string,
  values: Values,
  drawn: () => void,
): Promise<Chart> {
  const vega = compiled(spec, lang);
  const view = new View(parse(vega, undefined, { ast: true }), {
    renderer: "svg",
    container: el,
    loader,
    logLevel: None,
    hover: true,
    expr: expressionInterpreter,
  });
  const known = new Set((vega.signals ?? []).map((signal) => signal.name));
  const fits = typeof vega.autosize === "object" && known.has("narrow");
  const assign = (name: string, value: unknown) => {
    if (known.has(name) && view.signal(name) !== value) view.signal(name, value);
  };
  const fit = () => {
    const width = Math.floor(el.clientWidth);
    if (!fits || width <= 0) return;
    view.width(width);
    assign("narrow", width < NARROW);
  };

  // One drawing at a time: what comes while one is under way is drawn together after it.
  let running = false;
  let again = false;
  const run = async () => {
    again = running;
    if (running) return;
    running = true;
    await view.runAsync();
    running = false;
    drawn();
    if (again) await run();
  };

  fit();
  for (const [name, value] of Object.entries(values)) assign(name, value);
  await run();
  const watch = new ResizeObserver(() => {
    fit();
    run();
  });
  watch.observe(el);
  // widths of words are known only once their font is here
  document.fonts?.ready.then(() => view.resize() && run());
  return {
    set(next) {
      for (const [name, value] of Object.entries(next)) assign(name, value);
      run();
    },
    sentence: () => (known.has("sentence") ? String(view.signal("sentence")) : ""),
    stop() {
      watch.disconnect();
      view.finalize();
    },
  };
}
