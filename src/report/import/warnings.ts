import type { Inferred } from '../../ingest/index.js';
import { formatNumber } from '../../units.js';
import { plain } from '../content/plain.js';
import { arrivalWarnings } from './arrivals.js';
import { serviceWarnings } from './service.js';

/**
 * The traps that data show.
 * @param declared servers, as the user says
 */
export const warnings = (inferred: Inferred, declared: number | undefined): string[] => [
  ...arrivalWarnings(inferred),
  ...serviceWarnings(inferred),
  ...serverWarnings(inferred, declared),
];

function serverWarnings({ servers: found, file }: Inferred, declared: number | undefined): string[] {
  if (found === undefined) return [];
  const { most, effective, erlangs } = found;
  const ofRate =
    declared !== undefined && erlangs >= declared
      ? [
          `${declared} servers are declared, and ${formatNumber(erlangs)} are busy on average: they would never keep up.`,
        ]
      : [];
  const atOnce =
    declared !== undefined && most && most.servers > declared
      ? [
          `${declared} servers are declared, and ${most.servers} customers are in service at once (first with ${plain(file)}:${most.line}): times that overlap, or more servers.`,
        ]
      : [];
  const likely =
    declared !== undefined && effective !== undefined && effective !== declared
      ? [
          `${declared} servers are declared; played again, the log waits as it did with ${effective}: not all were there all the time, or more were.`,
        ]
      : [];
  return [...ofRate, ...atOnce, ...likely];
}
