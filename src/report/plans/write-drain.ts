import type { DrainReport } from '../../study/run-drain.js';
import { drainCurve } from '../charts/drain-curve.js';
import { upsetInWords } from '../content/upset.js';
import type { ImageKind } from '../png/drawing.js';
import { writePlan } from './write-plan.js';

/** Writes the recovery below the scenario's results, document and chart. @returns the paths, and what could not be made */
export const writeDrain = (report: DrainReport, out: string, kind: ImageKind = 'png') =>
  writePlan(
    report,
    {
      name: 'backlog',
      about: `Who waits after ${upsetInWords(report.upset)}`,
      config: drainCurve(report),
    },
    { plan: 'drain', scenario: report.scenario.name, out, kind },
  );
