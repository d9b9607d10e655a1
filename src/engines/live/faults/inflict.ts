import { type FaultSpec, type LiveSpec, usualFaultLength, usualSlowness } from '../../../scenario/type.js';
import type { Restart } from '../broker.js';
import { longestUntold } from '../brokers/delivery.js';
import { now } from '../clock.js';
import type { Role } from '../roles/role.js';
import type { Passage } from './passage.js';

export interface Inflicted {
  /** What has happened, with the times and lengths that it really had: a busy host is late. */
  readonly happened: readonly FaultSpec[];
  /** Resolves with the reason when what was broken cannot be mended. */
  readonly broken: Promise<string>;
  /** Calls off what has not happened yet, and lets go on what is stopped. */
  readonly callOff: () => void;
}

/** What faults act on. */
export interface Victims {
  /** The process of a consumer, by its number from 0; it holds no other that a fault is meant for. */
  readonly roleOf: (consumer: number) => Role;
  /** The way of a consumer to the server, or without a number that of the sender. */
  readonly wayOf: (consumer?: number) => Passage;
  readonly server?: Restart;
}

/**
 * Makes each fault happen at its time.
 *
 * @param epoch seconds on the monotonic clock
 */
export function inflict(faults: readonly FaultSpec[], victims: Victims, epoch: number): Inflicted {
  const timers = new Set<NodeJS.Timeout>();
  const stopped = new Set<() => void>();
  const happened: FaultSpec[] = [];
  let fail: (reason: string) => void = () => {};
  const broken = new Promise<string>(resolve => {
    fail = resolve;
  });
  const at = (seconds: number, act: () => void) => {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        act();
      },
      Math.max(0, (epoch + seconds - now()) * 1000),
    );
    timers.add(timer);
  };
  for (const spec of faults) {
    const { at: begin, for: length = usualFaultLength } = spec;
    const { strike, mend, letGo } = actsOf(spec, victims);
    at(begin, () => {
      strike();
      const time = now() - epoch;
      const place = happened.push({ ...spec, at: time }) - 1;
      if (mend === undefined) return;
      if (letGo) stopped.add(letGo);
      at(time + length, async () => {
        if (letGo) stopped.delete(letGo);
        try {
          await mend();
          happened[place] = { ...spec, at: time, for: now() - epoch - time };
        } catch (error) {
          fail(`what was broken on purpose does not come back: ${(error as Error).message}`);
        }
      });
    });
  }
  return {
    happened,
    broken,
    callOff() {
      for (const timer of timers) clearTimeout(timer);
      for (const letGo of stopped) letGo();
    },
  };
}

interface Acts {
  readonly strike: () => void;
  readonly mend?: () => void | Promise<void>;
  /** What must be done before the run can end. */
  readonly letGo?: () => void;
}

function actsOf({ fault, consumer, factor = usualSlowness }: FaultSpec, victims: Victims): Acts {
  const role = () => victims.roleOf((consumer as number) - 1);
  switch (fault) {
    case 'kill':
      return { strike: () => role().kill() };
    case 'pause': {
      const letGo = () => role().pause(false);
      return { strike: () => role().pause(true), mend: letGo, letGo };
    }
    case 'slow':
      return { strike: () => role().slow(factor), mend: () => role().slow(1) };
    case 'cut': {
      const way = victims.wayOf(consumer === undefined ? undefined : consumer - 1);
      return { strike: way.cut, mend: way.mend };
    }
    case 'restart': {
      const { kill, start } = victims.server as Restart;
      let gone = Promise.resolve();
      return {
        strike() {
          gone = kill();
        },
        mend: () => gone.then(start),
      };
    }
  }
}

/** Seconds without progress that leave no hope, after all is sent: the longest stop, two leases, and the wait for others. */
export function settledAfter(live: LiveSpec): number {
  const { faults = [], lease = 1 } = live;
  const stops = faults.map(({ fault, for: length = usualFaultLength }) =>
    fault === 'kill' || fault === 'slow' ? 0 : length,
  );
  return Math.max(0, ...stops) + 2 * lease + longestUntold(live) + 1.5;
}
