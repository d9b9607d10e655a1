/**
 * The smallest double in (low, high] where the condition holds, for a condition that fails at `low`, holds at
 * `high` and changes once. Ends when the bracket is two neighbours, or 2^-52 of its upper end wide.
 */
export function firstWhere(holds: (x: number) => boolean, low: number, high: number): number {
  let below = low;
  let above = high;
  while (above - below > Math.abs(above) * 2 ** -52) {
    const middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) break;
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}
