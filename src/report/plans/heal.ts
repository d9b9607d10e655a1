import picocolors from 'picocolors';
import type { Phases } from '../../result/aftermath.js';
import type { HealReport } from '../../study/run-heal.js';
import { formatDuration, formatNumber, formatPercent, formatRate } from '../../units.js';
import { formatCompactEstimate } from '../content/estimate.js';
import { upsetInWords } from '../content/upset.js';
import { grid } from '../terminal/grid.js';
import { wrapped } from '../terminal/wrap.js';
import { shareOf } from './number.js';
import type { PlanPage } from './size.js';

/** What a spike leaves behind, for a terminal: the verdict, before, during and after it, and up to which load it heals. */
export function renderHeal(report: HealReport, { colour, width, next }: PlanPage): string {
  const paint = picocolors.createColors(colour);
  const text = (line: string) => wrapped(line, { width: Math.max(40, width) });
  const sections = [
    text(verdict(report)).map(paint.bold),
    table(report, paint.bold),
    limits(report).flatMap(text),
    next.map((command, i) => `${i === 0 ? 'Next:' : '     '} ${command}`),
  ];
  return `${sections.flatMap(lines => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function verdict({ outcome, spike, now }: HealReport): string {
  const { healed, runs, goodput, backAfter, amplification } = now.aftermath;
  const what = upsetInWords(spike);
  const rate = (phase: keyof Phases) => formatRate(goodput[phase].value);
  if (outcome === 'heals') {
    const soon = backAfter === undefined ? '' : `, ${formatDuration(backAfter.value)} after it on average`;
    return `It heals by itself: after ${what} as much is done as before (${rate('before')})${soon} (in ${runs} of ${runs} runs, so in ${formatPercent(healed.low, 2)} of cases at least).`;
  }
  const after = `${formatDuration(now.watch)} after the spike`;
  if (outcome === 'never')
    return `It does not heal by itself: ${after} of ${what} ${rate('after')} get what they came for, where ${rate('before')} did before, and each tries ${formatNumber(amplification.after.value, 2)} times (in ${runs} of ${runs} simulated runs).`;
  return `It does not always heal by itself: ${after} of ${what} it has in ${shareOf(healed)} of ${runs} simulated runs.`;
}

function table({ now }: HealReport, bold: (text: string) => string): string[] {
  const { goodput, amplification } = now.aftermath;
  const phases = ['before', 'during', 'after'] as const;
  return grid({
    head: ['', ...phases.map(phase => (phase === 'during' ? 'in the spike' : `${phase} it`))].map(bold),
    rows: [
      ['goodput', ...phases.map(phase => formatCompactEstimate('rate', goodput[phase]))],
      ['attempts a customer', ...phases.map(phase => formatCompactEstimate('count', amplification[phase]))],
    ],
    aligns: ['left', 'right', 'right', 'right'],
    gap: 3,
  });
}

/** Stable, vulnerable, unstable: the rates that part them. */
function limits(report: HealReport): string[] {
  const { healsUpTo, failsAt, alwaysBelow, saturation, maxAttempts, now } = report;
  const at = (rate: number) => `${formatRate(rate)} (utilisation ${formatPercent(rate / saturation, 2)})`;
  const tips = `From ${formatRate(saturation)} on the queue grows without any spike.`;
  if (maxAttempts === 1) return [`Nobody tries again, so nothing keeps a queue long. ${tips}`];
  const fails = failsAt === undefined ? '' : `, and not always at ${at(failsAt)}`;
  const place =
    now.outcome === 'heals' && now.arrivalRate > alwaysBelow
      ? ` At the ${formatRate(now.arrivalRate)} of now a longer or higher spike may still do so.`
      : '';
  return [
    `From this spike it heals up to ${at(healsUpTo)}${fails}. Below ${formatRate(alwaysBelow)} no spike can make it last, for there even ${formatNumber(maxAttempts)} attempts of everyone can be served.${place} ${tips}`,
  ];
}
