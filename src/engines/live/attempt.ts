import { setTimeout as sleep } from 'node:timers/promises';
import type { DepthSamples } from '../../measurement/observation.js';
import type { AfterRestart, Guarantee, Topology } from '../../result/topology.js';
import type { FaultSpec } from '../../scenario/type.js';
import type { AttemptInput } from './attempt-input.js';
import { brokerNamed } from './brokers/index.js';
import { buildUp } from './build-up.js';
import { HiccupMeter } from './checks/hiccup-meter.js';
import { HostMeter, type HostReadings } from './checks/host-meter.js';
import { now } from './clock.js';
import { Collector } from './collector.js';
import { DepthSampler } from './depth-sampler.js';
import { lookForDead } from './faults/dead-letters.js';
import { breaksConnections, disturbanceOf } from './faults/disturbance.js';
import { inflict, settledAfter } from './faults/inflict.js';
import { type Ways, waysTo } from './faults/ways.js';
import { LiveUnavailable } from './problem.js';
import type { Report } from './roles/protocol.js';
import { Role } from './roles/role.js';
import { assignments } from './roles/tasks.js';
import { longestSilence } from './silence.js';
import { type Ending, watch } from './watch.js';

/** One run through the queue, whatever became of it. */
export interface Attempt {
  readonly collector: Collector;
  readonly depth?: DepthSamples;
  readonly software: string;
  readonly topology: Topology;
  readonly guarantee: Guarantee;
  readonly startedAt: string;
  readonly seconds: number;
  readonly ending: Ending;
  /** The faults that happened, with the times at which they really did. */
  readonly happened: readonly FaultSpec[];
  /** What the queue still knew when its server had been killed and come back. */
  readonly queueKilled?: AfterRestart;
  readonly host: HostReadings;
  /** Processor time of sender, consumers and broker, as far as it can be told. */
  readonly processorSeconds: number;
}

/** Roles get this long to begin together, seconds. */
const headStart = 0.3;
/** Milliseconds in which roles must finish what they have in hand: all is well, or the broker is gone. */
const patienceMs = 8000;
const briefPatienceMs = 1000;

/** Opens the broker, starts the roles, watches the run to its end, and leaves nothing behind. */
export async function attempt(input: AttemptInput): Promise<Attempt> {
  const { live, consumers, redisUrl, workload, capacity } = input;
  const kind = await brokerNamed(live.broker);
  const comesBack = breaksConnections(live);
  const broker = await kind.open({
    ...{ consumers, settings: live, comesBack },
    ...(capacity !== undefined && { capacity }),
    ...(redisUrl !== undefined && { redisUrl }),
  });
  // A flood is judged by no check: the instruments would only slow it.
  const hiccups = input.inFlight === undefined ? new HiccupMeter() : undefined;
  const roles: Role[] = [];
  let ways: Ways | undefined;
  try {
    const restarted = (live.faults ?? []).some(({ fault }) => fault === 'restart');
    if (restarted && broker.restart === undefined)
      throw new LiveUnavailable('a fault kills the server, and this one is not ours: leave out its URL');
    ways = await waysTo(broker.address, live, kind.detour);
    const collector = new Collector(workload, capacity !== undefined);
    let fail: (message: string) => void = () => {};
    const failed = new Promise<string>(resolve => {
      fail = resolve;
    });
    const hosts = new Map<number, Role>();
    const senders: Role[] = [];
    const events = {
      onReport: (report: Report) => {
        if (report.kind === 'answer') for (const sender of senders) sender.tell(report);
        else collector.take(report);
      },
      onFailure: (message: string) => fail(message),
    };
    const disturbance = disturbanceOf(live);
    for (const [file, task] of assignments(input, ways, kind.colocated)) {
      const role = new Role(file, task, events);
      roles.push(role);
      if ('numbers' in task) for (const consumer of task.numbers) hosts.set(consumer, role);
      if ('sends' in task || task.producer) senders.push(role);
    }
    await Promise.all(roles.map(role => role.whenReady()));
    await buildUp(workload, senders, broker, input.signal);

    const epoch = now() + headStart;
    const startedAt = new Date(Date.now() + headStart * 1000).toISOString();
    for (const role of roles) role.start(epoch);
    await sleep(headStart * 1000);
    hiccups?.reset();
    const host = new HostMeter();
    const brokerBefore = broker.processorSeconds?.() ?? 0;
    const sampler = hiccups && broker.depth && new DepthSampler(broker.depth, epoch, comesBack);
    const victims = {
      roleOf: (consumer: number) => hosts.get(consumer) as Role,
      wayOf: ways.wayOf,
      ...(broker.restart && { server: broker.restart }),
    };
    const inflicted = inflict(live.faults ?? [], victims, epoch);
    const losses = [broker.lost, failed, inflicted.broken, ...(sampler ? [sampler.lost] : [])];
    const looking = disturbance && lookForDead(broker, collector);
    const ending = await watch(collector, {
      ...(input.signal && { signal: input.signal }),
      longestSilence: longestSilence(workload, collector, live),
      ...(disturbance && { settledAfter: settledAfter(live) }),
      lost: Promise.race(losses),
      onMoved: () => input.onMoved?.(collector),
    });
    const seconds = now() - epoch;
    inflicted.callOff();
    await looking?.end();
    const samples = sampler?.stop();
    const depth = samples && { ...samples, ...(broker.depthOfQueueOnly && { queueOnly: true }) };
    await endAll(roles, ending.kind === 'lost' ? briefPatienceMs : patienceMs);
    const brokerUsed = Math.max(0, (broker.processorSeconds?.() ?? 0) - brokerBefore);
    const own = roles.reduce((sum, role) => sum + role.processorSeconds, brokerUsed);
    return {
      collector,
      ...(depth && { depth }),
      software: broker.software,
      topology: kind.topology(live),
      guarantee: kind.guarantee,
      startedAt,
      seconds,
      ending,
      happened: inflicted.happened,
      ...(restarted && kind.afterRestart && { queueKilled: kind.afterRestart(live) }),
      host: host.read(own, hiccups?.p99()),
      processorSeconds: own,
    };
  } finally {
    await hiccups?.close();
    await endAll(roles, briefPatienceMs);
    ways?.close();
    await broker.close();
  }
}

async function endAll(roles: readonly Role[], patienceMs: number): Promise<void> {
  await Promise.all(roles.map(role => role.end(patienceMs)));
}
