/** Resume codes: a lesson's answers as one line to carry (the twin of resume.py). */
import { FRESH } from "../../../../widgets/kholapath_widgets/question/state.ts";
import { type Kept, sound } from "./answers.ts";

const PREFIX = "KP1.";
const LARGEST = 2_000_000; // bytes that a code may unfold to

export type Items = Record<string, Kept>;

/** Why a code was not read; the name of the page's words for it. */
export class NotACode extends Error {}

export async function writeCode(lesson: string, items: Items): Promise<string> {
  const short = Object.entries(items).map(([id, { value, record }]) => [
    id,
    { value, record: changed(record) },
  ]);
  const text = JSON.stringify({ lesson, items: Object.fromEntries(short) });
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return PREFIX + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** What is as before the first try is left out. */
const changed = (record: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(FRESH[name as keyof typeof FRESH]),
    ),
  );

export async function readCode(code: string): Promise<{ lesson: string; items: Items }> {
  const whole = code.replace(/\s+/g, ""); // mail and chat break long lines
  if (!whole.startsWith(PREFIX)) throw new NotACode("code_none");
  try {
    const { lesson, items } = JSON.parse(await unfolded(whole.slice(PREFIX.length)));
    const found = Object.entries(items as object).map(([id, state]) => [id, sound(state)]);
    return { lesson: String(lesson), items: Object.fromEntries(found) };
  } catch {
    throw new NotACode("code_damaged");
  }
}

async function unfolded(packed: string): Promise<string> {
  const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length;
    if (size > LARGEST) throw new NotACode("code_damaged");
    parts.push(step.value);
  }
  return new Blob(parts).text();
}
