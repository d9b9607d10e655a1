export { type SimulateOptions, simulate } from './simulate.js';
export { workerTeam } from './pool.js';
