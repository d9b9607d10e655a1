import type { Calibration, ComparedLevel, Predicted } from './calibrate.js';

/** How far a model is off, over the levels that it can be held to. */
export interface Off {
  readonly levels: number;
  /** Largest relative error; absent: nothing was measured. */
  readonly throughput?: number;
  /** Of waits of some length beside the service. */
  readonly wait?: number;
  /** Levels at which it has no steady state; they have no error. */
  readonly withoutEnd?: number;
}

/** Two levels that are all but one to a model that knows the rate alone. */
export interface Alike {
  readonly few: ComparedLevel;
  readonly many: ComparedLevel;
}

/** Services that take this much longer than at the calibrated level have grown with the load. */
const grown = 1.2;
/** Shorter waits, beside the service, are not held to a relative error. */
const worthwhile = 0.4;

/** Whether the service of a level is longer than the calibrated one. */
export const hasGrown = ({ service }: ComparedLevel, { calibrated }: Calibration): boolean =>
  service !== undefined && service > grown * calibrated.service;

/** The largest errors of a model over some levels, that of the calibration left out. */
export function offBy(
  calibration: Calibration,
  model: 'closed' | 'open' | 'growing',
  among: (level: ComparedLevel) => boolean,
): Off {
  const { from, calibrated, levels } = calibration;
  const judged = levels.filter(one => one.level !== from && among(one));
  const errors = (name: keyof Predicted) =>
    judged.flatMap(one => {
      const measured = one.level[name];
      const predicted = one[model]?.[name];
      if (measured === undefined || (name === 'wait' && measured < worthwhile * calibrated.service))
        return [];
      return predicted === undefined ? [] : [Math.abs(predicted / measured - 1)];
    });
  const worst = (all: readonly number[]) => (all.length > 0 ? Math.max(...all) : undefined);
  const withoutEnd = judged.filter(
    one => one.level.throughput !== undefined && one[model]?.wait === undefined,
  );
  const [throughput, wait] = [worst(errors('throughput')), worst(errors('wait'))];
  return {
    levels: judged.length,
    ...(throughput !== undefined && { throughput }),
    ...(wait !== undefined && { wait }),
    ...(withoutEnd.length > 0 && { withoutEnd: withoutEnd.length }),
  };
}

/** The pair of levels with the same servers whose throughputs differ least for what their waits do. */
export function alike({ levels }: Calibration): Alike | undefined {
  const pairs = levels.flatMap(few =>
    levels.flatMap(many => {
      const [a, b] = [few.level, many.level];
      const same = a.servers === b.servers && a.clients < b.clients;
      if (!same || a.throughput === undefined || b.throughput === undefined || !a.wait || !b.wait) return [];
      const apart = Math.abs(b.throughput / a.throughput - 1);
      return apart < 0.05 && b.wait > 3 * a.wait ? [{ few, many, factor: b.wait / a.wait }] : [];
    }),
  );
  const [found] = pairs.sort((a, b) => b.factor - a.factor);
  return found && { few: found.few, many: found.many };
}
