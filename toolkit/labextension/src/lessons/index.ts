/** The lessons of the course, a click away. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";

export const lessons: JupyterFrontEndPlugin<void> = {
  id: "@kholapath/lab:lessons",
  description: "Lists the lessons of the course and opens them.",
  autoStart: true,
  activate: (_app: JupyterFrontEnd) => {},
};
