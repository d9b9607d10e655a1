/** A list whose first is before all others, by an order that its users give. */
interface Heap<T> {
  [place: number]: T;
  readonly length: number;
}

type Before<T> = (a: T, b: T) => boolean;

/** Adds one to a heap. */
export function addTo<T>(heap: T[], one: T, before: Before<T>): void {
  let place = heap.push(one) - 1;
  while (place > 0) {
    const above = (place - 1) >> 1;
    if (!before(one, heap[above])) break;
    heap[place] = heap[above];
    place = above;
  }
  heap[place] = one;
}

/** Puts one in the place of the first, and brings the heap into order again. */
export function replaceFirst<T>(heap: Heap<T>, one: T, before: Before<T>): void {
  let place = 0;
  for (let below = 1; below < heap.length; below = 2 * place + 1) {
    if (below + 1 < heap.length && before(heap[below + 1], heap[below])) below++;
    if (!before(heap[below], one)) break;
    heap[place] = heap[below];
    place = below;
  }
  heap[place] = one;
}

/** Takes the first from a heap that has one. */
export function takeFirst<T>(heap: T[], before: Before<T>): T {
  const [first] = heap;
  const last = heap.pop() as T;
  if (heap.length > 0) replaceFirst(heap, last, before);
  return first;
}

export const smaller: Before<number> = (a, b) => a < b;
