import type { Spike, Upset } from '../../result/recovery.js';
import { parseDuration, parseFraction } from '../../units.js';
import { Problem } from '../problem.js';

/** What throws a queue off, as flags say it. */
export interface UpsetArguments {
  readonly backlog?: string;
  readonly pause?: string;
  readonly spike?: string;
  readonly for?: string;
}

const choices = '--backlog 20000, --pause 10min, or --spike 5x --for 10min';

/** What throws the queue off, by the one flag that says so. @param waiting there by the scenario, if no flag says anything */
export function upsetOf({ backlog, pause, spike, for: lasting }: UpsetArguments, waiting = 0): Upset {
  const given = [backlog, pause, spike].filter(value => value !== undefined);
  if (given.length === 0 && lasting === undefined && waiting > 0)
    return { kind: 'backlog', customers: waiting };
  if (given.length !== 1)
    throw new Problem(
      `${given.length === 0 ? 'nothing to recover from' : 'several things to recover from'}; expected one of ${choices}${given.length === 0 ? ', or a backlog in the scenario' : ''}`,
    );
  if (lasting !== undefined && spike === undefined)
    throw new Problem(`--for ${lasting}: it says how long a --spike lasts, and there is none`);
  if (backlog !== undefined) return { kind: 'backlog', customers: countOf(backlog) };
  if (pause !== undefined) return { kind: 'pause', seconds: positive('pause', pause) };
  if (lasting === undefined) throw new Problem(`--spike ${spike}: how long? Add --for 10min`);
  return spikeOf(spike as string, lasting);
}

export const spikeOf = (spike: string, lasting: string): Spike => ({
  kind: 'spike',
  factor: factorOf(spike),
  seconds: positive('for', lasting),
});

/** A share of the cases. */
export function certaintyOf(text: string): number {
  const parsed = parseFraction(text);
  if (parsed.ok && parsed.value >= 0.5 && parsed.value < 1) return parsed.value;
  throw new Problem(`--certainty ${text}: expected a share from 50% to below 100%, such as 95%`);
}

/** A duration above 0, in seconds. */
export function positive(flag: string, text: string): number {
  const parsed = parseDuration(text);
  if (parsed.ok && parsed.value > 0) return parsed.value;
  throw new Problem(
    `--${flag} ${text}: ${parsed.ok ? 'it is not above 0' : parsed.problem}; expected a duration such as 10min`,
  );
}

const multiples = { '': 1, k: 1e3, M: 1e6 } as const;
const mostCustomers = 1e9;

function countOf(text: string): number {
  const [, digits = '', multiple = ''] = /^\s*(\d[\d_]*(?:\.\d+)?)\s*([kM]?)\s*$/.exec(text) ?? [];
  const count = Number(digits.replaceAll('_', '')) * multiples[multiple as keyof typeof multiples];
  if (digits !== '' && Number.isInteger(count) && count >= 1 && count <= mostCustomers) return count;
  throw new Problem(
    `--backlog ${text}: expected a whole number of customers from 1 to ${mostCustomers}, such as 20000, 200k or 1.5M`,
  );
}

function factorOf(text: string): number {
  const factor = Number(text.trim().replace(/[x×]$/, ''));
  if (Number.isFinite(factor) && factor > 1) return factor;
  throw new Problem(`--spike ${text}: expected how many times as many arrivals, above 1, such as 5x`);
}
