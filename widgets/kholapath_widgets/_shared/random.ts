/** The seeded order of options (the twin of order.py; see tests/vectors/order.json). */

function fnv1a(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  }
  return value;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `ids` shuffled by the seed and the item; pinned ids stay last, in their own order. */
export function order(
  ids: readonly string[],
  seed: number,
  itemId: string,
  pinned: readonly string[] = [],
): string[] {
  const moving = ids.filter((id) => !pinned.includes(id));
  const random = mulberry32(fnv1a(`${seed}:${itemId}`));
  for (let last = moving.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = moving[last] as string;
    moving[last] = moving[other] as string;
    moving[other] = held;
  }
  return [...moving, ...ids.filter((id) => pinned.includes(id))];
}
