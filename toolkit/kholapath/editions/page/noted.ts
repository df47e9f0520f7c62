/** When the page may ask for its store.
 *
 * Chromium gives a file that asks before the browser has taken note of the page (one load in forty,
 * on a busy machine) an empty store that nothing else ever sees, and keeps to it until the next
 * load. An answer from the browser, to whatever question, says that it has taken note. */
declare global {
  var kholapathNoted: Promise<unknown> | undefined;
}

/** Asks, at the very beginning: by the page's end the answer is there. */
export function askWhetherNoted(): void {
  globalThis.kholapathNoted = navigator.locks?.query().catch(() => undefined);
}

export const noted = (): Promise<unknown> | undefined => globalThis.kholapathNoted;
