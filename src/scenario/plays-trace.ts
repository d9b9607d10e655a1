import { isMapping } from './choice.js';
import type { Scenario } from './type.js';

/** Whether a file beside the scenario belongs to it: its times, or its services. */
export const playsTrace = (scenario: Scenario): boolean => names(scenario);

function names(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(names);
  if (!isMapping(value)) return false;
  return value.process === 'trace' || value.distribution === 'trace' || Object.values(value).some(names);
}
