/** One series of samples, from a scrape or from an answer of the query API. */
export interface Series {
  /** Absent: functions such as rate() take it away. */
  readonly name?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** At least one, in the order of their times. */
  readonly samples: readonly Sample[];
  /** Where it stands, for messages: `metrics.prom:17`. */
  readonly place: string;
}

export interface Sample {
  /** Seconds since 1970, where it is told. */
  readonly time?: number;
  readonly value: number;
}

/** All series of a file. */
export interface Exposition {
  readonly series: readonly Series[];
  /** By name of the metric, where a line says it. */
  readonly units: Readonly<Record<string, string>>;
}
