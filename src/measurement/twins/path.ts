/** Start and end of service of each customer, in the order in which the customers were given; NaN where there was none. */
export interface SamplePath {
  readonly started: Float64Array;
  readonly finished: Float64Array;
}

/**
 * A queue that is told of its customers in order of arrival, and says of each at once when its service begins: nobody
 * who comes later changes that.
 *
 * @param arrival seconds, not before that of the customer before
 * @param customer its number, where it matters who it is
 * @returns seconds; NaN for a customer that is turned away
 */
export type Recursion = (arrival: number, service: number, customer: number) => number;

/** What a queue does with customers whose arrivals are known. @param arrivals seconds, non-decreasing */
export function through(queue: Recursion, arrivals: Float64Array, services: Float64Array): SamplePath {
  const started = arrivals.map((arrival, i) => queue(arrival, services[i], i));
  return { started, finished: started.map((start, i) => start + services[i]) };
}

export const emptyPath = (count: number): SamplePath => ({
  started: new Float64Array(count),
  finished: new Float64Array(count),
});
