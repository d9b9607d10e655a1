/** Memory that a consumer shares with the thread that burns its services. */
export interface BurnMemory {
  /** One of `burnOrder`. */
  readonly order: Int32Array;
  /** What to burn: seconds of the processor as it was calibrated. */
  readonly seconds: Float64Array;
}

export const burnOrder = { calibrate: 0, rest: 1, burn: 2, end: 3 } as const;
