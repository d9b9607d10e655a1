import { readFileSync } from 'node:fs';
import { type Referee, type ReferenceCase, referees, referenceCases } from '../../study/reference.js';
import { parseDuration } from '../../units.js';
import { print, say } from '../output.js';
import { Problem } from '../problem.js';
import { checkedWorkers } from '../run/settings.js';
import { referenceRow } from './row.js';
import { simulationRow } from './simulation-row.js';

export interface ReferenceArguments {
  readonly cases: string;
  readonly engine: string;
  readonly workers: number;
  readonly limit: string;
}

/** Prints a row for each case and the totals; 1 when a case failed, else 0. */
export async function reference(args: ReferenceArguments): Promise<number> {
  const { cases: path, engine } = args;
  const workers = checkedWorkers(args.workers);
  const limit = limitOf(args.limit);
  if (!Object.hasOwn(referees, engine)) {
    throw new Problem(`--engine ${engine}: expected one of ${Object.keys(referees).join(', ')}`);
  }
  const cases = read(path);
  const judge = referees[engine as Referee](cases);
  const totals: Record<string, number> = { passed: 0, failed: 0, unsupported: 0 };
  if (engine === 'simulation') totals.inconclusive = 0;
  for (const [i, given] of cases.entries()) {
    if (engine === 'simulation') say(`${i + 1} of ${cases.length}: ${given.id}`);
    const judgement = await judge(given, { workers, signal: AbortSignal.timeout(limit * 1000) });
    totals[judgement.outcome]++;
    print('untold' in judgement ? simulationRow(given, judgement) : referenceRow(given, judgement));
  }
  print(
    Object.entries(totals)
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(', '),
  );
  return totals.failed > 0 ? 1 : 0;
}

function limitOf(text: string): number {
  const limit = parseDuration(text);
  if (limit.ok && limit.value > 0) return limit.value;
  throw new Problem(`--limit ${text}: expected a time above 0, such as 30s`);
}

function read(path: string): readonly ReferenceCase[] {
  try {
    return referenceCases(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Problem(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
