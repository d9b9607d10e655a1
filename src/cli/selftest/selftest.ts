import { selftest as runSelftest, type SelftestReport, type SelftestRow } from '../../study/selftest.js';
import { formatNumber, formatPercent } from '../../units.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { interruptible } from '../interrupt.js';
import { print } from '../output.js';
import { Problem } from '../problem.js';
import { checkedWorkers } from '../run/settings.js';
import type { SelftestArguments } from './arguments.js';

/** Fewer customers than this tell nothing, more take all day. */
const [fewest, most] = [1e5, 1e9];

/** `sojourn selftest`: a row for each case as it ends, and the verdict. */
export async function selftest(args: SelftestArguments): Promise<ExitCode> {
  const workers = checkedWorkers(args.workers);
  const customers = countOf(args.customers);
  if (!Number.isSafeInteger(args.seed)) throw new Problem(`--seed ${args.seed}: expected a whole number`);
  const { signal, dispose } = interruptible();
  const report = await runSelftest({
    seed: args.seed,
    customers,
    workers,
    signal,
    ...(!args.json && { onRow: (row: SelftestRow) => print(inOneLine(row)) }),
  }).finally(dispose);
  if (report === undefined) return exitCode.interrupted;
  print(args.json ? JSON.stringify(report, null, 2) : verdict(report));
  return report.outcome === 'passed' ? exitCode.done : exitCode.internal;
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= fewest && count <= most) return count;
  throw new Problem(`--customers ${text}: expected a whole number from ${fewest} to ${most}`);
}

/** What failed, or else the value that came nearest to it. */
function inOneLine({ id, about, outcome, comparisons }: SelftestRow): string {
  const failed = comparisons.filter(comparison => comparison.outcome === 'failed');
  const worst = [...comparisons].sort((a, b) => b.strain - a.strain).slice(0, 1);
  const values = (failed.length > 0 ? failed : worst).map(
    ({ metric, value, expected, strain }) =>
      `${metric} ${formatNumber(value, 5)}, expected ${formatNumber(expected, 5)} (${formatPercent(strain, 2)} of what is allowed)`,
  );
  return `${outcome}  ${id.padEnd(24)} ${comparisons.length} values, ${about}\n        ${values.join('; ')}`;
}

function verdict({ outcome, rows, values, seed, falseAlarm }: SelftestReport): string {
  const failed = rows.filter(row => row.outcome === 'failed').length;
  const said =
    outcome === 'passed'
      ? `all ${rows.length} cases passed`
      : `${failed} of ${rows.length} cases failed: do not trust this installation`;
  return `${said} (${values} values, seed ${seed}; over all seeds a sound simulator fails once in ${formatNumber(1 / falseAlarm)} at most)`;
}
