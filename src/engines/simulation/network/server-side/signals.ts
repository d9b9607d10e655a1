import type { Signal } from '../../../../scenario/server-side/type.js';
import type { ChangingServers } from './changing.js';

type Reader = (station: ChangingServers, every: number) => () => number | undefined;

/** What an autoscaler can look at; a reading is undefined where there is nothing to be read. */
const readers: Readonly<Record<Signal, Reader>> = {
  'queue-length': station => () => station.line.size,

  'number-in-system': station => () => station.present,

  'oldest-age': station => () => station.oldestAge,

  utilisation: station => {
    let before = station.staff.soFar;
    return () => {
      const now = station.staff.soFar;
      const [busy, ready] = [now.busy - before.busy, now.ready - before.ready];
      before = now;
      return ready > 0 ? busy / ready : undefined;
    };
  },

  'arrival-rate': (station, every) => {
    let before = 0;
    return () => {
      const came = station.come - before;
      before = station.come;
      return came / every;
    };
  },
};

/** Reads the signal at a station. @param every seconds from one look to the next */
export const signalOf = (signal: Signal, station: ChangingServers, every: number) =>
  readers[signal](station, every);
