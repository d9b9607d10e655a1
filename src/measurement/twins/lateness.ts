/** What machine and network do to the moments of the model, for each customer; seconds. */
export interface Lateness {
  /** From its arrival until it was really under way to the queue. */
  readonly sending: Float64Array;
  /** From the end of its service until its server really asked for the next. */
  readonly asking: Float64Array;
}
