/** Start and end of service of each customer, in the order in which the customers were given. */
export interface SamplePath {
  readonly started: Float64Array;
  readonly finished: Float64Array;
}

export const emptyPath = (count: number): SamplePath => ({
  started: new Float64Array(count),
  finished: new Float64Array(count),
});
