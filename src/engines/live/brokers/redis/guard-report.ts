/** What the guard of a Redis server of our own tells. */
export type GuardReport =
  | { readonly kind: 'ready'; readonly port: number; readonly pid: number; readonly folder: string }
  | { readonly kind: 'failed'; readonly reason: string };
