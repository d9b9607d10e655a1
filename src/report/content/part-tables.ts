import type { Study } from '../../study/study.js';
import { namedPartsOf, type PartTable } from './part-table.js';
import { statesTableOf } from './states-table.js';

/** Stations, classes and the number in the system: each only where some engine tells of it. */
export const partTablesOf = (study: Study): PartTable[] => [...namedPartsOf(study), ...statesTableOf(study)];
