/**
 * When each server is free again, the earliest first. The caller reads `times[0]`, writes the new time there
 * and calls `settle`: no double crosses a call, so none is ever boxed.
 */
export function freeTimes(servers: number): Float64Array {
  return Number.isFinite(servers) ? new Float64Array(servers) : Float64Array.of(Number.NEGATIVE_INFINITY);
}

/** Up to this many servers keeping them sorted is as fast as a heap. */
const sortedLimit = 8;

/** Brings the earliest time back to `times[0]` after that place was overwritten. */
export function settle(times: Float64Array): void {
  const count = times.length;
  if (count > sortedLimit) siftDown(times, count);
  else {
    const time = times[0];
    let at = 0;
    while (at + 1 < count && times[at + 1] < time) {
      times[at] = times[at + 1];
      at++;
    }
    times[at] = time;
  }
}

/** A heap of four children a node: shallower than a binary one, and its children share a cache line. */
function siftDown(times: Float64Array, count: number): void {
  const time = times[0];
  let parent = 0;
  for (;;) {
    const firstChild = 4 * parent + 1;
    if (firstChild >= count) break;
    const end = firstChild + 4 < count ? firstChild + 4 : count;
    let child = firstChild;
    for (let k = firstChild + 1; k < end; k++) if (times[k] < times[child]) child = k;
    if (times[child] >= time) break;
    times[parent] = times[child];
    parent = child;
  }
  times[parent] = time;
}
