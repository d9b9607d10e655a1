export { workerTeam } from './pool.js';
export { type SimulateOptions, simulate } from './simulate.js';
