import type { z } from 'zod';
import { choice, isMapping } from '../choice.js';
import { distribution } from '../distribution.js';
import { mapping } from '../mapping.js';
import { type QuantityKind, quantity } from '../quantity.js';
import { oneOf, only, unknownWord } from '../written.js';
import { type AutoscalingSpec, mostServers, type Signal } from './type.js';

interface SignalKind {
  readonly about: string;
  readonly kind: QuantityKind;
  readonly max?: number;
  /** Absent: the only one there is. */
  readonly targetType: AutoscalingSpec['targetType'];
  /** Whether the signal grows with the number of servers that are needed, so that each can have its share. */
  readonly shared: boolean;
}

/** What can be looked at. */
export const signals: Readonly<Record<Signal, SignalKind>> = {
  'queue-length': {
    about: 'customers who wait',
    kind: 'number',
    targetType: 'average-value',
    shared: true,
  },
  'number-in-system': {
    about: 'customers who wait or are served',
    kind: 'number',
    targetType: 'average-value',
    shared: true,
  },
  'oldest-age': {
    about: 'how long the customer has waited that waits longest',
    kind: 'duration',
    targetType: 'value',
    shared: false,
  },
  utilisation: {
    about: 'busy share of the servers that are ready, on average since the last look',
    kind: 'fraction',
    max: 1,
    targetType: 'value',
    shared: false,
  },
  'arrival-rate': {
    about: 'customers who came since the last look, per time',
    kind: 'rate',
    targetType: 'average-value',
    shared: true,
  },
};

const targetType = (shared: boolean) =>
  oneOf(
    {
      ...(shared && { 'average-value': 'wanted are ceil(signal / target), what each server is to have' }),
      value: 'wanted are ceil(servers asked for x signal / target), those starting counted',
    } as Record<AutoscalingSpec['targetType'], string>,
    `a type of target${shared ? '' : ' for this signal'}`,
    'How the number of servers that are wanted is worked out, as by Kubernetes.',
  );

const ofSignal = (signal: Signal) => {
  const { about, kind, max, shared } = signals[signal];
  return mapping(
    {
      signal: only(signal, `What is looked at: ${about}.`),
      target: quantity({
        kind,
        exclusiveMin: 0,
        ...(max !== undefined && { max }),
        about: `What the signal is to be: ${about}.`,
      }),
      targetType: targetType(shared).optional(),
      every: quantity({
        kind: 'duration',
        exclusiveMin: 0,
        about: 'How long from one look to the next.',
      }),
      startUp: distribution(
        'How long a server takes from being asked for until it serves. Absent: no time.',
      ).optional(),
      coolDown: quantity({
        kind: 'duration',
        min: 0,
        about: 'After any change no server is given back for so long. Absent: 0.',
      }).optional(),
      stabilisation: quantity({
        kind: 'duration',
        min: 0,
        about: 'No fewer servers are kept than the most that were wanted in this time before. Absent: 0.',
      }).optional(),
      tolerance: quantity({
        kind: 'fraction',
        min: 0,
        max: 1,
        about: 'How far the signal may lie from the target before anything changes. Absent: 0.',
      }).optional(),
      min: quantity({
        kind: 'integer',
        min: 0,
        max: mostServers,
        about: 'Fewest servers. Absent: 1.',
      }).optional(),
      max: quantity({ kind: 'integer', min: 1, max: mostServers, about: 'Most servers.' }).optional(),
    },
    `Servers by ${about}.`,
  ).transform((written): AutoscalingSpec => withDefaults(written as unknown as AutoscalingSpec));
};

const withDefaults = (written: AutoscalingSpec): AutoscalingSpec => ({
  ...written,
  targetType: written.targetType ?? signals[written.signal]?.targetType,
  min: written.min ?? 1,
});

const bySignal = Object.fromEntries(
  Object.keys(signals).map(signal => [signal, ofSignal(signal as Signal)]),
) as unknown as Readonly<Record<string, z.ZodType<AutoscalingSpec>>>;

export const autoscaling = choice<AutoscalingSpec>(
  Object.values(bySignal),
  value => {
    const signal = isMapping(value) ? value.signal : undefined;
    if (typeof signal === 'string' && Object.hasOwn(bySignal, signal)) return bySignal[signal];
    if (!isMapping(value) || signal === undefined)
      return {
        message: isMapping(value) ? '"signal" is missing' : 'what is looked at is not said',
        expected: `signal: ${Object.keys(signals).join(', ')}, with its target`,
        ...(isMapping(value) && { path: ['signal'], at: 'missing' as const }),
      };
    return { ...unknownWord(signal, 'a signal', Object.keys(signals)), path: ['signal'] };
  },
  'Servers that are asked for and given back by what the station looks like; "servers" are there at first.',
);
