import { acceptedOf } from '../../measurement/accepted.js';
import { answersOf } from '../../measurement/answers.js';
import { decompose } from '../../measurement/decomposition.js';
import { lengthened, stretchOf } from '../../measurement/lengthening.js';
import type { DepthSamples, Observations } from '../../measurement/observation.js';
import { servedOf } from '../../measurement/path.js';
import type { Check, Ledger, LiveRecord } from '../../result/result.js';
import { onlyStation } from '../../scenario/single-station.js';
import type { Scenario } from '../../scenario/type.js';
import { formatDuration } from '../../units.js';
import { payloadsOf } from '../../workload/payloads.js';
import { sendersOf } from '../../workload/senders.js';
import { countOf, isOfClients, type Workload } from '../../workload/workload.js';
import { type Attempt, attempt } from './attempt.js';
import type { AttemptInput } from './attempt-input.js';
import type { AskedLaws } from './checks/check.js';
import { gate } from './checks/gate.js';
import { momentsOf } from './checks/moments.js';
import { guaranteeKept, stoodStill } from './checks/promises.js';
import { disturbanceOf, faultsInWords } from './faults/disturbance.js';
import { withOutages } from './faults/outage.js';
import { ledgerOf } from './ledger.js';
import { payloadRecordOf } from './payload-record.js';
import { type LiveProblem, LiveUnavailable } from './problem.js';
import { realTimeOf } from './processor.js';
import { refusal } from './refusal.js';

/** What a run is doing: words for people, and how many messages are through. */
export interface LiveProgress {
  readonly text?: string;
  readonly done?: number;
  readonly total?: number;
  /** What was seen of the messages up to now; it goes on changing. */
  readonly observations?: Observations;
}

export interface MeasureOptions {
  /** What to send. */
  readonly customers: Workload;
  /** The laws that its times are drawn from, independently; absent: none is known. */
  readonly asked?: AskedLaws;
  readonly redisUrl?: string;
  readonly onProgress?: (progress: LiveProgress) => void;
  readonly signal?: AbortSignal;
  /** How often a run that fails its checks is tried in all. */
  readonly attempts?: number;
}

export interface LiveRun {
  readonly observations: Observations;
  readonly depth?: DepthSamples;
  readonly record: LiveRecord;
  /** Absent when the run passed all its checks. */
  readonly problem?: LiveProblem;
}

/** A host that was busy for a moment deserves another chance. */
const defaultAttempts = 3;

/**
 * Drives the queue that the scenario names with the given messages, and tells what was seen of each.
 * @throws LiveUnavailable when there is no broker to drive
 */
export async function measure(scenario: Scenario, options: MeasureOptions): Promise<LiveRun> {
  const reason = refusal(scenario);
  const station = onlyStation(scenario);
  if (reason !== undefined || typeof station === 'string' || scenario.live === undefined) {
    throw new LiveUnavailable(reason ?? 'the scenario cannot be driven on a real queue');
  }
  const { live, run } = scenario;
  const workload = options.customers;
  const count = countOf(workload);
  const input: AttemptInput = {
    live,
    consumers: Number(station.servers),
    workload,
    ...(station.capacity !== undefined && { capacity: station.capacity }),
    payload: payloadsOf(live.payloadBytes, count, run.seed),
    ...(live.producers !== undefined && {
      sender: sendersOf(count, live.producers, run.seed, station.backlog),
    }),
    ...(options.redisUrl !== undefined && { redisUrl: options.redisUrl }),
    ...(options.signal && { signal: options.signal }),
    onMoved: ({ served, observations }) => options.onProgress?.({ done: served, total: count, observations }),
  };
  // What is broken on purpose is broken again the next time.
  const most = disturbanceOf(live) ? 1 : (options.attempts ?? defaultAttempts);
  let last: LiveRun | undefined;
  for (let number = 1; ; number++) {
    options.onProgress?.({ text: opening(input, number), total: count, done: 0 });
    try {
      last = concluded(await attempt(input), input, number, options.asked);
    } catch (error) {
      // What an earlier attempt measured is kept, though the broker has gone since.
      if (last && error instanceof LiveUnavailable) return last;
      throw error;
    }
    if (last.problem?.kind !== 'not-comparable' || number >= most || options.signal?.aborted) return last;
    options.onProgress?.({ text: `not comparable (${last.problem.message}); trying again` });
  }
}

function opening({ live, workload, consumers }: AttemptInput, number: number): string {
  const length = isOfClients(workload)
    ? `from ${workload.clients} client${workload.clients > 1 ? 's' : ''}`
    : `in about ${formatDuration(workload.intended[workload.intended.length - 1], 2)}`;
  const again = number > 1 ? `, attempt ${number}` : '';
  return `driving ${live.broker}: ${countOf(workload)} messages to ${consumers} consumer${consumers > 1 ? 's' : ''} ${length}${again}`;
}

function concluded(done: Attempt, input: AttemptInput, attempts: number, asked: AskedLaws = {}): LiveRun {
  const { live, consumers } = input;
  const {
    collector,
    depth,
    software,
    topology,
    guarantee,
    startedAt,
    seconds,
    ending,
    happened,
    queueKilled,
  } = done;
  const { observations } = collector;
  const ledger = ledgerOf(collector, ending);
  const checks = checksOf(done, input, ledger, asked);
  const served = servedOf(observations);
  const decomposition = decompose(observations, served);
  const problem = problemOf(done, checks);
  const carried = payloadRecordOf(observations, input.payload);
  const answers = answersOf(observations, live.service);
  const realTime = realTimeOf(process.pid);
  return {
    observations,
    ...(depth && { depth }),
    record: {
      broker: live.broker,
      software,
      topology,
      guarantee,
      consumers,
      service: live.service,
      ...(live.service === 'cpu' && served.length > 0 && { services: servicesOf(observations, served) }),
      messages: observations.count,
      startedAt,
      seconds,
      attempts,
      ...(realTime && { realTime }),
      partial: ending.kind !== 'complete' && ending.kind !== 'settled',
      checks,
      ledger,
      ...(disturbanceOf(live) && {
        disturbed: {
          faults: faultsInWords(live),
          happened: withOutages(happened, observations),
          ...(queueKilled && { queueKilled }),
        },
      }),
      ...(decomposition && { decomposition }),
      ...(carried && { payload: carried }),
      ...(answers && { answers }),
    },
    ...(problem && { problem }),
  };
}

/** What the served messages asked for, and how long they were really worked on. */
function servicesOf({ service, started, finished }: Observations, served: readonly number[]) {
  return {
    asked: momentsOf(Float64Array.from(served, i => service[i])),
    given: momentsOf(Float64Array.from(served, i => finished[i] - started[i])),
  };
}

/** A run that was cut short is judged by nothing. */
function checksOf(
  { ending, collector, host, depth, topology, guarantee, queueKilled = 'keeps' }: Attempt,
  { live, consumers, sender, workload }: AttemptInput,
  ledger: Ledger,
  asked: AskedLaws,
): Check[] {
  const { observations, served } = collector;
  if (ending.kind === 'settled' || (disturbanceOf(live) && ending.kind === 'complete'))
    // What a queue promises it promises as long as its server lives, or its disk remembers.
    return queueKilled === 'keeps' ? [guaranteeKept(guarantee, ledger)] : [];
  if (ending.kind === 'stalled') return [stoodStill(served, observations.count)];
  if (ending.kind !== 'complete') return [];
  const accepted = acceptedOf(observations);
  return gate({
    ...{ consumers, topology, ledger, host, realTime: realTimeOf(process.pid) !== undefined },
    ...(live.service === 'cpu' ? stretched(accepted, asked) : { observations: accepted, asked }),
    sends: observations.sent.subarray(isOfClients(workload) ? 0 : workload.backlog).toSorted(),
    ...(sender && { sender: sender.filter((_, i) => !observations.turnedAway?.[i]) }),
    ...(depth && { depth }),
    acknowledgedTogether: (live.acknowledgeEvery ?? 1) > 1,
  });
}

/** Services that keep a processor busy are held to the length that the machine made of them, not to the law that was asked. */
function stretched(observations: Observations, { service, ...laws }: AskedLaws) {
  const stretch = stretchOf(observations, [...observations.service.keys()]);
  const services = lengthened(observations.service, { stretch, overhead: 0 });
  return { observations: { ...observations, service: services }, asked: laws, stretch };
}

function problemOf({ ending, collector }: Attempt, checks: readonly Check[]): LiveProblem | undefined {
  const so = `after ${collector.served} of ${collector.observations.count} messages`;
  if (ending.kind === 'interrupted') return { kind: 'interrupted', message: `interrupted ${so}` };
  if (ending.kind === 'lost') return { kind: 'broker-lost', message: `${ending.reason} ${so}` };
  const failed = checks.filter(check => !check.passed);
  if (failed.length === 0) return undefined;
  return {
    kind: 'not-comparable',
    message: failed
      .map(({ name, value, limit, advice }) => `${name} ${value}, ${limit}: ${advice}`)
      .join('; '),
  };
}
