import type { Level } from '../../ingest/index.js';
import type { Result } from '../../result/result.js';
import { parseScenario } from '../../scenario/load.js';
import { durationText, rateText } from '../../scenario/text/quantities.js';
import { yamlText } from '../../scenario/text/yaml.js';
import type { Evaluate } from '../evaluate.js';
import { PlanningProblem } from '../problem.js';
import { type Calibrated, calibratedBy, serviceAt } from './level.js';

/** What a model says of a level; absent: it has no steady state there, or does not tell. */
export interface Predicted {
  readonly throughput?: number;
  readonly wait?: number;
}

/** A level beside what models make of it that know one level alone. */
export interface ComparedLevel {
  readonly level: Level;
  /** Seconds, measured or by the response time law. */
  readonly service?: number;
  /** N clients who think: M/M/m//N. */
  readonly closed: Predicted;
  /** Arrivals from outside at the measured throughput: M/M/m. */
  readonly open: Predicted;
  /** The closed model with a service time that grows with the number in service, where one was fitted. */
  readonly growing?: Predicted;
}

export interface Calibration {
  readonly from: Level;
  readonly calibrated: Calibrated;
  readonly levels: readonly ComparedLevel[];
}

/**
 * Takes service and think time from one level and predicts all the others.
 * @param chosen the line of that level; absent: the one with the fewest clients for each server
 * @throws PlanningProblem when it does not tell them
 */
export async function calibrate(
  file: string,
  levels: readonly Level[],
  chosen: number | undefined,
  evaluate: Evaluate,
): Promise<Calibration> {
  const from = lightest(file, levels, chosen);
  const calibrated = calibratedBy(from, `${file}:${from.line}`);
  const compared: ComparedLevel[] = [];
  for (const level of levels) {
    const service = serviceAt(level, calibrated.think);
    compared.push({
      level,
      ...(service !== undefined && { service }),
      closed: await said(evaluate, closedForm(level, calibrated)),
      open: await openAt(level, calibrated, evaluate),
    });
  }
  return { from, calibrated, levels: compared };
}

/** Its throughput is what was measured, so it predicts only the wait. */
async function openAt(level: Level, calibrated: Calibrated, evaluate: Evaluate): Promise<Predicted> {
  if (level.throughput === undefined) return {};
  const { wait } = await said(evaluate, openForm(level, calibrated));
  return wait === undefined ? {} : { wait };
}

function lightest(file: string, levels: readonly Level[], chosen: number | undefined): Level {
  const light = (level: Level) => level.clients / level.servers;
  const found =
    chosen === undefined
      ? [...levels].sort((a, b) => light(a) - light(b))[0]
      : levels.find(({ line }) => line === chosen);
  if (found !== undefined) return found;
  throw new PlanningProblem(
    `--line ${chosen}: ${file} has no level there; expected one of ${levels.map(({ line }) => line).join(', ')}`,
  );
}

type Form = Readonly<Record<string, unknown>>;

/** The closed scenario of a level, as a file would write it. */
export const closedForm = (
  { clients, servers }: Pick<Level, 'clients' | 'servers'>,
  { service, think }: Pick<Calibrated, 'service' | 'think'>,
): Form => ({
  name: `${clients}-clients`,
  clients,
  ...(think > 0 && { think: durationText(think) }),
  service: durationText(service),
  servers,
});

const openForm = ({ servers, throughput = 0 }: Level, { service }: Calibrated): Form => ({
  name: 'open',
  arrivals: rateText(throughput),
  service: durationText(service),
  servers,
});

async function said(evaluate: Evaluate, form: Form): Promise<Predicted> {
  const scenario = parseScenario(yamlText(form), { file: 'calibration' });
  const outcome = await evaluate(scenario, { curves: false });
  return outcome.answered ? predictedIn(outcome.result) : {};
}

function predictedIn({ measures }: Result): Predicted {
  const { throughput, meanWait } = measures;
  return {
    ...(throughput && { throughput: throughput.value }),
    ...(meanWait && { wait: meanWait.value }),
  };
}
