import { brokers } from './brokers.js';
import { fault } from './fault.js';
import { list, mapping } from './mapping.js';
import { payload } from './payload.js';
import { quantity } from './quantity.js';
import type { LiveSpec } from './type.js';
import { oneOf } from './written.js';

/** The run on a real queue that is meant where nothing more is said. */
export const defaultLive = {
  broker: 'zeromq',
  messages: 2000,
  service: 'virtual',
  payloadBytes: 0,
} as const satisfies LiveSpec;

/** The run on a real queue. */
export const live = mapping(
  {
    broker: oneOf(brokers, 'a known broker', 'The real queue.').optional(),
    messages: quantity({
      kind: 'integer',
      min: 1,
      max: 10_000_000,
      about: 'Length of the run by count. Absent: 2000, unless there is a duration.',
    }).optional(),
    duration: quantity({
      kind: 'duration',
      exclusiveMin: 0,
      max: 86_400,
      about: 'Length of the run by time, instead of messages.',
    }).optional(),
    service: oneOf(
      {
        virtual: 'ends when the model would end it, so that the queue alone is measured',
        natural: 'begins when the message is in hand',
        cpu: 'begins when the message is in hand, and keeps a processor busy',
      },
      'a kind of service',
      'How a consumer spends the time of a service.',
    ).optional(),
    credit: quantity({
      kind: 'integer',
      min: 1,
      max: 1000,
      about: 'zeromq: messages that may be with a consumer, the one in service included. Absent: 1.',
    }).optional(),
    prefetch: quantity({
      kind: 'integer',
      min: 1,
      max: 1000,
      about:
        'redis-list, redis-stream: messages that a consumer fetches ahead of the one that it serves. Absent: none.',
    }).optional(),
    acknowledgeEvery: quantity({
      kind: 'integer',
      min: 1,
      max: 1000,
      about:
        'zeromq, redis-list, redis-stream: messages that a consumer acknowledges together. Absent: each by itself.',
    }).optional(),
    acknowledgeWithin: quantity({
      kind: 'duration',
      min: 0.001,
      max: 60,
      about:
        'Of messages that are acknowledged together: how long the first waits for the others. Absent: 100ms.',
    }).optional(),
    highWaterMark: quantity({
      kind: 'integer',
      min: 1,
      max: 1_000_000,
      about:
        'zeromq-push-pull: messages that a socket holds for each consumer before it takes no more. Absent: 1000.',
    }).optional(),
    batch: quantity({
      kind: 'integer',
      min: 1,
      max: 1000,
      about: 'redis-list-batch: messages that a consumer takes at once, if so many wait. Absent: 10.',
    }).optional(),
    lease: quantity({
      kind: 'duration',
      min: 0.1,
      max: 3600,
      about:
        'Queues with acknowledgement: silence after which a consumer counts as dead and its messages go to others. Absent: 1s.',
    }).optional(),
    maxDeliveries: quantity({
      kind: 'integer',
      min: 1,
      max: 1000,
      about:
        'Queues with acknowledgement: deliveries of a message after which it goes to the dead letters. Absent: 5.',
    }).optional(),
    persistence: oneOf(
      {
        none: 'nothing on disk',
        rdb: 'a snapshot each second',
        'aof-everysec': 'a log of all commands, forced to disk each second',
        'aof-always': 'a log of all commands, forced to disk before each reply',
      },
      'a kind of persistence',
      'What the Redis server that the run starts keeps on disk. Absent: none.',
    ).optional(),
    availability: oneOf(
      {
        alone: 'one server',
        sentinel:
          'a primary and a replica, and three Sentinels who make it the primary when the first is dead',
      },
      'a kind of availability',
      'How many Redis servers the run starts. Absent: alone.',
    ).optional(),
    encryption: oneOf(
      { none: 'in plain', curve: 'by CURVE, with keys made for the run' },
      'a kind of encryption',
      'ZeroMQ: how messages travel. Absent: none.',
    ).optional(),
    faults: list(fault, 'faults', 'What goes wrong in the run, and when.').optional(),
    failing: quantity({
      kind: 'fraction',
      min: 0,
      max: 0.9,
      about: 'Probability that the work on a message fails, each time anew. Absent: 0.',
    }).optional(),
    poison: quantity({
      kind: 'fraction',
      min: 0,
      max: 0.9,
      about: 'Share of the messages on which the work always fails. Absent: 0.',
    }).optional(),
    producers: quantity({
      kind: 'integer',
      min: 1,
      max: 16,
      about: 'Processes that share the schedule, each message sent by one of them, by chance. Absent: 1.',
    }).optional(),
    payload: payload.optional(),
  },
  'A run on a real queue.',
);
