import type { StaffReport } from '../../study/run-staff.js';
import { staffing } from '../charts/staffing.js';
import type { ImageKind } from '../png/drawing.js';
import { writePlan } from './write-plan.js';

/** Writes the staffing below the scenario's results, document and chart. @returns the paths, and what could not be made */
export const writeStaff = (report: StaffReport, out: string, kind: ImageKind = 'png') =>
  writePlan(
    report,
    {
      name: 'staffing',
      about: 'The servers of each interval, the load of its arrivals, and the share of those who wait',
      config: staffing(report),
    },
    { plan: 'staff', scenario: report.scenario.name, out, kind },
  );
