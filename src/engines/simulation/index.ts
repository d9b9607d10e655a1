export { simulatePair } from './pair.js';
export { workerTeam } from './pool.js';
export { simulate } from './simulate.js';
export type { SimulateOptions } from './simulate-options.js';
export { errorOfMean, meanNumber, meanOf, shareOfNumbers } from './terminating/number-estimates.js';
export { numbersAtEnd } from './terminating/numbers-at-end.js';
