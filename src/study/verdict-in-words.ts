import type { Comparison } from '../comparison/compare.js';
import type { LiveRecord, Result, Suffered } from '../result/result.js';
import { guaranteeInWords, twinSuffers } from '../result/topology.js';
import { formatCount, formatDuration, formatPercent, formatRate } from '../units.js';
import { againInWords } from './again-in-words.js';
import { answerInWords } from './answer-in-words.js';
import type { LiveEnd } from './live-answer.js';
import { drainInWords } from './live-drain.js';
import type { Study } from './study.js';

type LostBesides = NonNullable<NonNullable<LiveRecord['disturbed']>['lostBesides']>;

interface Findings extends Pick<Study, 'results' | 'unanswered' | 'comparisons' | 'thresholds'> {
  readonly liveEnd?: LiveEnd;
}

/** The answer in sentences, the most important first. */
export function verdictInWords(findings: Findings): string[] {
  const live = liveWords(findings);
  return [
    ...live,
    ...drainWords(findings.results),
    ...growthWords(findings.results),
    ...(live.length === 0 ? answerInWords(findings.results) : []),
    ...samplingWords(findings),
    ...theoryWords(findings),
    ...thresholdWords(findings),
    ...findings.unanswered.map(({ engine, reason }) => `No answer from the ${engine} engine: ${reason}.`),
  ];
}

function liveWords({ results, comparisons, liveEnd }: Findings): string[] {
  const live = results.find(result => result.engine === 'live')?.live;
  if (liveEnd?.kind === 'broker-lost')
    return [`The broker was lost in mid-run: ${liveEnd.problem}. What was measured until then is kept.`];
  if (liveEnd?.kind === 'interrupted')
    return ['The live run was interrupted; what was measured until then is kept.'];
  if (live === undefined) return [];
  const failed = live.checks.filter(check => !check.passed);
  if (failed.length > 0) {
    return [
      `Not comparable: the live run failed ${failed.length} of its own ${live.checks.length} checks in ` +
        `${live.attempts} attempt${live.attempts > 1 ? 's' : ''}: ${failed.map(({ name }) => name.replace(/, (.*)/, ' ($1)')).join(', ')}. ` +
        'The numbers are kept, but they do not judge the queue.',
    ];
  }
  if (live.disturbed) return [disturbedWords(live)];
  const sojourn = comparisons.find(comparison => comparison.measure === 'meanSojourn');
  const { live: measured, twin } = sojourn?.columns ?? {};
  if (!sojourn?.difference || !measured || !twin) return [];
  const { difference, verdict } = sojourn;
  const numbers =
    `mean sojourn time ${formatDuration(measured.value)} measured, ${formatDuration(twin.value)} by its twin ` +
    `(${signed(difference.value)}, interval ${signed(difference.low)} to ${signed(difference.high)}, margin ${formatPercent(difference.margin)})`;
  if (verdict === 'agrees') return [`The ${live.broker} queue follows its model: ${numbers}.`];
  if (verdict === 'differs') return [`The ${live.broker} queue does not follow its model: ${numbers}.`];
  return [
    `It stays open whether the ${live.broker} queue follows its model: ${numbers}. More messages would tell.`,
  ];
}

function drainWords(results: readonly Result[]): string[] {
  const drain = results.find(result => result.engine === 'live')?.live?.drain;
  return drain ? [drainInWords(drain)] : [];
}

function disturbedWords({ broker, guarantee, topology, ledger, disturbed }: LiveRecord): string {
  const { lost, redelivered = 0, duplicated, deadLettered = 0 } = ledger;
  const predicted =
    disturbed?.predictedLost === undefined
      ? ''
      : ` (${formatCount(disturbed.predictedLost)} predicted${besidesInWords(disturbed.lostBesides)})`;
  const isSuffered = (disturbed?.happened ?? []).every(
    fault => topology === undefined || twinSuffers(topology, fault),
  );
  return (
    `Disturbed on purpose: ${disturbed?.faults.join('; ')}. ${broker}${guarantee ? `, ${guaranteeInWords[guarantee]},` : ''} lost ${formatCount(lost)} ` +
    `of ${formatCount(ledger.sent)} messages${predicted}; ${formatCount(redelivered)} delivered again, ${formatCount(duplicated)} processed twice${disturbed ? againInWords(disturbed) : ''}, ` +
    `${formatCount(deadLettered)} put to the dead letters.${outagesInWords(disturbed?.happened)}${isSuffered ? ' The twin suffers the same faults' : ' No twin of messages that are bound ahead suffers these faults'}; such a run judges no model.`
  );
}

function outagesInWords(happened: readonly Suffered[] = []): string {
  return happened
    .filter(({ outage }) => outage !== undefined)
    .map(
      ({ at, consumer, outage = 0 }) =>
        ` No message came to ${consumer === undefined ? 'any consumer' : `consumer ${consumer}`} for ${formatDuration(outage)} around ${formatDuration(at)}.`,
    )
    .join('');
}

function besidesInWords({ afterDeath, behind }: LostBesides = { afterDeath: 0, behind: 0 }): string {
  return [
    ...(afterDeath > 0
      ? [`; ${formatCount(afterDeath)} more were dealt before the sender heard of the death`]
      : []),
    ...(behind > 0 ? [`; ${formatCount(behind)} more because the consumer was behind its model`] : []),
  ].join('');
}

function growthWords(results: readonly Result[]): string[] {
  const growth = results.map(result => result.measures.growthRate).find(estimate => estimate !== undefined);
  if (growth === undefined) return [];
  return growth.value > 0
    ? [
        `Unstable: the queue grows by ${formatRate(growth.value)} without end; there is no steady state to report.`,
      ]
    : [
        'On the edge of stability: the servers are just as fast as the arrivals, so there is no steady state to report.',
      ];
}

function samplingWords({ results, comparisons }: Findings): string[] {
  const sojourn = comparisons.find(comparison => comparison.measure === 'meanSojourn');
  const { theory, simulation, twin } = sojourn?.columns ?? {};
  const asked = theory ?? simulation;
  if (!asked || !twin) return [];
  const live = results.find(result => result.live !== undefined)?.live;
  const drawn = live?.disturbed
    ? 'the customers that were drawn and the faults make it'
    : 'the customers that were drawn make it';
  const cause = live?.sharedQueue
    ? ': sampling, and a queue of another topology than the one shared queue that was asked about'
    : live?.disturbed
      ? ''
      : ': sampling, not the queue';
  return [
    `As asked the mean sojourn time is ${formatDuration(asked.value)}; ${drawn} ` +
      `${formatDuration(twin.value)} (${signed(twin.value / asked.value - 1)})${cause}.`,
  ];
}

function theoryWords({ results, comparisons }: Findings): string[] {
  const theory = results.find(result => result.engine === 'theory');
  const simulation = results.find(result => result.engine === 'simulation');
  if (!theory?.model || !simulation) return [];
  const pairs = comparisons.filter(({ columns }) => columns.theory && columns.simulation?.kind === 'sampled');
  if (pairs.length === 0) return [];
  const inside = pairs.filter(({ columns }) => contains(columns));
  const exact = pairs.filter(({ columns }) => columns.theory?.kind === 'exact');
  const how =
    exact.length === pairs.length
      ? 'exact'
      : exact.length === 0
        ? 'an approximation'
        : `exact for ${exact.length} of ${pairs.length} measures`;
  return [
    `Theory (${theory.model}, ${how}) lies inside the simulation's interval in ` +
      `${inside.length} of ${pairs.length} measures (${formatCount(simulation.customers ?? 0, 2)} customers).`,
  ];
}

function contains({ theory, simulation }: Comparison['columns']): boolean {
  return (
    theory !== undefined &&
    simulation?.kind === 'sampled' &&
    simulation.low <= theory.value &&
    theory.value <= simulation.high
  );
}

function thresholdWords({ thresholds }: Findings): string[] {
  const failed = thresholds.filter(threshold => threshold.outcome === 'fail');
  const open = thresholds.filter(threshold => threshold.outcome === 'inconclusive');
  return [
    ...failed.map(({ text }) => `Threshold failed: ${text}.`),
    ...open.map(({ text }) => `Threshold undecided: ${text}.`),
  ];
}

const signed = (fraction: number): string =>
  `${fraction >= 0 ? '+' : '−'}${formatPercent(Math.abs(fraction), 2)}`;
