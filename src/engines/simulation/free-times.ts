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
    // Where a time goes is no guess of a branch that would be wrong half the time.
    for (let i = 1; i < count; i++) {
      const other = times[i];
      const earlier = Number(other < time) | 0;
      times[(i - earlier) | 0] = other;
      at = (at + earlier) | 0;
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
