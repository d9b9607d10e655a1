import { addTo, smaller, takeFirst } from '../../numerics/heap.js';
import type { Recursion } from './path.js';

/** The queue with room for so many customers, those in service included. Who finds it full is turned away. */
export function limited(queue: Recursion, capacity: number): Recursion {
  const ends: number[] = [];
  return (arrival, service, customer) => {
    while (ends.length > 0 && ends[0] <= arrival) takeFirst(ends, smaller);
    if (ends.length >= capacity) return Number.NaN;
    const start = queue(arrival, service, customer);
    addTo(ends, start + service, smaller);
    return start;
  };
}
