export { brokers } from './brokers/index.js';
export { type LiveProgress, type LiveRun, type MeasureOptions, measure } from './measure.js';
export { type LiveProblem, LiveUnavailable } from './problem.js';
export { refusal } from './refusal.js';
