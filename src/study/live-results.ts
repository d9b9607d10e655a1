import { arrivalProcessOf } from '../arrivals/index.js';
import type { PairedDifference } from '../comparison/compare.js';
import { distributionOf } from '../distributions/index.js';
import type { LiveRun } from '../engines/live/index.js';
import { observedLaws } from '../measurement/laws.js';
import type { Lengthening } from '../measurement/lengthening.js';
import { lengtheningOf, transfersOf } from '../measurement/overhead.js';
import { pairedDifference, pairedQuantileDifference } from '../measurement/paired.js';
import { pathOf, servedOf, twinPathOf } from '../measurement/path.js';
import { sojournsOf, waitsOf } from '../measurement/path-batches.js';
import { type PathMeasure, pathMeasureNames } from '../measurement/path-measures.js';
import { meanOf, summarise } from '../measurement/summarise.js';
import { timeBlocks } from '../measurement/time-blocks.js';
import { parseQuantileName } from '../result/measure.js';
import type { Recovery } from '../result/recovery.js';
import type { Result, TimeSeries, Warning } from '../result/result.js';
import { type Topology, topologyInWords } from '../result/topology.js';
import type { OnlyStation } from '../scenario/single-station.js';
import { isOpen } from '../scenario/supply-rate.js';
import type { Scenario } from '../scenario/type.js';
import { formatDuration, formatNumber } from '../units.js';
import { delaysOf } from '../workload/comes-again.js';
import { type DisturbedTwin, disturbedTwin } from './disturbed-twin.js';
import { drainedIn } from './live-drain.js';
import { besideSharedQueue, topologyWarnings } from './shared-queue.js';

export interface ComparedPair {
  readonly live: Result;
  readonly twin: Result;
  readonly paired: PairedDifference;
}

/**
 * A live run and its twin: the same served messages, as they went and as the model takes them.
 *
 * @param predictedRecovery how long a backlog should take
 */
export function comparedPair(
  scenario: Scenario,
  station: OnlyStation,
  run: LiveRun,
  predictedRecovery?: Recovery,
): ComparedPair {
  const { observations, record } = run;
  const { confidence } = scenario.run;
  const servers = Number(station.servers);
  const served = servedOf(observations);
  const lengthening = lengtheningOf(observations, record.service, served);
  const livePath = pathOf(observations, record.service, served);
  const { topology = { kind: 'shared' } } = record;
  const again = station.retry && {
    className: station.className,
    retry: station.retry,
    seed: scenario.run.seed,
  };
  const limit = {
    ...(station.capacity !== undefined && { capacity: station.capacity }),
    ...(again && { delays: (customer: number) => delaysOf(again, customer) }),
  };
  const disturbed =
    record.disturbed &&
    scenario.live &&
    disturbedTwin(scenario.live, record, observations, served, lengthening);
  const twinPath =
    disturbed?.path ??
    twinPathOf(observations, record.service, served, { servers, ...lengthening, topology, ...limit });
  const sharedQueue =
    topology.kind === 'shared' || topology.kind === 'closed' || disturbed || served.length === 0
      ? undefined
      : besideSharedQueue(
          livePath,
          twinPathOf(observations, record.service, served, { servers, ...lengthening, ...limit }),
          {
            servers,
            confidence,
          },
        );
  const drain = drainedIn(station.backlog, livePath, twinPath);
  const percentiles = (scenario.thresholds ?? []).flatMap(
    ({ measure }) => parseQuantileName(measure)?.p ?? [],
  );
  const options = { servers, confidence, percentiles };

  const measured = summarise(livePath, { ...options, seriesAbout: 'from the messages' });
  const modelled = summarise(twinPath, { ...options, seriesAbout: 'twin' });
  const laws = observedLaws(observations, served, askedLaws(station));
  const transfer = meanOf(transfersOf(observations, served), confidence);
  return {
    live: {
      schema: 1,
      engine: 'live',
      model: `${record.consumers} consumer${record.consumers > 1 ? 's' : ''} on ${record.broker}, ${record.service} services`,
      scenario,
      ...measured,
      measures: { ...measured.measures, ...(transfer && { meanTransfer: transfer }) },
      series: [...measured.series, ...sampledDepth(run)],
      live: {
        ...record,
        ...(sharedQueue && { sharedQueue }),
        ...(drain && { drain: { ...drain, ...(predictedRecovery && { predicted: predictedRecovery }) } }),
        ...(record.disturbed && { disturbed: { ...record.disturbed, ...predicted(disturbed) } }),
      },
      ...(laws && { laws }),
      ...(measured.measures.meanWait && {
        blocks: { wait: timeBlocks(waitsOf(livePath)), sojourn: timeBlocks(sojournsOf(livePath)) },
      }),
      warnings: [...liveWarnings(run), ...topologyWarnings(topology, sharedQueue)],
    },
    twin: {
      schema: 1,
      engine: 'twin',
      model: `${twinName(lengthening, topology)}${disturbed?.path ? ', with the same faults; works that fail are not in it' : ''}`,
      scenario,
      ...modelled,
      warnings: [],
    },
    paired: name => {
      if (served.length === 0) return undefined;
      const percentile = parseQuantileName(name);
      if (percentile)
        return pairedQuantileDifference(livePath, twinPath, percentile.of, percentile.p, confidence);
      if (!isPathMeasure(name)) return undefined;
      return pairedDifference(livePath, twinPath, name, servers, confidence);
    },
  };
}

/** The quantiles of the laws that the scenario asks for. */
function askedLaws({ service, customers, backlog, retry }: OnlyStation) {
  const interarrival =
    isOpen(customers) && backlog === 0 && !retry
      ? arrivalProcessOf(customers.arrivals).interarrival
      : undefined;
  return {
    service: distributionOf(service).quantile,
    ...(interarrival && { interarrival: interarrival.quantile }),
  };
}

function predicted(twin: DisturbedTwin | undefined): Omit<DisturbedTwin, 'path'> {
  const { path, ...losses } = twin ?? {};
  return losses;
}

const isPathMeasure = (name: string): name is PathMeasure =>
  (pathMeasureNames as readonly string[]).includes(name);

const twinName = ({ stretch, overhead }: Lengthening, topology: Topology): string => {
  const times = stretch === 1 ? '' : `${formatNumber(stretch, 3)} times as long as asked and `;
  const longer =
    overhead === 0 ? '' : `, each service ${times}${formatDuration(overhead)} longer by the overhead`;
  return `${topologyInWords(topology)}: recursion on the messages that were sent${alsoSeen[topology.kind] ?? ''}${longer}`;
};

/** What the twin is told besides of the run: who was first, where that is decided by less than clocks can see. */
const alsoSeen: Partial<Record<Topology['kind'], string>> = {
  woken: ', overtaken as often as seen',
  batch: ', in the order that the batches show',
};

function sampledDepth({ depth }: LiveRun): TimeSeries[] {
  if (depth === undefined || depth.queueOnly || depth.time.length === 0) return [];
  return [
    {
      name: 'numberInSystem',
      about: 'sampled at the broker',
      time: [...depth.time],
      value: [...depth.numberInSystem],
    },
  ];
}

function liveWarnings({ record, problem }: LiveRun): Warning[] {
  const failed = record.checks.filter(check => !check.passed);
  if (failed.length === 0) return problem ? [{ code: problem.kind, message: problem.message }] : [];
  return failed.map(({ name, value, limit, advice }) => ({
    code: 'failed-check',
    message: `${name}: ${value}, limit ${limit}`,
    advice,
  }));
}
