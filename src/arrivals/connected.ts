/** Whether every state can be reached from the first, by the positive elements of the rows. */
export function isConnected(rows: readonly (readonly number[])[]): boolean {
  const reached = new Set([0]);
  for (const state of reached) {
    rows[state].forEach((weight, next) => {
      if (weight > 0) reached.add(next);
    });
  }
  return reached.size === rows.length;
}
