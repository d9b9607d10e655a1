import { disciplines } from './disciplines.js';
import { NotationError, NotationReader } from './notation-reader.js';

export { NotationError } from './notation-reader.js';

/** A law by its letter in Kendall's notation. */
export type Letter =
  | { readonly letter: 'M' | 'D' | 'H2' | 'LN' | 'G' | 'PH' | 'MAP' | 'M^X' }
  | { readonly letter: 'E'; readonly phases: number };

/** What Kendall's notation says of a station: A/S/c, A/S/c/K, A/S/c//N, A/S/c+patience, and '-PS' or the like. */
export interface Notation {
  /** As written, without spaces. */
  readonly text: string;
  readonly arrivals: Letter;
  readonly service: Letter;
  readonly servers: number | 'infinite';
  readonly capacity?: number;
  /** Customers in all, where they are finitely many. */
  readonly population?: number;
  readonly patience?: Letter;
  readonly discipline: keyof typeof disciplines;
}

const longest = 60;
const mostPhases = 1000;
const endless = /inf(inite|inity)?|∞/;

/** @throws NotationError */
export function parseNotation(given: string): Notation {
  const text = given.replace(/\s+/g, '');
  if (text.length > longest)
    throw new NotationError(`${text.slice(0, longest)}…`, 0, 'this is too long', 'something like M/M/4');
  const reader = new NotationReader(text);
  const arrivals = ofArrivals(reader) ?? letter(reader, 'times between arrivals');
  slash(reader, 'the law of the service times');
  const service = letter(reader, 'service times');
  slash(reader, 'the number of servers');
  const servers = reader.take(endless) ? 'infinite' : reader.count('number of servers');
  return { text, arrivals, service, servers, ...limits(reader, servers), ...manners(reader) };
}

function slash(reader: NotationReader, before: string): void {
  if (!reader.passes('/')) reader.fail('not "/"', `"/" and ${before}, as in M/M/4`);
}

/** '/K', '//N', '/K/N' or '/K//N'. */
function limits(
  reader: NotationReader,
  servers: Notation['servers'],
): Pick<Notation, 'capacity' | 'population'> {
  const populated = () => ({ population: reader.count('number of customers in all') });
  if (reader.passes('//')) return populated();
  if (!reader.passes('/')) return {};
  const room = reader.take(endless)
    ? {}
    : { capacity: reader.count('room for all servers', servers === 'infinite' ? 1 : servers) };
  return reader.passes('//') || reader.passes('/') ? { ...room, ...populated() } : room;
}

/** '+M', '-PS'. */
function manners(reader: NotationReader): Pick<Notation, 'patience' | 'discipline'> {
  const patience = reader.passes('+') ? letter(reader, 'patience') : undefined;
  const discipline = reader.passes('-') ? order(reader) : 'fcfs';
  if (!reader.atEnd) reader.fail('one thing too many', 'nothing more, or such as /10, //20, +M, -PS');
  return { ...(patience && { patience }), discipline };
}

function order(reader: NotationReader): Notation['discipline'] {
  const names = Object.keys(disciplines) as Notation['discipline'][];
  // The longer names first: 'lcfs' is the beginning of another.
  const pattern = [...names].sort((a, b) => b.length - a.length).join('|');
  const found = reader.take(new RegExp(pattern))?.[0].toLowerCase();
  return (
    names.find(name => name === found) ??
    reader.fail('no order of service', names.map(name => name.toUpperCase()).join(', '))
  );
}

/** What only arrivals can be: batches, or a process whose times depend on one another. */
function ofArrivals(reader: NotationReader): Letter | undefined {
  if (reader.take(/M\^?\[X\]|M\^X/)) return { letter: 'M^X' };
  return reader.take(/MAP|MMPP/) ? { letter: 'MAP' } : undefined;
}

function letter(reader: NotationReader, of: string): Letter {
  const match = reader.take(/M|D|LN|PH|GI?|H_?2|E_?(\d+)/);
  if (!match) {
    return reader.fail(
      `no law of the ${of}`,
      'M (exponential), D (constant), E2, E3, ... (Erlang), H2 (hyperexponential), LN (lognormal), PH (phases) or G (any, by its scv)',
    );
  }
  const [word, phases] = match;
  if (phases !== undefined) return erlang(reader, phases);
  const first = word.toUpperCase();
  return {
    letter: first.startsWith('H') ? 'H2' : first.startsWith('G') ? 'G' : (first as 'M' | 'D' | 'LN' | 'PH'),
  };
}

function erlang(reader: NotationReader, digits: string): Letter {
  const phases = Number(digits);
  if (phases === 1) return { letter: 'M' };
  if (phases >= 1 && phases <= mostPhases) return { letter: 'E', phases };
  reader.step(-digits.length);
  return reader.fail('no number of phases', `a whole number from 1 to ${mostPhases}`);
}
