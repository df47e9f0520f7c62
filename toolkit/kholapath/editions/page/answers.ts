/** What a learner has done, kept in the browser under the lesson and the question's id: the same
 * value and record that the notebook keeps. */
import { FRESH } from "../../../../widgets/kholapath_widgets/question/state.ts";
import { noted } from "./noted.ts";

export interface Kept {
  value: unknown;
  record: Record<string, unknown>;
}

export interface Answers {
  /** False where the browser keeps nothing, as in a private window. */
  lasting: boolean;
  load(id: string): Kept | undefined;
  save(id: string, kept: Kept): void;
  all(): Record<string, Kept>;
  erase(): void;
  /** Hears of each answer that changes elsewhere: in another tab, or late from before a reload. */
  follow(changed: (id: string) => void): void;
}

/** The browser's store; none where nothing can be kept: some browsers throw at the mere name of it. */
async function storage(): Promise<Storage | undefined> {
  await noted();
  try {
    localStorage.setItem("kholapath/try", "1");
    localStorage.removeItem("kholapath/try");
    return localStorage;
  } catch {
    return undefined;
  }
}

const inMemory = () => {
  const held = new Map<string, string>();
  return {
    keys: () => [...held.keys()],
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => void held.set(key, text),
    removeItem: (key: string) => void held.delete(key),
  };
};

const inBrowser = (found: Storage) => ({
  keys: () => Object.keys(found),
  getItem: (key: string) => found.getItem(key),
  setItem: (key: string, text: string) => {
    try {
      found.setItem(key, text);
    } catch {
      // full: the answer stands on the page, and in a resume code
    }
  },
  removeItem: (key: string) => found.removeItem(key),
});

export async function answersOf(lesson: string): Promise<Answers> {
  const found = await storage();
  const store = found ? inBrowser(found) : inMemory();
  const home = `kholapath/${lesson}/`;
  const ids = () =>
    store
      .keys()
      .filter((key) => key.startsWith(home))
      .map((key) => key.slice(home.length));
  const load = (id: string) => read(store.getItem(home + id));
  return {
    lasting: found !== undefined,
    load,
    save: (id, kept) => store.setItem(home + id, JSON.stringify(kept)),
    all: () =>
      Object.fromEntries(
        ids()
          .map((id) => [id, load(id)] as const)
          .filter((entry): entry is readonly [string, Kept] => entry[1] !== undefined),
      ),
    erase: () => {
      for (const id of ids()) store.removeItem(home + id);
    },
    follow: (changed) =>
      addEventListener("storage", ({ key }) => {
        if (key?.startsWith(home)) changed(key.slice(home.length));
      }),
  };
}

function read(text: string | null): Kept | undefined {
  try {
    return text === null ? undefined : sound(JSON.parse(text));
  } catch {
    return undefined; // not ours: as if it were not there
  }
}

/** A state with a whole record, whatever was kept or carried here: a field of the wrong kind is as
 * before the first try. */
export function sound(raw: unknown): Kept {
  const { value = null, record } = (raw ?? {}) as { value?: unknown; record?: unknown };
  const given = (record && typeof record === "object" ? record : {}) as Record<string, unknown>;
  const kinds: Record<string, (x: unknown) => boolean> = {
    attempts: isCount,
    hints: isCount,
    revealed: (x) => typeof x === "boolean",
    skipped: (x) => typeof x === "boolean",
    result: isResult,
    messages: (x) => Array.isArray(x) && x.every((y) => y !== null && typeof y === "object"),
  };
  const whole = Object.entries({ ...FRESH, ...given }).map(([name, found]) => {
    const fits = kinds[name]?.(found) ?? true;
    return [name, fits ? found : FRESH[name as keyof typeof FRESH]];
  });
  return { value, record: Object.fromEntries(whole) };
}

const isCount = (x: unknown): boolean => Number.isInteger(x) && (x as number) >= 0;

function isResult(x: unknown): boolean {
  if (x === null) return true;
  const result = x as Record<string, unknown>;
  return (
    typeof x === "object" &&
    typeof result.score === "number" &&
    Array.isArray(result.feedback) &&
    result.feedback.every((id) => typeof id === "string")
  );
}
