import { type Inferred, isCoarse } from '../../ingest/index.js';
import { formatDuration, formatNumber, formatPercent, formatRate } from '../../units.js';

/** How customers came, line by line. */
export function arrivalLines({ arrivals: found }: Inferred): string[] {
  if (found === undefined) return ['arrivals: not told'];
  const { rate, span, scv, dispersion, by, overTime } = found;
  const clock =
    by === undefined || by === 'arrived' ? '' : ` (by the time they ${by}: when they arrived is not known)`;
  const over = span === undefined ? '' : ` over ${formatDuration(span)}`;
  const gaps = scv === undefined ? '' : `, scv of the gaps ${formatNumber(scv)}`;
  const scales = dispersion.map(({ window, index }) => `${formatNumber(index)} at ${formatDuration(window)}`);
  return [
    `arrivals: ${formatRate(rate)}${over}${clock}${gaps}`,
    ...(scales.length > 0 ? [`index of dispersion: ${scales.join(', ')} (1 for Poisson arrivals)`] : []),
    ...(overTime
      ? [
          `by ${formatDuration(overTime.width)}: the busiest ${formatNumber(overTime.busiest)} times the mean, the quietest ${formatNumber(overTime.quietest)}; counts vary ${formatNumber(overTime.index)} times as much as Poisson ones: the rate ${overTime.changes ? 'changes' : 'stays'}`,
        ]
      : []),
  ];
}

/** Whether customers come from outside or are clients who come again. */
export function populationLines({ population: found }: Inferred): string[] {
  if (found === undefined) return [];
  const { verdict, mostPresent, evidence, clients, think = 0 } = found;
  const sure = `the evidence is ${formatNumber(Math.abs(evidence), 2)}, beyond 15 is sure`;
  const most = `at most ${mostPresent} present`;
  if (verdict === 'closed')
    return [
      `closed: arrivals slow down as customers are present, as those of ${clients} clients do who think ${formatDuration(think)} between an answer and the next request (${most}; ${sure})`,
    ];
  return verdict === 'open'
    ? [`open: arrivals come as often whoever is present (${most}; ${sure})`]
    : [`open or closed: cannot say (${most})`];
}

/** Traps in how customers came. */
export function arrivalWarnings({ arrivals: found }: Inferred): string[] {
  if (found === undefined) return [];
  const { together = 0, tick, rate, dispersion, overTime } = found;
  const last = dispersion.at(-1);
  const coarse = tick !== undefined && isCoarse(tick, rate);
  return [
    ...(coarse
      ? [
          `All times are multiples of ${formatDuration(tick)}, where ${formatNumber(tick * rate)} customers come in one: the clock is too coarse to tell how they cluster${together > 0.05 ? ` (${formatPercent(together)} seem to come together)` : ''}.`,
        ]
      : together > 0.05
        ? [
            `${formatPercent(together)} of the arrivals have the very time of the one before: batches, or a clock too coarse to tell.`,
          ]
        : []),
    ...(overTime?.changes
      ? [
          `The rate changes over the time (${formatNumber(overTime.busiest)} times the mean when busiest): a formula with the mean rate promises too short waits.`,
        ]
      : last && last.index > 2
        ? [
            `The counts in windows of ${formatDuration(last.window)} vary ${formatNumber(last.index)} times as much as Poisson arrivals (the busiest holds ${formatNumber(last.busiest)} times the mean): bursts or a rate that changes. A formula for steady independent arrivals promises too short waits; --replay keeps them.`,
          ]
        : []),
  ];
}
