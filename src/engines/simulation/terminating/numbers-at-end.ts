import type { Scenario } from '../../../scenario/type.js';
import { Ledger } from '../ledger.js';
import { booksOf, shapesOf } from '../network/books.js';
import { NetworkRun } from '../network/network-run.js';
import { originOf } from '../setup.js';

/** Runs between two looks at the event loop. */
const breath = 256;

export interface NumbersOptions {
  /** Told after some runs of the numbers so far; whether they are enough. */
  readonly enough: (numbers: readonly number[]) => boolean;
  readonly signal?: AbortSignal;
}

/**
 * How many customers are in the stations `duration` seconds after the start, run by run: independent numbers, so that
 * whatever is asked of that moment, steady state or not, has an interval.
 */
export async function numbersAtEnd(
  scenario: Scenario,
  duration: number,
  { enough, signal }: NumbersOptions,
): Promise<readonly number[]> {
  const origin = originOf(scenario);
  // Nobody reads them, so all runs write into the same.
  const ledgers = shapesOf(booksOf(scenario)).map(shape => Ledger.of(1, shape));
  const numbers: number[] = [];
  while (!signal?.aborted && !enough(numbers)) {
    for (let i = 0; i < breath; i++) {
      const run = new NetworkRun(scenario, scenario.run.seed, numbers.length, origin);
      run.advance(ledgers, 0, 0, duration);
      numbers.push(run.present);
    }
    await new Promise(resolve => setTimeout(resolve, 0));
  }
  return numbers;
}
