import { edf } from './edf.js';
import { fcfs } from './fcfs.js';
import { lcfs } from './lcfs.js';
import type { LineContext, WaitingLine } from './line.js';
import { priority } from './priority.js';
import { siro } from './siro.js';
import { sjf } from './sjf.js';

/** The disciplines in which a service once begun is finished, by the name they have in a scenario. */
export const lines = { fcfs, lcfs, siro, priority, sjf, edf } satisfies Readonly<
  Record<string, (context: LineContext) => WaitingLine>
>;
