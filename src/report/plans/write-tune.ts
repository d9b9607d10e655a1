import type { TuneReport } from '../../study/run-tune.js';
import { tunedSettings } from '../charts/tuned-settings.js';
import type { ImageKind } from '../png/drawing.js';
import { writePlan } from './write-plan.js';

/** Writes the settings below the scenario's results, document and chart. @returns the paths, and what could not be made */
export const writeTune = (report: TuneReport, out: string, kind: ImageKind = 'png') =>
  writePlan(
    report,
    {
      name: 'settings',
      about: 'The mean sojourn time of each setting against its servers or their price',
      config: tunedSettings(report),
    },
    { plan: 'tune', scenario: report.scenario.name, out, kind },
  );
