import { arrivalLaw } from './arrival-law.js';
import { arrivalRate, arrivalVariation } from './arrivals.js';
import type { RunCheck } from './check.js';
import { drift } from './drift.js';
import { everyMessage } from './every-message.js';
import { hiccups, otherLoad, ownLoad, steal } from './host.js';
import { littlesLaw } from './littles-law.js';
import { order } from './order.js';
import { senderLateness } from './sender-lateness.js';
import { serviceLaw } from './service-law.js';
import { services } from './services.js';
import { stretch } from './stretch.js';
import { topology } from './topology.js';

/** Everything that a complete run is held to, in the order of reports. */
export const runChecks = {
  senderLateness,
  arrivalRate,
  arrivalVariation,
  arrivalLaw,
  services,
  serviceLaw,
  stretch,
  drift,
  hiccups,
  steal,
  otherLoad,
  ownLoad,
  littlesLaw,
  topology,
  order,
  everyMessage,
} satisfies Readonly<Record<string, RunCheck>>;
