import { ParameterError, type Parameters } from '../distributions/contract.js';
import type { ArrivalProcess, ArrivalSpec, ProcessKind } from './contract.js';
import { batch } from './processes/batch.js';
import { deterministic } from './processes/deterministic.js';
import { map } from './processes/map.js';
import { mmpp } from './processes/mmpp.js';
import { onOff } from './processes/on-off.js';
import { poisson } from './processes/poisson.js';
import { profile } from './processes/profile.js';
import { renewal } from './processes/renewal.js';
import { sinusoidal } from './processes/sinusoidal.js';
import { trace } from './processes/trace.js';

export type {
  ArrivalProcess,
  ArrivalSource,
  ArrivalSpec,
  MarkovianRates,
  ModulatedPoisson,
  ProcessKind,
  RateOverTime,
} from './contract.js';

/** Every kind of arrival process, by the name it has in a scenario. */
export const processes = {
  poisson,
  renewal,
  deterministic,
  batch,
  mmpp,
  'on-off': onOff,
  map,
  profile,
  sinusoidal,
  trace,
} satisfies Readonly<Record<string, ProcessKind>>;

/**
 * The arrival process that a specification describes.
 * @throws ParameterError at an unknown process, an incomplete set of parameters or a value outside its domain.
 */
export function arrivalProcessOf(spec: ArrivalSpec): ArrivalProcess {
  const { process, ...parameters } = spec;
  if (!Object.hasOwn(processes, process)) {
    throw new ParameterError('process', process, `one of ${Object.keys(processes).join(', ')}`);
  }
  return processes[process as keyof typeof processes].make(parameters as Parameters);
}
