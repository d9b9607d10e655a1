import { parentPort } from 'node:worker_threads';
import { followParent } from '../follow-parent.js';
import type { Report } from './protocol.js';

/** A role's line to the parent: the same in a process and in a thread. */
export interface Link {
  readonly report: (report: Report) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

/** The line to the process that started this one. @param onOrphaned it has ended; this process must end too */
export function processLink(onOrphaned?: () => void): Link {
  followParent(onOrphaned);
  return {
    report: report => {
      // A parent that is gone hears nothing; that it is gone is told otherwise.
      if (process.connected) process.send?.(report, () => {});
    },
    onMessage: listener => void process.on('message', listener),
  };
}

/** The line of a role that runs in a thread; the process of a role where there is no parent thread. */
export function link(): Link {
  if (parentPort === null) return processLink();
  const port = parentPort;
  return {
    report: report => port.postMessage(report),
    onMessage: listener => void port.on('message', listener),
  };
}
