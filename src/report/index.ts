export { OutputError, prepareOutput } from './files.js';
export { decodeStudy, encodePlan, encodeStudy, StudyFormatError } from './json.js';
export { renderMarkdown } from './markdown/index.js';
export { sweepCsv } from './plans/csv.js';
export { renderSize } from './plans/size.js';
export { renderSweep } from './plans/sweep.js';
export { writeSweep } from './plans/write-sweep.js';
export { renderTerminal } from './terminal/index.js';
export { type ReportFormat, type WrittenReport, writeReport } from './write.js';
