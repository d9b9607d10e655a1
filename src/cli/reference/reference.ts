import { readFileSync } from 'node:fs';
import { type Referee, type ReferenceCase, referees, referenceCases } from '../../study/reference.js';
import { print } from '../output.js';
import { Problem } from '../problem.js';
import { referenceRow } from './row.js';
import { simulationRow } from './simulation-row.js';

export interface ReferenceArguments {
  readonly cases: string;
  readonly engine: string;
}

/** Prints a row for each case and the totals; 1 when a case failed, else 0. */
export async function reference({ cases: path, engine }: ReferenceArguments): Promise<number> {
  if (!Object.hasOwn(referees, engine)) {
    throw new Problem(`--engine ${engine}: expected one of ${Object.keys(referees).join(', ')}`);
  }
  const cases = read(path);
  const judge = referees[engine as Referee](cases);
  const totals: Record<string, number> = { passed: 0, failed: 0, unsupported: 0 };
  if (engine === 'simulation') totals.inconclusive = 0;
  for (const given of cases) {
    const judgement = await judge(given);
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

function read(path: string): readonly ReferenceCase[] {
  try {
    return referenceCases(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Problem(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
