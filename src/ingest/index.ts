export { type Columns, mappingOf } from './columns.js';
export { importLog } from './import-log.js';
export type { Inferred } from './inferred.js';
export { IngestError } from './problem.js';
export { type Made, toScenario } from './to-scenario.js';
export { writeTrace } from './write-trace.js';
