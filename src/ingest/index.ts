export type { ReadOptions } from './formats/format.js';
export { formats } from './formats/index.js';
export { type Imported, importData } from './import-data.js';
export type { Inferred } from './inferred.js';
export { IngestError } from './problem.js';
export { mappingOf } from './rows/columns.js';
export { secondsIn, unitNamed, unitNames } from './rows/named-unit.js';
export { type Given, type Made, toScenario } from './scenario/to-scenario.js';
export { writeTrace } from './write-trace.js';
