const golden = (Math.sqrt(5) - 1) / 2;
const steps = 36;

/** Where a function with one peak is highest between two numbers, to a ten-millionth of their distance: golden section. */
export function highest(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [left, right] = [b - golden * (b - a), a + golden * (b - a)];
  let [atLeft, atRight] = [f(left), f(right)];
  for (let step = 0; step < steps; step++) {
    if (atLeft < atRight) {
      a = left;
      [left, atLeft] = [right, atRight];
      right = a + golden * (b - a);
      atRight = f(right);
    } else {
      b = right;
      [right, atRight] = [left, atLeft];
      left = b - golden * (b - a);
      atLeft = f(left);
    }
  }
  return (a + b) / 2;
}
