export { type BrokerFacts, brokerFacts } from './brokers/facts.js';
export { brokers } from './brokers/index.js';
export { type Ceiling, type CeilingOptions, ceiling, type Try } from './ceiling/ceiling.js';
export { redisBenchmark, type Yardstick } from './ceiling/redis-benchmark.js';
export { type LiveProgress, type LiveRun, type MeasureOptions, measure } from './measure.js';
export { type LiveProblem, LiveUnavailable } from './problem.js';
export { refusal } from './refusal.js';
