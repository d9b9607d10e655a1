import { brokerFaults, brokerSettings, usualHighWaterMark } from './brokers.js';
import { defaultLive } from './live.js';
import { classesOf, stationsOf } from './parts.js';
import { alternatives, type Complaint } from './written.js';
import type { WrittenScenario } from './written-scenario.js';

type Live = NonNullable<WrittenScenario['live']>;

/** What is wrong between the keys of a run on a real queue. */
export const liveRun = (draft: Partial<WrittenScenario>): Complaint[] => {
  const { live } = draft;
  if (live === undefined) return [];
  return [
    ...lengths(live),
    ...settingsOfBroker(live),
    ...acknowledgement(live),
    ...faultsOfBroker(live),
    ...ofClients(live, draft),
    ...roomForBacklog(live, draft),
  ];
};

/** A queue that nobody takes from yet holds no more than its sockets do: what is beyond would never be sent. */
function roomForBacklog(
  { broker, highWaterMark = usualHighWaterMark }: Live,
  draft: Partial<WrittenScenario>,
): Complaint[] {
  if (broker !== 'zeromq-push-pull') return [];
  return stationsOf(draft).flatMap(({ path, written: { backlog, servers } }) => {
    if (typeof backlog !== 'number' || typeof servers !== 'number' || backlog <= highWaterMark * servers)
      return [];
    return [
      {
        message: `${broker} holds no ${backlog} messages before a consumer takes the first`,
        expected: `at most ${highWaterMark * servers}: a highWaterMark of ${highWaterMark} for each consumer`,
        path: [...path, 'backlog'],
      },
    ];
  });
}

/** What cannot be said of a run in which clients wait for their answers. */
function ofClients(live: Live, draft: Partial<WrittenScenario>): Complaint[] {
  if (!classesOf(draft).some(({ written }) => 'clients' in written)) return [];
  const keys = {
    duration: ['a run with clients is as long as their answers take', 'messages: how many they send in all'],
    producers: ['the clients are in one process', 'no producers beside clients'],
  };
  return Object.entries(keys)
    .filter(([key]) => key in live)
    .map(([key, [message, expected]]) => ({ message, expected, path: ['live', key], at: 'key' }));
}

function lengths(live: Live): Complaint[] {
  if (!('messages' in live && 'duration' in live)) return [];
  const message = 'the length of the run is given twice: by messages and by duration';
  return [{ message, expected: 'one of them', path: ['live', 'duration'], at: 'key' }];
}

/** A setting of one kind of queue stands beside another kind. */
function settingsOfBroker(live: Live): Complaint[] {
  const { broker = defaultLive.broker } = live;
  const of = Object.entries(brokerSettings);
  return [...new Set(of.flatMap(([, settings]) => settings))]
    .filter(setting => setting in live && !brokerSettings[broker]?.includes(setting))
    .map(setting => ({
      message: `${broker} has no "${setting}"`,
      expected: `it with ${alternatives(of.filter(([, settings]) => settings.includes(setting)).map(([name]) => name))}`,
      path: ['live', setting],
      at: 'key',
    }));
}

/** A time to wait for others, where none are waited for. */
function acknowledgement({ acknowledgeEvery = 1, ...live }: Live): Complaint[] {
  if (!('acknowledgeWithin' in live) || acknowledgeEvery > 1) return [];
  const message = 'each message is acknowledged by itself, and waits for no others';
  return [
    {
      message,
      expected: 'acknowledgeEvery, above 1, beside it',
      path: ['live', 'acknowledgeWithin'],
      at: 'key',
    },
  ];
}

/** A fault that this queue cannot suffer, or that does not say whom it is meant for. */
function faultsOfBroker({ broker = defaultLive.broker, faults = [], availability }: Live): Complaint[] {
  return faults.flatMap((one, i): Complaint[] => {
    // What is wrong in itself was told already.
    if (one?.fault === undefined) return [];
    const { fault, consumer } = one;
    const path = ['live', 'faults', i];
    const known = brokerFaults[broker] ?? [];
    if (!known.includes(fault)) {
      const able = Object.entries(brokerFaults).filter(([, faults]) => faults.includes(fault));
      return [
        {
          message: `${broker} cannot suffer a ${fault}`,
          expected: `it with ${alternatives(able.map(([name]) => name))}`,
          path: [...path, 'fault'],
        },
      ];
    }
    if (fault === 'cut' && availability === 'sentinel') {
      const message = 'a connection that is cut leads to one server, and the Sentinels tell of another';
      return [{ message, expected: 'no availability beside it', path: [...path, 'fault'] }];
    }
    if (fault === 'restart' && consumer !== undefined) {
      const message = 'the server of the queue is restarted, no consumer';
      return [{ message, expected: 'no consumer', path: [...path, 'consumer'], at: 'key' }];
    }
    if (consumer === undefined && fault !== 'restart' && fault !== 'cut') {
      const message = '"consumer" is missing';
      return [{ message, expected: `whom to ${fault}, from 1`, path: [...path, 'consumer'], at: 'missing' }];
    }
    if (consumer === undefined && fault === 'cut' && broker === 'zeromq') {
      const message = '"consumer" is missing: ZeroMQ itself sends again what its sender could not';
      return [{ message, expected: 'whom to cut off, from 1', path: [...path, 'consumer'], at: 'missing' }];
    }
    return [];
  });
}
