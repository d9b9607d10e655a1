import { readFileSync } from 'node:fs';
import { type Referee, type ReferenceCase, referees, referenceCases } from '../../study/reference.js';
import { print } from '../output.js';
import { Problem } from '../problem.js';
import { referenceRow } from './row.js';

export interface ReferenceArguments {
  readonly cases: string;
  readonly engine: string;
}

/** Prints a row for each case and the totals; 1 when a case failed, else 0. */
export function reference({ cases: path, engine }: ReferenceArguments): number {
  if (!Object.hasOwn(referees, engine)) {
    throw new Problem(`--engine ${engine}: expected one of ${Object.keys(referees).join(', ')}`);
  }
  const totals = { passed: 0, failed: 0, unsupported: 0 };
  for (const given of read(path)) {
    const judgement = referees[engine as Referee](given);
    totals[judgement.outcome]++;
    print(referenceRow(given, judgement));
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
