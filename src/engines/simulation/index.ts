export { simulatePair } from './pair.js';
export { workerTeam } from './pool.js';
export { type SimulateOptions, simulate } from './simulate.js';
