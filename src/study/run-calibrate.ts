import { scalabilityLaw } from '../engines/theory/formulas/scalability.js';
import type { Levels } from '../ingest/index.js';
import {
  type Calibration,
  type ComparedLevel,
  calibrate,
  closedForm,
} from '../planning/calibration/calibrate.js';
import { type Alike, alike, hasGrown, type Off, offBy } from '../planning/calibration/judgement.js';
import { yamlText } from '../scenario/text/yaml.js';
import { evaluator } from './evaluator.js';
import { growingService } from './growing-service.js';
import { provenance } from './provenance.js';
import type { Provenance } from './study.js';

/** Exact models need none, and documents have one. */
const seed = 1;

/** What `calibrate --json` prints. */
export interface CalibrationReport extends Calibration {
  readonly schema: 1;
  readonly file: string;
  readonly bad: Levels['bad'];
  /** Errors over the levels at which services take as long as calibrated, and over the others. */
  readonly steady: { readonly closed: Off; readonly open: Off };
  readonly grown: { readonly closed: Off; readonly open: Off; readonly growing: Off };
  /** The law fitted where services grow with the load. */
  readonly scalability?: Scalability;
  /** What a model that knows the rate alone cannot tell apart. */
  readonly alike?: Alike;
  readonly provenance: Provenance;
  /** The scenario of the level with the most clients. */
  readonly scenario: string;
}

export interface Scalability {
  /** Throughput of one server, per second. */
  readonly gamma: number;
  readonly sigma: number;
  readonly kappa: number;
  readonly peakWorkers?: number;
  readonly points: readonly { readonly workers: number; readonly throughput: number }[];
}

/**
 * Calibrates a closed model on one level of a table and holds it, and the open one, against the others.
 * @param line of the level to calibrate on; absent: the one with the least load
 * @throws PlanningProblem when that level does not tell enough
 */
export async function runCalibrate(
  { file, levels, bad }: Levels,
  line: number | undefined,
  command: string,
): Promise<CalibrationReport> {
  const first = await calibrate(file, levels, line, evaluator({ workers: 1 }));
  const isGrown = (level: ComparedLevel) => hasGrown(level, first);
  const law = first.levels.some(isGrown) ? fitted(first) : undefined;
  const growing = law && growingService(law, first.calibrated.think);
  const calibration: Calibration = growing
    ? { ...first, levels: first.levels.map(one => ({ ...one, growing: growing(one.level) })) }
    : first;
  const off = (model: 'closed' | 'open' | 'growing', grown: boolean) =>
    offBy(calibration, model, level => isGrown(level) === grown);
  const pair = alike(calibration);
  const [most] = [...levels].sort((a, b) => b.clients - a.clients);
  return {
    schema: 1,
    file,
    bad,
    ...calibration,
    steady: { closed: off('closed', false), open: off('open', false) },
    grown: { closed: off('closed', true), open: off('open', true), growing: off('growing', true) },
    ...(law && { scalability: law }),
    ...(pair && { alike: pair }),
    provenance: provenance(command, seed),
    scenario: yamlText(closedForm(most, first.calibrated)),
  };
}

/** By what one server does alone, and what each number of servers does under the most clients. */
function fitted({ calibrated, levels }: Calibration): Scalability | undefined {
  const most = new Map<number, number>([[1, 1 / calibrated.service]]);
  for (const { level } of [...levels].sort((a, b) => a.level.clients - b.level.clients)) {
    const { servers, clients, throughput } = level;
    if (throughput !== undefined && clients > servers) most.set(servers, throughput);
  }
  if (most.size < 3) return undefined;
  const points = [...most]
    .map(([workers, throughput]) => ({ workers, throughput }))
    .sort((a, b) => a.workers - b.workers);
  return { ...scalabilityLaw.solve({ points }), points };
}
