import { kendall } from '../../scenario/kendall.js';
import { loadScenario, ScenarioError } from '../../scenario/load.js';
import { type OfferedLoad, offeredLoad } from '../../scenario/offered-load.js';
import { beyondPlainServers } from '../../scenario/server-side/in-words.js';
import { singleStation } from '../../scenario/single-station.js';
import type { Scenario, Station } from '../../scenario/type.js';
import { formatNumber, formatPercent } from '../../units.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { print, say } from '../output.js';
import type { CheckArguments } from './arguments.js';

/** `sojourn check`: every file is looked at, whatever the others hold. */
export function check({ scenario: paths, set, json }: CheckArguments): ExitCode {
  const files = paths.map(path => checked(path, set));
  const errors = files.flatMap(file => ('error' in file ? [file.error] : []));
  if (json) print(JSON.stringify({ schema: 1, files: files.map(plain) }, null, 2));
  else {
    for (const file of files) if ('stations' in file) print(`${file.file}: valid: ${inAll(file)}`);
    if (errors.length > 0) say(errors.map(error => error.message).join('\n\n'));
  }
  return errors.length > 0 ? exitCode.usage : exitCode.done;
}

interface CheckedStation extends OfferedLoad {
  readonly station: string;
  /** Kendall's notation, for a scenario of one station. */
  readonly model?: string;
  /** What makes its servers more than so many equal ones; the utilisation is then that of all they can do. */
  readonly servers?: string;
  /** Whether the queue stays finite; absent where the load has no mean. */
  readonly stable?: boolean;
}

type CheckedFile =
  | {
      readonly file: string;
      readonly name: string;
      /** Of all classes. */
      readonly clients: number;
      readonly stations: readonly CheckedStation[];
    }
  | { readonly file: string; readonly error: ScenarioError };

function checked(file: string, set: string[]): CheckedFile {
  try {
    const scenario = loadScenario(file, { set });
    const clients = Object.values(scenario.classes).reduce((sum, { clients = 0 }) => sum + clients, 0);
    return { file, name: scenario.name, clients, stations: stationsOf(scenario) };
  } catch (error) {
    if (error instanceof ScenarioError) return { file, error };
    throw error;
  }
}

function stationsOf(scenario: Scenario): CheckedStation[] {
  const single = singleStation(scenario);
  const model = typeof single === 'string' ? undefined : kendall(single);
  return Object.entries(offeredLoad(scenario)).map(([station, load]) => {
    const servers = beyondPlainServers(scenario.stations[station]);
    return {
      station,
      ...(model !== undefined && { model }),
      ...(servers !== undefined && { servers }),
      ...load,
      ...isStable(scenario.stations[station], load),
    };
  });
}

/** One that turns customers away always is. */
function isStable({ capacity }: Station, { utilisation, erlangs }: OfferedLoad): { stable?: boolean } {
  if (capacity !== undefined) return { stable: true };
  return erlangs === undefined ? {} : { stable: (utilisation ?? 0) < 1 };
}

/** Clients offer no load of their own. */
function inAll({ clients, stations }: { clients: number; stations: readonly CheckedStation[] }): string {
  const who = clients === 0 ? [] : [`${clients} clients`];
  const loads = stations.map(one =>
    clients > 0 && one.arrivalRate === 0 ? `station ${one.station}` : inWords(one),
  );
  return [...who, ...loads].join('; ');
}

function inWords({ station, model, servers, erlangs, utilisation, stable }: CheckedStation): string {
  const load =
    erlangs === undefined ? 'offered load without a mean' : `offered load ${formatNumber(erlangs)} erlangs`;
  const share = utilisation === undefined ? '' : formatPercent(utilisation);
  const busy =
    share === '' ? '' : servers ? `, ${share} of what can be served (${servers})` : `, utilisation ${share}`;
  const grows = stable === false ? ', which it cannot serve' : '';
  return `${model ?? `station ${station}`}, ${load}${busy}${grows}`;
}

function plain(file: CheckedFile): object {
  if (!('error' in file)) return { file: file.file, valid: true, name: file.name, stations: file.stations };
  return { file: file.file, valid: false, mistakes: file.error.mistakes };
}
