/** The side panel: the lessons of the course, and a button for each language of each. */

import { Widget } from "@lumino/widgets";
import { h } from "../../../../widgets/kholapath_widgets/_shared/dom.ts";
import { pickLang } from "../../../../widgets/kholapath_widgets/_shared/i18n.ts";
import { bookIcon } from "./icon.ts";
import type { Choice, Course, Lesson } from "./server.ts";
import { endonym, inOwnLanguage, number, openLabel, said, title, type Words } from "./words.ts";

export interface PanelOptions {
  words: Words;
  /** Asks the server anew. */
  load: () => Promise<Course>;
  open: (choice: Choice) => void;
}

export class LessonPanel extends Widget {
  constructor(private options: PanelOptions) {
    super({ node: h("section", { tabindex: "-1" }) });
    const { trans, lang } = options.words;
    this.id = "kholapath-lessons";
    this.addClass("kp-lessons");
    this.node.lang = lang;
    this.node.setAttribute("aria-label", trans.__("Lessons"));
    this.title.icon = bookIcon;
    this.title.caption = trans.__("Lessons");
  }

  /** Lists the lessons, or says why it cannot. */
  async refresh(): Promise<void> {
    const { words, load } = this.options;
    this.show_(
      h(
        "p",
        { class: "kp-lessons-note", role: "status" },
        words.trans.__("Looking for the lessons …"),
      ),
    );
    try {
      const course = await load();
      this.show_(...(course.lessons.length ? this.listed(course) : this.empty(course)));
    } catch (error) {
      this.show_(...this.failed(said(error, words)));
    }
  }

  protected override onActivateRequest(): void {
    (this.node.querySelector<HTMLElement>("button") ?? this.node).focus();
  }

  /** A reader who was in the panel stays in it. */
  private show_(...nodes: Node[]): void {
    const inside = this.node.contains(document.activeElement);
    this.node.replaceChildren(...nodes);
    if (inside) this.onActivateRequest();
  }

  private heading(titles: Course["title"]): HTMLElement {
    const { lang } = this.options.words;
    return h("h2", { lang: pickLang(titles, lang) }, title(titles, lang));
  }

  private listed(course: Course): Node[] {
    const items = course.lessons.map((lesson) => this.item(lesson));
    return [this.heading(course.title), h("ol", { role: "list" }, ...items)];
  }

  private item(lesson: Lesson): HTMLElement {
    const { words } = this.options;
    const own = inOwnLanguage(lesson, words).lang;
    const buttons = Object.keys(lesson.notebooks).map((lang) =>
      h(
        "button",
        {
          type: "button",
          lang,
          "data-own": lang === own,
          "aria-label": openLabel(lesson, lang, words),
          onclick: () => this.options.open({ slug: lesson.slug, lang }),
        },
        endonym(lang),
      ),
    );
    return h(
      "li",
      {},
      h(
        "span",
        { class: "kp-lessons-number", "aria-hidden": "true" },
        number(lesson.number, words),
      ),
      h("h3", { lang: pickLang(lesson.title, words.lang) }, title(lesson.title, words.lang)),
      h("p", { class: "kp-lessons-note" }, words.trans.__("%1 min", number(lesson.minutes, words))),
      h("div", { class: "kp-lessons-languages" }, ...buttons),
    );
  }

  private empty(course: Course): Node[] {
    const { trans } = this.options.words;
    return [
      this.heading(course.title),
      h("p", {}, trans.__("This course has no lesson yet. Start one in a terminal:")),
      h("pre", {}, "kholapath new 01-its-name"),
      this.again(trans.__("Look again")),
    ];
  }

  private failed(sentence: string): Node[] {
    const { trans } = this.options.words;
    return [
      h("h2", {}, trans.__("Lessons")),
      h(
        "div",
        { role: "alert" },
        h("p", { class: "kp-lessons-what" }, trans.__("The lessons cannot be listed.")),
        h("p", {}, sentence),
      ),
      this.again(trans.__("Try again")),
    ];
  }

  private again(label: string): HTMLElement {
    return h("button", { type: "button", "data-own": true, onclick: () => this.refresh() }, label);
  }
}
