/**
 * Who came, began to be served and left in a stretch of time: of each moment the seconds from it to the end of the
 * stretch, added up. The areas under the numbers of customers follow from these sums alone, whoever came when.
 */
export class Flow {
  come = 0;
  begun = 0;
  gone = 0;

  /** Area under the number in the system. */
  get number(): number {
    return this.come - this.gone;
  }

  /** Area under the number in the line. */
  get line(): number {
    return this.come - this.begun;
  }
}
