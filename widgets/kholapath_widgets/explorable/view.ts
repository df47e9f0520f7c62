/** The explorable's view: the figure around a chart, and what happens when a control is turned. */
import { h, uid } from "../_shared/dom.ts";
import { ENDONYMS, pick, pickLang, type Texts } from "../_shared/i18n.ts";
import { asRuntime, type Model, type MountProps } from "../_shared/runtime.ts";
import { type Chart, draw, type Values } from "./chart.ts";
import { type Control, controlRow } from "./controls.ts";
import bn from "./strings/bn.json";
import en from "./strings/en.json";
import "./style.css";
import { type Table, tableOf } from "./table.ts";

const WORDS: Record<string, typeof en> = { en, bn };
const REBUILT_BY = ["spec", "texts", "controls", "table", "lang"];
const LANGUAGE = "kp-small kp-language";
const SAVE_AFTER = 120; // ms: the kernel hears of a turn once it rests
const SPEAK_AFTER = 500; // ms: and so does a screen reader

/** A call that waits until `ms` have gone by without another. */
function rested(call: () => void, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(call, ms);
  };
  return Object.assign(later, { cancel: () => clearTimeout(timer) });
}

/** `**bold**` as elements: the words themselves are never read as HTML. */
const emphasised = (text: string) =>
  text.split("**").map((part, i) => (i % 2 ? h("strong", {}, part) : part));

const small = (label: string, onclick: () => void, props = {}) =>
  h("button", { type: "button", class: "kp-small", onclick, ...props }, label);

function figure(root: HTMLElement, model: Model) {
  const texts = model.get("texts") as Record<string, Texts>;
  const langs = Object.keys(texts.description ?? {});
  const lang = pickLang(texts.description ?? {}, String(model.get("lang")));
  const words = { ...en, ...WORDS[lang] };
  const say = (name: string) => pick(texts[name] ?? {}, lang) ?? "";
  const controls = model.get("controls") as Control[];
  const current = () => ({
    ...Object.fromEntries(controls.map((c) => [c.param, c.value])),
    ...(model.get("value") as Values),
  });

  let chart: Chart | undefined;
  let stopped = false;
  const save = rested(() => model.save_changes(), SAVE_AFTER);
  const speak = rested(() => says.removeAttribute("aria-busy"), SPEAK_AFTER);
  const assign = (value: Values) => {
    model.set("value", { ...current(), ...value });
    save();
  };

  const title = h("p", { class: "kp-finding", id: uid("finding") }, say("title"));
  const rows = controls.map((c) => controlRow(c, lang, (value) => assign({ [c.param]: value })));
  const says = h("p", { class: "kp-says", role: "status", id: uid("says"), hidden: true });
  const described = { "aria-label": say("description"), "aria-describedby": says.id };
  const canvas = h("div", { class: "kp-canvas", "aria-hidden": "true" });
  const plot = h("div", { class: "kp-chart", role: "img", ...described }, canvas);
  const table = details();
  const reset = () => assign(Object.fromEntries(controls.map((c) => [c.param, c.value])));
  const source =
    say("source") && h("span", { class: "kp-source" }, `${words.source}: ${say("source")}`);
  root.lang = lang;
  root.setAttribute("aria-labelledby", title.id);
  root.replaceChildren(
    title,
    h("p", { class: "kp-measure", hidden: !say("subtitle") }, say("subtitle")),
    ...(rows.length
      ? [h("div", { class: "kp-controls", role: "group", "aria-label": words.controls }, ...rows)]
      : []),
    plot,
    says,
    h(
      "div",
      { class: "kp-foot" },
      source,
      ...(table.body ? [table.button] : []),
      ...(rows.length ? [small(words.reset, reset)] : []),
      ...langs
        .filter((other) => other !== lang)
        .map((other) =>
          small(ENDONYMS[other] ?? other, () => change(other), { lang: other, class: LANGUAGE }),
        ),
    ),
    ...(table.body ? [table.body] : []),
  );

  function change(other: string) {
    model.set("lang", other);
    model.save_changes();
    root.querySelector<HTMLElement>(".kp-language")?.focus();
  }

  function details() {
    const data = model.get("table") as Table;
    if (!data.rows?.length) return { button: null, body: null };
    const inner = tableOf(data, lang, say("subtitle") || say("title"), words.missing);
    const props = {
      class: "kp-table",
      id: uid("table"),
      hidden: true,
      tabindex: 0,
      role: "region",
    };
    const body = h("div", { ...props, "aria-label": say("title") || words.show_table }, inner);
    const button = small(words.show_table, () => {
      body.hidden = !body.hidden;
      button.setAttribute("aria-expanded", String(!body.hidden));
      button.textContent = body.hidden ? words.show_table : words.hide_table;
    });
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", body.id);
    return { button, body };
  }

  function drawn() {
    const text = chart?.sentence() ?? "";
    if (says.dataset.text === text) return;
    if (says.dataset.text !== undefined) says.setAttribute("aria-busy", "true");
    says.dataset.text = text;
    says.hidden = !text;
    says.replaceChildren(...emphasised(text));
    speak();
  }

  function update() {
    const value = current() as Values;
    controls.forEach((c, i) => {
      rows[i]?.show(value[c.param]);
    });
    chart?.set(value);
  }

  const spec = pick(model.get("spec") as Record<string, Record<string, unknown>>, lang) ?? {};
  update();
  const ready = draw(canvas, spec, lang, current(), drawn)
    .then((made) => {
      chart = made;
      if (stopped) return chart.stop();
      drawn();
      update();
    })
    .catch(() => {
      // a broken specification: the words and the table remain
      plot.replaceChildren(h("p", { class: "kp-broken" }, words.broken));
    });
  return {
    update,
    ready,
    stop() {
      stopped = true;
      chart?.stop();
      speak.cancel();
    },
  };
}

export function mount({ model, el }: MountProps): () => void {
  const root = h("figure", { class: "kp kp-explorable" });
  // JupyterLab's shortcuts must not fire while a learner turns a control
  root.addEventListener("keydown", (event) => event.stopPropagation());
  el.append(root);
  let shown = figure(root, model);
  const rebuild = () => {
    shown.stop();
    shown = figure(root, model);
  };
  const update = () => shown.update();
  for (const name of REBUILT_BY) model.on(`change:${name}`, rebuild);
  model.on("change:value", update);
  return () => {
    for (const name of REBUILT_BY) model.off(`change:${name}`, rebuild);
    model.off("change:value", update);
    shown.stop();
    root.remove();
  };
}

export default asRuntime(mount);
