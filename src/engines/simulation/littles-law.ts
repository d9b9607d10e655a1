import type { LittlesLaw } from '../../result/result.js';
import type { column } from './ledger.js';
import { type Books, ledgerIndex } from './network/books.js';
import type { ReplicationLedgers } from './team.js';

/** Two sums of the same times in another order differ by less, as a share of them. */
const rounding = 1e-6;
/** A line in which next to nobody waits is the difference of two large areas: it is taken for this share of the number. */
const leastLine = 1e-3;

/**
 * Little's law on what was simulated, exactly (J. D. C. Little, "A proof for the queuing formula L = λW", Operations
 * Research 9, 1961; over a stretch of finite length it is a sum taken in two ways): the area under the number at a
 * station, as counted event by event, is the time that customers were there, those who came before the stretch or left
 * after it with the part that lies in it. The same of the line and the waits, where customers wait in one. Work on lease is
 * left out: its deliveries come and go without being customers.
 *
 * @throws where it does not hold: that is a defect of the simulator, and nothing that it says can be trusted.
 */
export function littlesLaw(books: Books, ledgers: readonly ReplicationLedgers[]): LittlesLaw {
  const told = books.stations.flatMap((name, station) => {
    const place = ledgerIndex(books, station, 0);
    const number = compared(ledgers, place, 'Number');
    const line = compared(ledgers, place, 'Line');
    if (number.area === 0) return [];
    const ofNumber = { what: `the number at "${name}"`, difference: number.apart / number.area };
    if (line.area === 0) return [ofNumber];
    const difference = line.apart / Math.max(line.area, leastLine * number.area);
    return [ofNumber, { what: `the line of "${name}"`, difference }];
  });
  const worst = told.reduce((most, { difference }) => Math.max(most, difference), 0);
  const broken = told.find(({ difference }) => !(difference <= rounding));
  if (broken !== undefined)
    throw new Error(
      `Little's law does not hold for ${broken.what}: counted event by event it differs by ${broken.difference.toPrecision(3)} of itself from what the times of customers make of it. This is a defect of the simulator; please report it with the scenario.`,
    );
  return { compared: told.length, worst };
}

/** Replication by replication, so that no difference makes up for another. */
function compared(
  ledgers: readonly ReplicationLedgers[],
  place: number,
  of: 'Number' | 'Line',
): { area: number; apart: number } {
  let area = 0;
  let apart = 0;
  for (const replication of ledgers) {
    const counted = sumOf(replication, place, `counted${of}`);
    const told = sumOf(replication, place, `told${of}`);
    area += Math.max(Math.abs(counted), Math.abs(told));
    apart += Math.abs(counted - told);
  }
  return { area, apart };
}

function sumOf(replication: ReplicationLedgers, place: number, name: keyof typeof column): number {
  let sum = 0;
  for (let batch = 0; batch < replication[place].capacity; batch++)
    sum += replication[place].sum(batch, name);
  return sum;
}
