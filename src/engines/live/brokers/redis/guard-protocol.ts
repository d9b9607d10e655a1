/** What the guard of our own servers tells. */
export type GuardReport =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'ready'; readonly name: string; readonly pid: number }
  /** It was killed because we wanted it. */
  | { readonly kind: 'killed'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly reason: string };

/** What the guard is told; it ends with all its servers when its line to us breaks, too. */
export type GuardOrder =
  | { readonly kind: 'end' }
  | { readonly kind: 'kill'; readonly name: string }
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly options: readonly string[];
      /** Lines of a file of configuration that the server may write to; absent where it needs none. */
      readonly configuration?: readonly string[];
    };
