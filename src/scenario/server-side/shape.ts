import { autoscaling } from './autoscaling.js';
import { batchService } from './batch-service.js';
import { loadDependence } from './load-dependence.js';
import { schedule } from './schedule.js';
import { speeds } from './speeds.js';
import type { ServerSide } from './type.js';
import { whenIdle } from './when-idle.js';

/** What can be said of the servers of a station besides their number. */
export const serverSideShape = {
  schedule: schedule.optional(),
  autoscaling: autoscaling.optional(),
  speeds: speeds.optional(),
  loadDependence: loadDependence.optional(),
  whenIdle: whenIdle.optional(),
  batchService: batchService.optional(),
} satisfies Readonly<Record<keyof ServerSide, unknown>>;
