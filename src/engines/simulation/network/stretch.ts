import { column, type Ledger } from '../ledger.js';

/**
 * A stretch of time at one station, for Little's law: what was counted in it goes beside what the books, kept from the
 * times of customers, tell of the same time. All classes together, in the first of their ledgers.
 */
export class Stretch {
  private readonly ledgers: readonly Ledger[];
  private readonly batch: number;
  /** What the books have that is not of this stretch. */
  private readonly before: { readonly line: number; readonly number: number };

  constructor(ledgers: readonly Ledger[], batch: number) {
    this.ledgers = ledgers;
    this.batch = batch;
    this.before = this.told;
  }

  /**
   * The areas as counted; the books are closed.
   *
   * @param line absent where those who wait stand in no line of which one could count the length
   */
  end(number: number, line?: number): void {
    const { before, told, batch } = this;
    const [{ sums, width }] = this.ledgers;
    const base = batch * width;
    sums[base + column.countedNumber] += number;
    sums[base + column.toldNumber] += told.number - before.number;
    if (line === undefined) return;
    sums[base + column.countedLine] += line;
    sums[base + column.toldLine] += told.line - before.line;
  }

  private get told(): { line: number; number: number } {
    let line = 0;
    let busy = 0;
    for (const ledger of this.ledgers) {
      line += ledger.sum(this.batch, 'queueArea');
      busy += ledger.sum(this.batch, 'busyArea');
    }
    return { line, number: line + busy };
  }
}
