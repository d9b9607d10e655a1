import type picocolors from 'picocolors';

/** How and how wide to write. */
export interface Page {
  readonly paint: ReturnType<typeof picocolors.createColors>;
  readonly width: number;
}

/** Colours by what they mean; the words say it too. */
export const painted = {
  good: 'green',
  bad: 'red',
  open: 'yellow',
} as const satisfies Record<string, keyof Page['paint']>;
