/** What was chosen, and why, in words. */
export interface Chosen<T> {
  readonly spec: T;
  readonly why: string;
}
