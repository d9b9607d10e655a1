import type { AnswerRecord, Ledger, LiveRecord, PayloadRecord, Result } from '../../result/result.js';
import { guaranteeInWords, topologyInWords } from '../../result/topology.js';
import { againInWords } from '../../study/again-in-words.js';
import type { Study, ThresholdOutcome } from '../../study/study.js';
import { formatBytes, formatCount, formatDuration, formatNumber, formatPercent } from '../../units.js';
import { columnTitles, resultsInOrder } from './columns.js';
import { formatEstimate } from './estimate.js';
import { measureLabel } from './measure-label.js';
import { plain, sentence } from './plain.js';
import { priceInWords } from './price.js';

/** A line of the small print: what, and its value. */
export type Fact = readonly [what: string, value: string];

/** How the numbers came about and how to get them again. */
export function factsOf(study: Study): Fact[] {
  const { provenance } = study;
  const price = priceInWords(study);
  return [
    ...(price === undefined ? [] : [['price', price] as const]),
    ['command', plain(provenance.command, 2000)],
    ['seed', String(provenance.seed)],
    ['version', plain(`${provenance.tool} ${provenance.version}, Node.js ${provenance.node}`)],
    [
      'machine',
      plain(
        `${provenance.cpu}, ${provenance.cores} core${provenance.cores === 1 ? '' : 's'}, ${provenance.platform}`,
      ),
    ],
    ...resultsInOrder(study).flatMap(result => [...simulationFacts(result), ...liveFacts(result)]),
  ];
}

function simulationFacts({ simulation }: Result): Fact[] {
  if (simulation === undefined) return [];
  const { customers, droppedCustomers, replications, algorithm, precision, reached, duration } = simulation;
  const runs =
    duration === undefined
      ? `${replications} replications (${algorithm}), ${formatCount(droppedCustomers)} dropped as warm-up`
      : `${replications} runs of ${formatDuration(duration)} from the start`;
  return [
    [
      'simulation',
      `${formatCount(customers)} customers in ${runs}; ` +
        `precision ${formatPercent(precision)} ${reached ? 'reached' : 'not reached'}`,
    ],
  ];
}

function liveFacts({ live }: Result): Fact[] {
  if (live === undefined) return [];
  const { ledger, answers, payload, services } = live;
  const attempts = `${live.attempts} attempt${live.attempts === 1 ? '' : 's'}`;
  const priority = live.realTime ? `, at real-time priority (${live.realTime})` : '';
  return [
    [
      'real queue',
      plain(
        `${live.software}; ${deliveryOf(live)}${live.consumers} consumer${live.consumers === 1 ? '' : 's'}, ${live.service} services, ` +
          `${formatCount(live.messages)} messages in ${formatDuration(live.seconds)}, ${attempts}${live.partial ? ', partial' : ''}${priority}, begun ${live.startedAt}`,
      ),
    ],
    [
      'messages',
      `${formatCount(ledger.sent)} sent, ${formatCount(ledger.received)} received, ${formatCount(ledger.acknowledged)} acknowledged, ${lostOf(live)}, ` +
        `${formatCount(ledger.duplicated)} duplicated${againOf(live)}, ${formatCount(ledger.outOfOrder)} out of order${sufferedOf(ledger)}`,
    ],
    ...(services ? [servicesFact(services)] : []),
    ...(payload ? [payloadFact(payload)] : []),
    ...(answers ? [answerFact(answers)] : []),
  ];
}

const payloadFact = ({ smallest, mean, largest, bytesPerSecond }: PayloadRecord): Fact => [
  'payload',
  `${smallest === largest ? '' : `${formatBytes(smallest)} to ${formatBytes(largest)}, `}${formatBytes(mean)} ${smallest === largest ? 'each' : 'on average'}; ` +
    `${formatBytes(bytesPerSecond)}/s through the queue`,
];

const servicesFact = ({ asked, given }: NonNullable<LiveRecord['services']>): Fact => [
  'services',
  `${formatDuration(given.mean)} on average, squared coefficient of variation ${formatNumber(given.scv, 3)}; ` +
    `asked for ${formatDuration(asked.mean)} and ${formatNumber(asked.scv, 3)}, each by work that takes an idle core so long`,
];

const answerFact = ({ clients, meanWay, overtaken }: AnswerRecord): Fact => [
  'clients',
  `${formatCount(clients)} client${clients === 1 ? '' : 's'} think from the end of each service; word of it came ${formatDuration(meanWay)} later on average, ` +
    `and ${formatPercent(overtaken)} of the thinking was shorter than that, so that the next message was late`,
];

const lostOf = ({ ledger, disturbed }: LiveRecord): string =>
  `${formatCount(ledger.lost)} lost${disturbed?.predictedLost === undefined ? '' : ` (${formatCount(disturbed.predictedLost)} predicted)`}`;

const againOf = ({ disturbed }: LiveRecord): string => (disturbed ? againInWords(disturbed) : '');

/** What only happens where something went wrong. */
function sufferedOf({
  redelivered = 0,
  failed = 0,
  deadLettered = 0,
  turnedAway = 0,
  cameAgain = 0,
}: Ledger): string {
  const counts = {
    'sent again for want of room': cameAgain,
    'turned away': turnedAway,
    'delivered again': redelivered,
    'failed works': failed,
    'dead letters': deadLettered,
  };
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `, ${formatCount(count)} ${what}`)
    .join('');
}

const deliveryOf = ({ topology, guarantee }: LiveRecord): string =>
  topology && guarantee ? `${topologyInWords(topology)}, ${guaranteeInWords[guarantee]}; ` : '';

export interface WarningLine {
  readonly from: string;
  readonly message: string;
  readonly advice?: string;
}

/** What a reader of the numbers must know. Failed checks are not in it: they stand with the other checks. */
export const warningsOf = (study: Study): WarningLine[] =>
  resultsInOrder(study).flatMap(({ engine, warnings }) =>
    warnings
      .filter(({ code }) => code !== 'failed-check')
      .map(({ message, advice }) => ({
        from: columnTitles[engine],
        message: sentence(message),
        ...(advice !== undefined && { advice: sentence(advice) }),
      })),
  );

/** `610 ± 20 ms, simulation`: what a threshold was judged by. */
export function judgedBy(
  { engine, value }: ThresholdOutcome,
  measure: string | undefined,
): string | undefined {
  if (engine === undefined || value === undefined) return undefined;
  return `${formatEstimate(measureLabel(measure ?? '').unit, value)}, ${columnTitles[engine]}`;
}

/** The measure that each threshold of the study speaks of, in the same order. */
export const thresholdMeasures = ({ scenario, thresholds }: Study): (string | undefined)[] =>
  thresholds.map(({ text }) => scenario.thresholds?.find(threshold => threshold.text === text)?.measure);
