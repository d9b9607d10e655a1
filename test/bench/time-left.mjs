import { parseArgs } from 'node:util';

/**
 * When a measurement that is kept piece by piece is to stop: after `--minutes`, or on Ctrl-C, which ends the run in hand and
 * so takes away its processes; a second one ends this process at once, and its roles and servers follow it.
 */
export function timeLeft(minutes) {
  const until = Date.now() + 60_000 * Number(minutes);
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'])
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(130);
      process.stderr.write('\nstopping; what is done is kept (again to stop at once)\n');
      process.exitCode = 130;
      stop.abort();
    });
  return { signal: stop.signal, isOver: () => stop.signal.aborted || Date.now() > until };
}

/** The flags of a measurement, each with its usual value; a flag without one is absent unless given. */
export const flags = usual =>
  parseArgs({
    options: Object.fromEntries(
      Object.entries(usual).map(([name, value]) => [
        name,
        { type: 'string', ...(value !== undefined && { default: value }) },
      ]),
    ),
  }).values;
