/** The lessons of the course, a click away: a side panel, launcher cards, palette entries. */

import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin,
} from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { ILauncher } from "@jupyterlab/launcher";
import { ITranslator, nullTranslator } from "@jupyterlab/translation";
import "./style.css";
import { addCommands, CATEGORY, OPEN, offer, SHOW } from "./commands.ts";
import { LessonPanel } from "./panel.ts";
import { type Choice, fetchCourse } from "./server.ts";
import { wordsOf } from "./words.ts";

function activate(
  app: JupyterFrontEnd,
  palette: ICommandPalette | null,
  launcher: ILauncher | null,
  restorer: ILayoutRestorer | null,
  translator: ITranslator | null,
): void {
  const words = wordsOf(translator ?? nullTranslator);
  const places = { palette, launcher, words };
  const known = addCommands(app, words, async () => {
    await app.restored; // before, the shell puts other panels in front again
    app.shell.activateById(panel.id);
  });
  const panel = new LessonPanel({
    words,
    load: async () => {
      const course = await fetchCourse();
      offer(known, course.lessons, places);
      return course;
    },
    open: (choice: Choice) => void app.commands.execute(OPEN, choice),
  });
  palette?.addItem({ command: SHOW, category: CATEGORY, args: { isPalette: true } });
  app.shell.add(panel, "left", { rank: 150 });
  restorer?.add(panel, panel.id);
  void panel.refresh();
}

export const lessons: JupyterFrontEndPlugin<void> = {
  id: "@kholapath/lab:lessons",
  description: "Lists the lessons of the course and opens them.",
  autoStart: true,
  optional: [ICommandPalette, ILauncher, ILayoutRestorer, ITranslator],
  activate,
};
