import type { Letter, Notation } from '../../scenario/notation.js';
import type { Flag } from '../planning/model.js';
import { Problem } from '../problem.js';
import type { TheoryArguments } from './arguments.js';

type Name = Exclude<keyof TheoryArguments, 'model' | 'json'>;

const flagName: Readonly<Record<Name, string>> = {
  arrivals: '--arrivals',
  service: '--service',
  scv: '--scv',
  arrivalScv: '--arrival-scv',
  patience: '--patience',
  patienceScv: '--patience-scv',
  think: '--think',
};

const examples: Readonly<Record<Name, string>> = {
  arrivals: '120/s',
  service: '20ms',
  scv: '2',
  arrivalScv: '2',
  patience: '5s',
  patienceScv: '2',
  think: '2s',
};

const wants: Readonly<Record<Letter['letter'], boolean>> = {
  M: false,
  D: false,
  E: false,
  H2: true,
  LN: true,
  G: true,
};

/** Those that the notation needs are there, and no others. @throws Problem */
export function checkFlags(
  { text, arrivals, service, population, patience }: Notation,
  args: TheoryArguments,
) {
  const closed = population !== undefined;
  const wanted: Readonly<Record<Name, boolean>> = {
    arrivals: !closed,
    arrivalScv: !closed && wants[arrivals.letter],
    service: true,
    scv: wants[service.letter],
    think: closed,
    patience: patience !== undefined,
    patienceScv: patience !== undefined && wants[patience.letter],
  };
  for (const name of Object.keys(wanted) as Name[]) {
    const flag = flagName[name];
    const value = args[name];
    if (wanted[name] && value === undefined)
      throw new Problem(`${text} needs ${flag}, such as ${flag} ${examples[name]}`);
    if (!wanted[name] && value !== undefined)
      throw new Problem(`${flag} ${value}: ${text} has nothing for it to say${hint(name)}`);
  }
}

const hint = (name: Name): string =>
  ({
    arrivals: '; customers of a finite population come as they finish thinking: --think',
    arrivalScv: '; arrivals of another variability are GI, as in GI/M/2',
    service: '',
    scv: '; services of another variability are G, as in M/G/1',
    think: '; a finite population stands behind two strokes, as in M/M/4//20',
    patience: '; impatient customers stand behind a plus, as in M/M/4+M',
    patienceScv: '; patience of another variability is +G, as in M/M/4+G',
  })[name];

/** The flags as settings of a scenario. */
export function settingsOf(notation: Notation, args: TheoryArguments): Flag[] {
  const { arrivals, service, servers, capacity, patience, discipline, text } = notation;
  const own = (setting: string): Flag => ({ flag: text, setting });
  return [
    arrivalFlag(arrivals, args),
    law('--service', 'service', service, args.service, args.scv),
    own(`servers=${servers}`),
    own(`discipline=${discipline}`),
    ...(capacity === undefined ? [] : [own(`capacity=${capacity}`)]),
    ...(patience ? [law('--patience', 'patience', patience, args.patience, args.patienceScv)] : []),
  ];
}

function arrivalFlag({ letter, ...more }: Letter, { arrivals, arrivalScv }: TheoryArguments): Flag {
  const flag = `--arrivals ${arrivals}`;
  const renewal = (scv: string | number): string =>
    `arrivals={ process: renewal, rate: ${arrivals}, scv: ${scv} }`;
  if (letter === 'M') return { flag, setting: `arrivals=${arrivals}` };
  if (letter === 'D') return { flag, setting: `arrivals={ process: deterministic, rate: ${arrivals} }` };
  if ('phases' in more) return { flag, setting: renewal(1 / more.phases) };
  return { flag: `${flag} --arrival-scv ${arrivalScv}`, setting: renewal(arrivalScv ?? '') };
}

function law(name: string, path: string, { letter, ...more }: Letter, mean = '', scv = ''): Flag {
  const flag = `${name} ${mean}`;
  if (letter === 'M') return { flag, setting: `${path}=${mean}` };
  if (letter === 'D') return { flag, setting: `${path}={ distribution: deterministic, mean: ${mean} }` };
  if ('phases' in more)
    return { flag, setting: `${path}={ distribution: erlang, mean: ${mean}, k: ${more.phases} }` };
  const both = `${flag} ${path === 'service' ? '--scv' : '--patience-scv'} ${scv}`;
  const family =
    letter === 'H2' ? 'distribution: hyperexponential, ' : letter === 'LN' ? 'distribution: lognormal, ' : '';
  return { flag: both, setting: `${path}={ ${family}mean: ${mean}, scv: ${scv} }` };
}
