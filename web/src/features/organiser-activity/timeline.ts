// Two lists that are read page by page, each newest first, as one.

export interface Source<Item> {
  items: readonly Item[];
  /** There are older ones, which were not read yet. */
  more: boolean;
}

export interface Timeline<Item> {
  items: Item[];
  more: boolean;
  /** Which sources have to be read on before more can be shown. */
  behind: boolean[];
}

/** What is older than the last that was read of a list with more in it waits: something unread may belong before it. */
export function merged<Item extends { at: string }>(sources: readonly Source<Item>[]): Timeline<Item> {
  const times = sources.map(({ items }) => items.map(({ at }) => Date.parse(at)));
  const edges = sources.map(({ more }, i) => (more ? (times[i]!.at(-1) ?? Infinity) : -Infinity));
  const edge = Math.max(...edges, -Infinity);
  const all = sources.flatMap(({ items }, i) => items.map((item, at) => ({ item, time: times[i]![at]! })));
  const items = all.filter(({ time }) => time >= edge).sort((a, b) => b.time - a.time).map(({ item }) => item);
  return { items, more: sources.some(({ more }) => more) || items.length < all.length, behind: edges.map((each) => each === edge && each > -Infinity) };
}
