import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

/** Where a value stands in the data of a scenario: keys, and indexes of lists. */
export type Path = readonly (string | number)[];

/** Walks down the tree of the text as far as a path goes. Of a key that stands twice the last counts. */
export function walker(document: Document) {
  const pairs = new WeakMap<YAMLMap, Map<string, Pair>>();
  const pairOf = (map: YAMLMap, step: string): Pair | undefined => {
    let known = pairs.get(map);
    if (known === undefined) {
      known = new Map(map.items.map(pair => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
      pairs.set(map, known);
    }
    return known.get(step);
  };
  return (path: Path, at: 'key' | 'value'): { node?: Node; complete: boolean } => {
    let node = document.contents ?? undefined;
    for (const [depth, step] of path.entries()) {
      const here = isAlias(node) ? node.resolve(document) : node;
      if (isMap(here)) {
        const pair = pairOf(here, String(step));
        if (pair === undefined) return { node, complete: false };
        if (at === 'key' && depth === path.length - 1) return { node: pair.key as Node, complete: true };
        node = (pair.value as Node | null) ?? (pair.key as Node);
      } else if (isSeq(here) && here.items[Number(step)] !== undefined) {
        node = here.items[Number(step)] as Node;
      } else {
        return { node, complete: false };
      }
    }
    return { node, complete: true };
  };
}
