/** What the exit code says; scripts rely on it. */
export const exitCode = {
  done: 0,
  /** Usage, or an invalid scenario. */
  usage: 2,
  thresholdFailed: 3,
  inconclusive: 4,
  /** The live run failed its own checks. */
  notComparable: 5,
  /** Broker unavailable, or lost in mid-run. */
  broker: 6,
  internal: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

const gravest: readonly ExitCode[] = [130, 70, 2, 6, 5, 3, 4, 0];

/** The code for several outcomes together: that of the gravest. */
export const worstOf = (codes: readonly ExitCode[]): ExitCode =>
  gravest.find(code => codes.includes(code)) ?? exitCode.done;
