/**
 * The strongly connected parts of a graph, each before those that it leads to: R. E. Tarjan, "Depth-first search
 * and linear graph algorithms", SIAM Journal on Computing 1, 1972, without recursion.
 */
export function connectedParts(size: number, next: (node: number) => readonly number[]): number[][] {
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const open = new Uint8Array(size);
  const path: number[] = [];
  const parts: number[][] = [];
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (index[root] >= 0) continue;
    const work = [{ node: root, at: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      const { node } = frame;
      if (frame.at === 0) {
        index[node] = low[node] = count++;
        path.push(node);
        open[node] = 1;
      }
      const to = next(node)[frame.at++];
      if (to !== undefined) {
        if (index[to] < 0) work.push({ node: to, at: 0 });
        else if (open[to]) low[node] = Math.min(low[node], index[to]);
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low[parent.node] = Math.min(low[parent.node], low[node]);
      if (low[node] !== index[node]) continue;
      const part = path.splice(path.indexOf(node));
      for (const member of part) open[member] = 0;
      parts.push(part);
    }
  }
  return parts.reverse();
}
