/** What the server extension tells of the lessons, and where it opens one. */

import { URLExt } from "@jupyterlab/coreutils";
import { ServerConnection } from "@jupyterlab/services";
import type { Texts } from "../../../../widgets/kholapath_widgets/_shared/i18n.ts";

export interface Lesson {
  slug: string;
  number: number;
  minutes: number;
  /** By language, as the notebooks are. */
  title: Texts;
  notebooks: Texts;
}

export interface Course {
  title: Texts;
  lessons: Lesson[];
}

/** One lesson in one language, as a command carries it. */
export type Choice = { slug: string; lang: string };

/** An error whose message is the server's own sentence; empty if it had none to say. */
async function request<T>(name: string, init: RequestInit = {}): Promise<T> {
  const settings = ServerConnection.makeSettings();
  const url = URLExt.join(settings.baseUrl, "kholapath", name);
  const response = await ServerConnection.makeRequest(url, init, settings);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(typeof answer.message === "string" ? answer.message : "");
  return answer as T;
}

export const fetchCourse = (): Promise<Course> => request<Course>("lessons");

/** The lesson's path from the server's root, where the learner may write. */
export async function openedAt(choice: Choice): Promise<string> {
  const body = JSON.stringify(choice);
  return (await request<{ path: string }>("open", { method: "POST", body })).path;
}
