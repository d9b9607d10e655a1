/**
 * Ties this process to the one that started it: it ends when that one ends, however that comes about, and
 * leaves the signals that ask for an end to it.
 */
export function followParent(end: () => void = () => process.exit()): void {
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  process.on('disconnect', end);
  // It may have gone while this process was still loading.
  if (!process.connected) end();
}
