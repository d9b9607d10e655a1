import { distributionOf } from '../../distributions/index.js';
import { ceiling, LiveUnavailable } from '../../engines/live/index.js';
import { brokerFaults } from '../../scenario/brokers.js';
import { offeredLoad } from '../../scenario/offered-load.js';
import type { FaultSpec, LiveSpec, Scenario } from '../../scenario/type.js';
import { runStudy, type StudyOptions, type StudyRun } from '../run-study.js';
import type { Losses, QueuesQuestion, Served, Turn } from './type.js';

export interface TurnOptions extends Pick<StudyOptions, 'redisUrl' | 'signal' | 'progress'> {
  readonly onProgress?: (text: string) => void;
}

/** Seconds for which a killed server is away. */
const away = 0.5;

/**
 * One queue, one round: how it serves the scenario, how fast it is alone, what it loses.
 *
 * @param share of the run after which something is killed
 * @throws LiveUnavailable when the queue cannot be driven here
 */
export async function turnOf(
  scenario: Scenario,
  live: LiveSpec,
  { inFlight, seconds, kill }: QueuesQuestion,
  share: number,
  options: TurnOptions,
): Promise<{ turn: Turn; software: string }> {
  const { broker, payloadBytes } = live;
  const asked = { ...scenario, live };
  // What cannot be driven says so here.
  const run = await driven(asked, options);
  const served = servedOf(run);
  const consumers = Number(Object.values(scenario.stations)[0].servers);
  const payload =
    typeof payloadBytes === 'number' ? payloadBytes : Math.round(distributionOf(payloadBytes).mean);
  const alone = await ceiling(broker, { ...options, consumers, payloadBytes: payload, inFlight, seconds });
  const losses = (fault: FaultSpec['fault'], more: Partial<FaultSpec>) =>
    lossesOf(asked, { fault, at: share * lengthOf(asked), ...more }, options);
  const breaks = (fault: FaultSpec['fault']) =>
    kill && !options.signal?.aborted && brokerFaults[broker as keyof typeof brokerFaults].includes(fault);
  return {
    software: alone.software,
    turn: {
      seed: scenario.run.seed,
      idleDelivery: alone.idle.delivery.p50,
      tries: alone.tries,
      ...(served ? { served } : { problem: run.live?.problem ?? 'it ended early' }),
      ...(breaks('kill') && { killed: await losses('kill', { consumer: 1 }) }),
      ...(breaks('restart') && { restarted: await losses('restart', { for: away }) }),
    },
  };
}

async function driven(scenario: Scenario, options: TurnOptions): Promise<StudyRun> {
  const run = await runStudy(scenario, { ...options, engines: ['live'], workers: 1, command: '' });
  const refused = run.study.unanswered.find(({ engine }) => engine === 'live');
  if (refused && !options.signal?.aborted) throw new LiveUnavailable(refused.reason);
  return run;
}

function servedOf({ study, live: end }: StudyRun): Served | undefined {
  if (end?.kind !== 'measured') return undefined;
  const live = study.results.find(({ engine }) => engine === 'live');
  const record = live?.live;
  const sojourn = study.comparisons.find(({ measure }) => measure === 'meanSojourn');
  const p99 = live?.sojournQuantiles.find(({ p }) => p === 0.99);
  const { twin } = sojourn?.columns ?? {};
  if (!live || !record?.decomposition || !sojourn?.columns.live || !twin || !p99 || !sojourn.difference)
    return undefined;
  return {
    overhead: record.decomposition.transfer + record.decomposition.acknowledgement,
    meanSojourn: sojourn.columns.live.value,
    p99Sojourn: p99.value,
    twinSojourn: twin.value,
    fromTwin: sojourn.difference.value,
    outOfOrder: record.ledger.outOfOrder / record.messages,
  };
}

async function lossesOf(scenario: Scenario, fault: FaultSpec, options: TurnOptions): Promise<Losses> {
  const live = { ...(scenario.live as LiveSpec), faults: [fault] };
  const { study, live: end } = await runStudy(
    { ...scenario, live },
    { ...options, engines: ['live'], workers: 1, command: '' },
  );
  const record = study.results.find(({ engine }) => engine === 'live')?.live;
  if (record === undefined || record.partial)
    return { problem: end?.problem ?? study.unanswered[0]?.reason ?? 'it ended early' };
  const { lost, duplicated } = record.ledger;
  const predictedLost = record.disturbed?.predictedLost;
  return {
    ...{ messages: record.messages, lost, duplicated },
    ...(predictedLost !== undefined && { predictedLost }),
  };
}

/** About how long the messages take to send, seconds. */
function lengthOf(scenario: Scenario): number {
  const { duration, messages = 0 } = scenario.live as LiveSpec;
  const [{ arrivalRate }] = Object.values(offeredLoad(scenario));
  return duration ?? messages / arrivalRate;
}
