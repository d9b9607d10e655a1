import { latenessAtQueue } from '../measurement/lateness.js';
import { type Lengthening, lengthened } from '../measurement/lengthening.js';
import type { Observations } from '../measurement/observation.js';
import type { Path } from '../measurement/path.js';
import { disturbedQueue, twinOf } from '../measurement/twins/index.js';
import { turns } from '../measurement/twins/private.js';
import type { LiveRecord, Suffered } from '../result/result.js';
import { type Topology, twinSuffers } from '../result/topology.js';
import { usualAcknowledgeWithin } from '../scenario/brokers.js';
import type { FaultSpec, LiveSpec } from '../scenario/type.js';

type Prediction = Pick<
  NonNullable<LiveRecord['disturbed']>,
  'predictedLost' | 'predictedAgain' | 'lostBesides'
>;

/** What the model of a disturbed run makes of it. */
export interface DisturbedTwin extends Prediction {
  /** Of one queue for all consumers: its customers, those left out that it loses; absent for other topologies. */
  readonly path?: Path;
}

/**
 * The same messages through a model that suffers the same faults, at the times at which they really happened. Works
 * that fail are not in it.
 *
 * @param served messages that were served to the end
 */
export function disturbedTwin(
  live: LiveSpec,
  { topology = { kind: 'shared' }, service, guarantee, consumers, disturbed }: LiveRecord,
  observations: Observations,
  served: readonly number[],
  lengthening: Lengthening,
): DisturbedTwin {
  const { faults: asked = [], lease = 1, availability } = live;
  const { intended, consumer: seen } = observations;
  const happened = disturbed?.happened ?? asked;
  // Who takes over is there when messages come again, not when the dead server is back.
  const faults =
    availability === 'sentinel'
      ? happened.map((fault: Suffered) => ({ ...fault, for: fault.outage ?? fault.for }))
      : happened;
  const services = lengthened(observations.service, lengthening);
  if (topology.kind === 'private') {
    const consumer = turns(seen, consumers);
    const { finished } = twinOf(topology, { arrivals: intended, services, servers: consumers, consumer });
    return dealtToTheDead(faults, observations, consumer, finished);
  }
  if (!faults.every(fault => twinSuffers(topology, fault))) return {};
  const together = togetherOf(live);
  const model = disturbedQueue({
    ...{ arrivals: intended, services, servers: consumers, faults, seen },
    ...(guarantee === 'at-least-once' && { lease }),
    ...takenBy(topology),
    ...(topology.kind === 'batch' &&
      service === 'virtual' && {
        lateness: latenessAtQueue(observations, topology),
      }),
    ...(together && { together }),
    forgets: disturbed?.queueKilled === 'forgets',
  });
  const kept = served.filter(i => Number.isFinite(model.finished[i]));
  const column = (values: Float64Array) => Float64Array.from(kept, i => values[i]);
  return {
    path: {
      arrival: column(intended),
      serviceStart: column(model.started),
      finish: column(model.finished),
    },
    // What a snapshot holds depends on when it was taken.
    ...(disturbed?.queueKilled !== 'partly' && { predictedLost: model.lost }),
    ...(together &&
      faults.every(({ fault }) => fault === 'kill') && {
        predictedAgain: { twin: model.again, most: together.every * faults.length },
      }),
  };
}

/** How many customers a consumer of that topology holds, and which one gets the next. */
function takenBy(topology: Topology) {
  switch (topology.kind) {
    case 'batch':
      return { batch: topology.batch };
    case 'prefetch':
      return { room: 1 + topology.prefetch };
    case 'credit':
      // The dispatcher hears of a death by the silence only.
      return { room: topology.credit, fewestFirst: true, unheard: true };
    default:
      return {};
  }
}

/** How consumers acknowledge several at a time, where that is to be in the model: works that fail are not. */
function togetherOf({
  acknowledgeEvery: every = 1,
  acknowledgeWithin: within = usualAcknowledgeWithin,
  failing,
  poison,
}: LiveSpec) {
  return every === 1 || failing || poison ? undefined : { every, within };
}

/**
 * All that was dealt to a dead consumer and not yet served is gone; later messages go to the others. What is lost
 * besides has two reasons that no model knows: the sender deals on until it hears of the death, and on a busy host the
 * consumer was behind its model.
 */
function dealtToTheDead(
  faults: readonly FaultSpec[],
  { intended, received }: Observations,
  consumer: Int32Array,
  finished: Float64Array,
): Prediction {
  // What loses its connection loses what is in the pipes, and only they know how much that is.
  if (faults.some(({ fault }) => fault === 'cut')) return {};
  let [predictedLost, afterDeath, behind] = [0, 0, 0];
  for (const { fault, at, consumer: dead } of faults) {
    if (fault !== 'kill') continue;
    for (const [i, time] of intended.entries()) {
      if (consumer[i] + 1 !== dead) continue;
      const wasLost = Number.isNaN(received[i]);
      if (time <= at && finished[i] > at) predictedLost++;
      else if (wasLost && time > at) afterDeath++;
      else if (wasLost) behind++;
    }
  }
  return { predictedLost, lostBesides: { afterDeath, behind } };
}
