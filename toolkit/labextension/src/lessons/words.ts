/** What the panel, the palette and the launcher call a lesson, in the language of JupyterLab. */

import type { ITranslator, TranslationBundle } from "@jupyterlab/translation";
import {
  formatNumber,
  pick,
  pickLang,
  type Texts,
} from "../../../../widgets/kholapath_widgets/_shared/i18n.ts";
import type { Choice, Lesson } from "./server.ts";

export interface Words {
  trans: TranslationBundle;
  /** A BCP 47 tag. */
  lang: string;
}

export function wordsOf(translator: ITranslator): Words {
  const tag = translator.languageCode.replace("_", "-");
  return { trans: translator.load("kholapath"), lang: tag === "default" ? "en" : tag };
}

/** A language's name in itself: English, বাংলা. */
export const endonym = (tag: string): string =>
  new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;

export const number = (n: number, { lang }: Words): string => formatNumber(n, lang);

export const title = (titles: Texts, lang: string): string => pick(titles, lang) ?? "";

/** The lesson in JupyterLab's language, or in the first it has. */
export const inOwnLanguage = (lesson: Lesson, { lang }: Words): Choice => ({
  slug: lesson.slug,
  lang: pickLang(lesson.notebooks, lang),
});

export const lessonName = (lesson: Lesson, words: Words): string =>
  words.trans.__("Lesson %1: %2", number(lesson.number, words), title(lesson.title, words.lang));

/** "Open lesson 3: The price of a model (বাংলা)". */
export const openLabel = (lesson: Lesson, lang: string, words: Words): string =>
  words.trans.__(
    "Open lesson %1: %2 (%3)",
    number(lesson.number, words),
    title(lesson.title, words.lang),
    endonym(lang),
  );

/** What the server said was wrong; where it said nothing, what that means and the way out. */
export function said(error: unknown, { trans }: Words): string {
  const silent = trans.__(
    "The server does not know kholapath. Start JupyterLab from the environment where kholapath is installed, then try again.",
  );
  return (error instanceof Error && error.message) || silent;
}
