import type { Growth, Headroom } from './sizing.js';

/** The room for growth with how long it lasts when the arrivals grow steadily. */
export function lasting(headroom: Headroom, growth: Growth | undefined): Headroom {
  if (growth === undefined) return headroom;
  const periods = Math.log(headroom.factor) / Math.log(1 + growth.fraction);
  return { ...headroom, lasts: { ...growth, periods } };
}
