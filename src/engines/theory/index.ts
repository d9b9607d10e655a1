export type { Answer, Model, Source, StationProblem, TimeDistribution } from './model.js';
export { models } from './models/index.js';
export { predict } from './predict.js';
