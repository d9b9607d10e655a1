import type { Result, Warning } from '../../result/result.js';
import type { Scenario } from '../../scenario/type.js';
import { bursts } from './bursts.js';
import { clients } from './clients.js';
import { clock } from './clock.js';
import { shape } from './shape.js';
import type { Trap } from './trap.js';

/** Those that the scenario and its answers show; others are told by who meets them: engines, import, checks of a run. */
const traps: readonly Trap[] = [bursts, clock, clients, shape];

export const trapsOf = (scenario: Scenario, results: readonly Result[]): Warning[] =>
  traps.flatMap(trap => trap(scenario, results) ?? []);
