/** Memory that the alarms share with their thread. */
export interface AlarmMemory {
  /** [0] counts changes of the deadlines; [1] is 1 when the thread is to end. */
  readonly control: Int32Array;
  /** By consumer: 1 when its deadline has come. */
  readonly state: Int32Array;
  /** By consumer, seconds on the monotonic clock; Infinity when it waits for nothing. */
  readonly deadline: Float64Array;
  /** The deadline for which the thread sleeps. */
  readonly target: Float64Array;
  /** Seconds before a deadline at which its consumer is called. */
  readonly lead: Float64Array;
}
