import type { Kind } from './case.js';
import { disciplines } from './disciplines.js';
import { limits } from './limits.js';
import { networks } from './networks.js';
import { overTime } from './over-time.js';
import { anyStation, stations } from './stations.js';

/** Every kind of case that theory answers, by the name of its model. */
const kinds: Readonly<Record<string, Kind>> = {
  ...stations,
  ...disciplines,
  ...limits,
  ...networks,
  ...overTime,
};

/** A/S/c or A/S/c/K, of laws that the parameters can describe. */
const stationName = new RegExp(
  `^${['', '/'].map(between => `${between}(M|D|U|G|GI|PH|E_?(k|\\d+)|H_?(k|\\d+)|Gamma|Cox|Hypo|LN|Lognormal|W|Weibull)`).join('')}/(c|s|m|\\d+)(/(K|N|\\d+))?$`,
  'i',
);

const plain = (model: string): string => model.toLowerCase().replace(/[^a-z0-9^+/]/g, '');
const beforeRemarks = (model: string): string => plain(model.replace(/\s*[(,].*$/, ''));

/**
 * The kind of a case by the name of its model: as it stands, whatever its spelling, without the remarks behind
 * it where these decide nothing, or any A/S/c/K.
 */
export function kindOf(model: string): Kind | undefined {
  if (Object.hasOwn(kinds, model)) return kinds[model];
  const names = Object.keys(kinds);
  const spelled = names.find(name => plain(name) === plain(model));
  if (spelled !== undefined) return kinds[spelled];
  const alike = names.filter(name => beforeRemarks(name) === beforeRemarks(model));
  if (alike.length > 0 && alike.every(name => kinds[name] === kinds[alike[0]])) return kinds[alike[0]];
  return stationName.test(model.trim()) ? anyStation : undefined;
}
