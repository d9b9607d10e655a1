export { simulatePair } from './pair.js';
export { workerTeam } from './pool.js';
export { simulate } from './simulate.js';
export type { SimulateOptions } from './simulate-options.js';
export { numbersAtEnd } from './terminating/numbers-at-end.js';
