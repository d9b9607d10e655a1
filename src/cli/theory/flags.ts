import type { Letter, Notation } from '../../scenario/notation.js';
import type { FlagSetting } from '../../scenario/parse.js';
import { Problem } from '../problem.js';
import type { TheoryArguments } from './arguments.js';
import { lists, settingsOfClasses } from './classes.js';
import { isLaw, law } from './law.js';

type Name = Exclude<keyof TheoryArguments, 'model' | 'precision' | 'json'>;

const flagName: Readonly<Record<Name, string>> = {
  arrivals: '--arrivals',
  service: '--service',
  scv: '--scv',
  arrivalScv: '--arrival-scv',
  batch: '--batch',
  meanBatch: '--mean-batch',
  patience: '--patience',
  patienceScv: '--patience-scv',
  think: '--think',
};

const examples: Readonly<Record<Name, string>> = {
  arrivals: '120/s',
  service: '20ms',
  scv: '2',
  arrivalScv: '2',
  batch: '2',
  meanBatch: '2.5',
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
  PH: false,
  MAP: false,
  'M^X': false,
};

/** Those that the notation needs are there, and no others. @throws Problem */
export function checkFlags(
  { text, arrivals, service, population, patience }: Notation,
  args: TheoryArguments,
) {
  const closed = population !== undefined;
  const [arrivalLaw, serviceLaw, patienceLaw] = [args.arrivals, args.service, args.patience].map(isLaw);
  whole(text, arrivals, '--arrivals', args.arrivals);
  whole(text, service, '--service', args.service);
  const batches = arrivals.letter === 'M^X' && !arrivalLaw;
  const wanted: Readonly<Record<Name, boolean>> = {
    arrivals: !closed,
    arrivalScv: !closed && wants[arrivals.letter] && !arrivalLaw,
    batch: batches && args.meanBatch === undefined,
    meanBatch: batches && args.batch === undefined && args.meanBatch !== undefined,
    service: true,
    scv: wants[service.letter] && !serviceLaw,
    think: closed,
    patience: patience !== undefined,
    patienceScv: patience !== undefined && wants[patience.letter] && !patienceLaw,
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

/** A letter that stands for no law by a few numbers. @throws Problem unless the law is written out */
function whole(text: string, { letter }: Letter, flag: string, value: string | undefined): void {
  if ((letter !== 'PH' && letter !== 'MAP') || value === undefined || isLaw(value)) return;
  const example =
    letter === 'MAP'
      ? '{ process: mmpp, rates: [90/s, 20/s], holding: [2s, 5s] }'
      : flag === '--service'
        ? '{ distribution: coxian, means: [10ms, 30ms], onward: [0.5] }'
        : '{ process: renewal, interarrival: { distribution: erlang, mean: 20ms, k: 2 } }';
  throw new Problem(`${flag} ${value}: ${text} needs the law itself, such as ${flag} '${example}'`);
}

const hint = (name: Name): string =>
  ({
    arrivals: '; customers of a finite population come as they finish thinking: --think',
    arrivalScv: '; arrivals of another variability are GI, as in GI/M/2',
    batch: '; batches are M[X], as in M[X]/M/2',
    meanBatch: '; batches are M[X], as in M[X]/M/2',
    service: '',
    scv: '; services of another variability are G, as in M/G/1',
    think: '; a finite population stands behind two strokes, as in M/M/4//20',
    patience: '; impatient customers stand behind a plus, as in M/M/4+M',
    patienceScv: '; patience of another variability is +G, as in M/M/4+G',
  })[name];

/** The flags as settings of a scenario. */
export function settingsOf(notation: Notation, args: TheoryArguments): FlagSetting[] {
  const { arrivals, service, servers, capacity, patience, discipline, text } = notation;
  const own = (setting: string): FlagSetting => ({ flag: text, setting });
  if (lists(args)) return settingsOfClasses(notation, args, own);
  return [
    arrivalFlag(arrivals, args),
    law('--service', 'service', service, args.service, args.scv),
    own(`servers=${servers}`),
    own(`discipline=${discipline}`),
    ...(capacity === undefined ? [] : [own(`capacity=${capacity}`)]),
    ...(patience ? [law('--patience', 'patience', patience, args.patience, args.patienceScv)] : []),
  ];
}

function arrivalFlag({ letter, ...more }: Letter, args: TheoryArguments): FlagSetting {
  const { arrivals, arrivalScv, batch, meanBatch } = args;
  const flag = `--arrivals ${arrivals}`;
  const renewal = (scv: string | number): string =>
    `arrivals={ process: renewal, rate: ${arrivals}, scv: ${scv} }`;
  if (letter === 'M' || isLaw(arrivals)) return { flag, setting: `arrivals=${arrivals}` };
  if (letter === 'M^X') {
    const [name, size] = batch === undefined ? ['meanSize', meanBatch] : ['size', batch];
    const by = `${flag} ${batch === undefined ? '--mean-batch' : '--batch'} ${size}`;
    return { flag: by, setting: `arrivals={ process: batch, rate: ${arrivals}, ${name}: ${size} }` };
  }
  if (letter === 'D') return { flag, setting: `arrivals={ process: deterministic, rate: ${arrivals} }` };
  if ('phases' in more) return { flag, setting: renewal(1 / more.phases) };
  return { flag: `${flag} --arrival-scv ${arrivalScv}`, setting: renewal(arrivalScv ?? '') };
}
