import CliTable from 'cli-table3';

export interface Grid {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly aligns: readonly ('left' | 'right')[];
  /** Spaces between the columns. */
  readonly gap: number;
}

/** Aligned columns without lines, a line of text for each row. */
export function grid({ head, rows, aligns, gap }: Grid): string[] {
  const drawing = new CliTable({
    head: [...head],
    chars: frame(gap),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: [...aligns],
  });
  for (const row of rows) drawing.push([...row]);
  return drawing
    .toString()
    .split('\n')
    .map(line => line.trimEnd());
}

/** No lines, only room between the columns. */
const frame = (gap: number) => ({
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '' },
  middle: ' '.repeat(gap),
});
