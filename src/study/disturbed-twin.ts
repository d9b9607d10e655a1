import type { Observations } from '../measurement/observation.js';
import type { Path } from '../measurement/path.js';
import { disturbedQueue, twinOf } from '../measurement/twins/index.js';
import { turns } from '../measurement/twins/private.js';
import type { LiveRecord } from '../result/result.js';
import type { LiveSpec } from '../scenario/type.js';

/** What the model of a disturbed run makes of it. */
export interface DisturbedTwin {
  /** Of one queue for all consumers: its customers, those left out that it loses; absent for other topologies. */
  readonly path?: Path;
  /** Messages that the model loses. */
  readonly predictedLost?: number;
}

/**
 * The same messages through a model that suffers the same faults. Works that fail are not in it.
 *
 * @param served messages that were served to the end
 * @param overhead seconds that each service is longer
 */
export function disturbedTwin(
  { faults = [], lease = 1 }: LiveSpec,
  { topology, guarantee, consumers }: LiveRecord,
  observations: Observations,
  served: readonly number[],
  overhead: number,
): DisturbedTwin {
  const { intended } = observations;
  const services = observations.service.map(time => time + overhead);
  if (topology?.kind === 'shared' || topology?.kind === 'closed') {
    const again = guarantee === 'at-least-once' ? { lease } : {};
    const model = disturbedQueue({ arrivals: intended, services, servers: consumers, faults, ...again });
    const kept = served.filter(i => Number.isFinite(model.finished[i]));
    const column = (values: Float64Array) => Float64Array.from(kept, i => values[i]);
    return {
      path: {
        arrival: column(intended),
        serviceStart: column(model.started),
        finish: column(model.finished),
      },
      predictedLost: model.lost,
    };
  }
  if (topology?.kind !== 'private') return {};
  // All that was dealt to a dead consumer and not yet served is gone; later messages go to the others.
  const consumer = turns(observations.consumer, consumers);
  const { finished } = twinOf(topology, { arrivals: intended, services, servers: consumers, consumer });
  const kills = faults.filter(({ fault }) => fault === 'kill');
  const lost = intended.filter((time, i) =>
    kills.some(({ at, consumer: dead }) => consumer[i] === dead - 1 && time <= at && finished[i] > at),
  );
  return { predictedLost: lost.length };
}
