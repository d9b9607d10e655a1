import type { Parameter } from '../distributions/contract.js';
import { define } from '../distributions/definition.js';
import type { ArrivalProcess, ProcessKind } from './contract.js';

type Declared = Readonly<Record<string, Parameter>>;

/** One kind of arrival process: what it is called and takes, and what each complete set of parameters makes. */
export const processKind = <const P extends Declared>(
  ...definition: Parameters<typeof define<P, ArrivalProcess>>
): ProcessKind => define(...definition);
