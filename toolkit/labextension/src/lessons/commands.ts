/** The commands, and where they are offered once the lessons are known. */

import type { JupyterFrontEnd } from "@jupyterlab/application";
import { Dialog, type ICommandPalette, showErrorMessage } from "@jupyterlab/apputils";
import type { ILauncher } from "@jupyterlab/launcher";
import { bookIcon } from "./icon.ts";
import { type Choice, type Lesson, openedAt } from "./server.ts";
import { inOwnLanguage, lessonName, openLabel, said, type Words } from "./words.ts";

export const SHOW = "kholapath:show-lessons";
export const OPEN = "kholapath:open-lesson";
/** In the palette. Its search starts at a Latin letter only: behind this one it finds Bengali. */
export const CATEGORY = "kholapath";

/** The lessons the commands know by slug, and the entries made of them. */
export interface Known {
  lessons: Map<string, Lesson>;
  entries: { dispose(): void }[];
}

export interface Places {
  palette: ICommandPalette | null;
  launcher: ILauncher | null;
  words: Words;
}

/** Adds both commands; the lessons they know of are filled in by `offer`. */
export function addCommands(app: JupyterFrontEnd, words: Words, show: () => Promise<void>): Known {
  const known: Known = { lessons: new Map(), entries: [] };
  const { trans } = words;
  app.commands.addCommand(SHOW, {
    label: (args) => (args.isLauncher ? trans.__("All lessons") : trans.__("Show the lessons")),
    caption: trans.__("Show the lessons of the course in the side panel"),
    icon: (args) => (args.isPalette ? undefined : bookIcon),
    execute: show,
  });
  app.commands.addCommand(OPEN, {
    label: (args) => {
      const lesson = known.lessons.get(String(args.slug));
      if (!lesson) return trans.__("Open a lesson");
      return args.isLauncher
        ? lessonName(lesson, words)
        : openLabel(lesson, String(args.lang), words);
    },
    icon: (args) => (args.isPalette ? undefined : bookIcon),
    execute: async (args) => {
      try {
        const path = await openedAt({ slug: String(args.slug), lang: String(args.lang) });
        return await app.commands.execute("docmanager:open", { path, factory: "Notebook" });
      } catch (error) {
        const ok = Dialog.okButton({ label: trans.__("OK") });
        await showErrorMessage(trans.__("The lesson cannot be opened"), said(error, words), [ok]);
      }
    },
  });
  return known;
}

/** Offers each lesson in each language in the palette, and the first one in the launcher. */
export function offer(known: Known, lessons: Lesson[], { palette, launcher, words }: Places): void {
  for (const entry of known.entries.splice(0)) entry.dispose();
  known.lessons = new Map(lessons.map((lesson) => [lesson.slug, lesson]));
  for (const { slug, notebooks } of palette ? lessons : []) {
    for (const lang of Object.keys(notebooks)) {
      const args: Choice & { isPalette: boolean } = { slug, lang, isPalette: true };
      const entry = palette?.addItem({ command: OPEN, category: CATEGORY, args });
      if (entry) known.entries.push(entry);
    }
  }
  const first = lessons[0];
  if (!launcher || !first) return;
  const category = words.trans.__("Lessons");
  const start = { ...inOwnLanguage(first, words), isLauncher: true };
  known.entries.push(
    launcher.add({ command: OPEN, category, args: start, rank: 0, categoryRank: 10 }),
    launcher.add({
      command: SHOW,
      category,
      args: { isLauncher: true },
      rank: 1,
      categoryRank: 10,
    }),
  );
}
