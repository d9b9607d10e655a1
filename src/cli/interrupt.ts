import { exitCode } from './exit-code.js';
import { say } from './output.js';

/** Within this time an interrupted run must have kept what it has. */
const patienceMs = 15_000;

/**
 * Ctrl-C stops the run and keeps what was measured; a second one, or an end that does not come, stops the
 * program at once.
 */
export function interruptible(): { signal: AbortSignal; dispose: () => void } {
  const controller = new AbortController();
  let last: NodeJS.Timeout | undefined;
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(exitCode.interrupted);
    say('\ninterrupted: keeping what was measured (again to stop at once)');
    last = setTimeout(() => process.exit(exitCode.interrupted), patienceMs);
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    dispose: () => {
      clearTimeout(last);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}
