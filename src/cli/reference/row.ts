import type { Comparison, Judgement, ReferenceCase } from '../../study/reference.js';

/**
 * One line for a case: the outcome, and the value that comes nearest to failing, or each one that failed, with
 * what was expected and how far from it a value may lie.
 */
export function referenceRow({ id, tolerance }: ReferenceCase, judgement: Judgement): string {
  const start = `${judgement.outcome.padEnd(11)} ${id}`;
  if (judgement.outcome === 'unsupported') return `${start}: ${judgement.reason}`;
  const allowed = ({ expected }: Comparison): number => tolerance.abs + tolerance.rel * Math.abs(expected);
  const used = (c: Comparison): number => Math.abs(c.value - c.expected) / allowed(c);
  const { comparisons } = judgement;
  const shown = comparisons.some(({ passed }) => !passed)
    ? comparisons.filter(({ passed }) => !passed)
    : comparisons.reduce<Comparison[]>(
        (worst, c) => (worst.length > 0 && used(worst[0]) >= used(c) ? worst : [c]),
        [],
      );
  const values = shown.map(
    c => `${c.metric} ${c.value}, expected ${c.expected} ± ${allowed(c).toExponential(1)}`,
  );
  return `${start} (${comparisons.length} values): ${values.join('; ')}`;
}
